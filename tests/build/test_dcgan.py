"""Forger and judge of a preset and a pair written by hand agree, in outputs and gradients."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

import playground
from playground.build.modules import build


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.gen1 = nn.Linear(64, 256)
        self.gen_norm1 = nn.BatchNorm2d(64)
        self.up1 = nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)
        self.gen_norm2 = nn.BatchNorm2d(32)
        self.paint = nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1)

    def forward(self, z):
        maps = self.gen1(z).view(-1, 64, 2, 2)
        maps = F.relu(self.gen_norm1(maps))
        maps = F.relu(self.gen_norm2(self.up1(maps)))
        return torch.sigmoid(self.paint(maps))


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.dis1 = nn.Conv2d(1, 32, 3, stride=2, padding=1)
        self.dis2 = nn.Conv2d(32, 64, 3, stride=2, padding=1)
        self.verdict = nn.Linear(260, 1)

    def forward(self, x):
        maps = F.dropout(F.leaky_relu(self.dis1(x), 0.2), 0.3, self.training)
        maps = F.dropout(F.leaky_relu(self.dis2(maps), 0.2), 0.3, self.training)
        centred = maps - maps.mean(0, keepdim=True)
        spread = (centred.square().mean(0) + 1e-8).sqrt().mean()  # one number for the whole batch
        flat = torch.cat([maps.flatten(1), spread.expand(len(x), 4)], dim=1)
        return self.verdict(flat)


def test_the_pair_built_and_the_one_written_by_hand_play_the_same_game():
    built, hand = build(playground.load("dcgan-digits")), {}
    for role, made in (("generator", Generator()), ("discriminator", Discriminator())):
        made.load_state_dict(built[role].state_dict())  # every weight has its place
        hand[role] = made
    dice = torch.Generator().manual_seed(0)
    z, real = torch.randn(6, 64, generator=dice), torch.rand(6, 1, 8, 8, generator=dice)

    outputs = []
    for pair in (built, hand):
        torch.manual_seed(1)  # what dropout leaves out
        fake = pair["generator"](z)
        on_real, on_fake = pair["discriminator"](real), pair["discriminator"](fake)
        loss = F.softplus(-on_real).mean() + F.softplus(on_fake).mean()
        loss.backward()
        outputs.append((fake, on_real, on_fake))
    for ours, theirs in zip(*outputs, strict=True):
        assert torch.allclose(ours, theirs, rtol=0, atol=1e-5)
    for role, made in hand.items():
        wanted = dict(made.named_parameters())
        for name, parameter in built[role].named_parameters():
            assert torch.allclose(parameter.grad, wanted[name].grad, rtol=0, atol=1e-5), name
            # what a batch norm takes out again has no gradient but rounding
            if name not in ("up1.bias",):
                assert parameter.grad.abs().max() > 1e-5, name


def test_running_means_and_what_is_forged_after_training_agree_too():
    built, hand = build(playground.load("dcgan-digits"))["generator"], Generator()
    hand.load_state_dict(built.state_dict())
    z = torch.randn(8, 64, generator=torch.Generator().manual_seed(2))
    for model in (built, hand):
        model(z)
        model.eval()
    assert torch.allclose(built(z), hand(z), rtol=0, atol=1e-5)
    for name, buffer in built.named_buffers():
        assert torch.equal(buffer, dict(hand.named_buffers())[name]), name
