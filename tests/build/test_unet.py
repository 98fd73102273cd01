"""The U-Net of a preset and the same network written by hand agree, in outputs and gradients."""

from __future__ import annotations

import torch
from torch import nn

import playground
from playground.blocks.time_embedding import TimeEmbedding
from playground.build.modules import build


class UNet(nn.Module):
    """Shrink once, grow once, carry two pictures across; the time scales and shifts the maps."""

    def __init__(self):
        super().__init__()
        self.time1 = nn.Linear(32, 64)
        for n, channels in enumerate((32, 64, 64, 32), start=1):
            setattr(self, f"scale{n}", nn.Linear(64, 2 * channels))
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.norm1 = nn.LayerNorm((32, 8, 8))
        self.down = nn.Conv2d(32, 64, 3, stride=2, padding=1)
        self.norm2 = nn.LayerNorm((64, 4, 4))
        self.middle = nn.Conv2d(64, 64, 3, padding=1)
        self.norm3 = nn.LayerNorm((64, 4, 4))
        self.conv4 = nn.Conv2d(128, 64, 3, padding=1)
        self.up = nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)
        self.conv5 = nn.Conv2d(64, 32, 3, padding=1)
        self.norm5 = nn.LayerNorm((32, 8, 8))
        self.noise = nn.Conv2d(32, 1, 3, padding=1)

    def forward(self, x, waves):
        silu = nn.functional.silu
        time = silu(self.time1(waves))

        def steer(maps, n):
            gamma, beta = getattr(self, f"scale{n}")(time).chunk(2, dim=1)
            return silu((1 + gamma[:, :, None, None]) * maps + beta[:, :, None, None])

        wide = steer(self.norm1(self.conv1(x)), 1)
        small = steer(self.norm2(self.down(wide)), 2)
        middle = steer(self.norm3(self.middle(small)), 3)
        grown = self.up(silu(self.conv4(torch.cat([middle, small], dim=1))))
        fine = steer(self.norm5(self.conv5(torch.cat([grown, wide], dim=1))), 4)
        return self.noise(fine)


def test_the_u_net_built_and_the_one_written_by_hand_are_the_same_network():
    built, hand = build(playground.load("diffusion-digits"))["main"], UNet()
    hand.load_state_dict(built.state_dict())  # every weight has its place, and there is no other
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(5, 1, 8, 8, generator=generator)
    t = torch.tensor([0, 1, 40, 70, 99])
    noise = torch.randn(x.shape, generator=generator)
    waves = TimeEmbedding().embed(t)
    outputs = [model(x, waves) for model in (built, hand)]
    assert torch.allclose(*outputs, rtol=0, atol=1e-5)
    for output in outputs:
        (output - noise).square().mean().backward()
    wanted = dict(hand.named_parameters())
    for name, parameter in built.named_parameters():
        assert torch.allclose(parameter.grad, wanted[name].grad, rtol=0, atol=1e-5), name
        assert parameter.grad.abs().max() > 1e-4, name
