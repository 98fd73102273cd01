"""Trainings of presets as a good programmer writes them by hand in PyTorch, for comparisons.

The networks are those of the exported code; losses, draws and optimisers stand here once more,
without anything of the program's own runtime.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim.lr_scheduler import LambdaLR

from playground.build.code import export_code
from playground.telemetry.diffusion import kept_share
from playground.train import schedules
from playground.train.session import Session

CLASSES = {
    "sgd": torch.optim.SGD,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
}
LOSSES: dict[str, Callable[..., Tensor]] = {
    "mse": F.mse_loss,
    "cross_entropy": F.cross_entropy,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
}
IGNORED = -100


class ByHand:
    """One training; `step()` makes one optimiser step.

    Parameters
    ----------
    session : Session
        Of the same document: it gives the samples and the parameters of the training.
    """

    def __init__(self, session: Session) -> None:
        names: dict[str, Any] = {}
        exec(compile(export_code(session.document), "exported.py", "exec"), names)
        self.nets: dict[str, nn.Module] = {k: v for k, v in names.items() if _is_network(k, v)}
        self.p: dict[str, Any] = session.experiment.model_dump()
        self.session, self.document = session, session.document
        self.dice = torch.Generator().manual_seed(1)
        self.next_batch = self._batches(self._tensors())
        self.step = self._gan() if self.document.train.experiment == "gan" else self._descent()

    # -- data --------------------------------------------------------------------------------------

    def _tensors(self) -> list[Tensor]:
        run, kind = self.session.run, self.document.train.experiment
        inputs = [run.train[name] for name in run.inputs(*self._reader(kind)) if name]
        if kind == "supervised":
            y = run.train[self.p["target"]]
            return [*inputs, y.unsqueeze(1) if self.p["loss"] == "mse" and y.ndim == 1 else y]
        if kind == "language_model":
            y = run.train[self.p["target"]]
            if "counts" in run.train:
                y = torch.where(run.train["counts"] > 0, y, IGNORED)
            return [*inputs, y]
        return inputs[:1]

    def _reader(self, kind: str) -> tuple[str, ...]:
        return {"gan": ("discriminator",), "vae": ("encoder",)}.get(kind, ())

    def _batches(self, tensors: list[Tensor]) -> Callable[[], list[Tensor]]:
        tensors, size = [tensor.clone() for tensor in tensors], self.p["batch_size"]
        count = len(tensors[0])
        if self.document.train.experiment == "gan" and count >= size:
            count -= count % size

        def endless() -> Iterator[list[Tensor]]:
            while True:
                order = torch.randperm(len(tensors[0]), generator=self.dice)
                for start in range(0, count, size):
                    rows = order[start : start + size]
                    yield [tensor.index_select(0, rows) for tensor in tensors]

        return endless().__next__

    # -- one loss ----------------------------------------------------------------------------------

    def _descent(self) -> Callable[[], None]:
        p, loss_of = self.p, getattr(self, f"_{self.document.train.experiment}")()
        weights = [w for net in self.nets.values() for w in net.parameters()]
        options: dict[str, Any] = {"lr": p["lr"], "weight_decay": p["weight_decay"]}
        if p["optimizer"] in ("sgd", "rmsprop"):
            options["momentum"] = p["momentum"]
        if p["optimizer"] != "rmsprop":
            options["fused"] = True
        optimizer = CLASSES[p["optimizer"]](weights, **options)
        rate = _schedule(p, self.document.train.steps)
        scheduler = LambdaLR(optimizer, rate) if p["schedule"] != "constant" else None
        clip = p["clip_grad_norm"]

        def step() -> None:
            loss = loss_of(self.next_batch())
            optimizer.zero_grad()
            loss.backward()
            if clip:
                nn.utils.clip_grad_norm_(weights, clip)
            optimizer.step()
            if scheduler is not None:
                scheduler.step()

        return step

    def _supervised(self) -> Callable[[list[Tensor]], Tensor]:
        model, loss = self.nets["model"], LOSSES[self.p["loss"]]
        return lambda batch: loss(model(*batch[:-1]), batch[-1])

    def _language_model(self) -> Callable[[list[Tensor]], Tensor]:
        model = self.nets["model"]

        def loss(batch: list[Tensor]) -> Tensor:
            scores = model(*batch[:-1]).flatten(0, 1)
            return F.cross_entropy(scores, batch[-1].flatten(), ignore_index=IGNORED)

        return loss

    def _masked_language_model(self) -> Callable[[list[Tensor]], Tensor]:
        model, dice, share = self.nets["model"], self.dice, self.p["mask_share"]
        vocabulary = self.session.run.fields["x"].vocabulary
        mask, count = vocabulary.index("[MASK]"), len(vocabulary)

        def loss(batch: list[Tensor]) -> Tensor:
            (tokens,) = batch
            draw = torch.rand(tokens.shape, generator=dice)
            chosen = (draw < share) | (draw == draw.min(1, keepdim=True).values)
            fate = torch.rand(tokens.shape, generator=dice)
            other = torch.randint(count - 1, tokens.shape, generator=dice)
            other = other + (other >= mask)
            hidden = torch.where(chosen & (fate < 0.8), mask, tokens)
            hidden = torch.where(chosen & (fate >= 0.8) & (fate < 0.9), other, hidden)
            answers = torch.where(chosen, tokens, IGNORED).flatten()
            return F.cross_entropy(model(hidden).flatten(0, 1), answers, ignore_index=IGNORED)

        return loss

    def _autoencoder(self) -> Callable[[list[Tensor]], Tensor]:
        model, loss = self.nets["model"], LOSSES[self.p["loss"]]
        return lambda batch: loss(model(batch[0]), batch[0])

    def _vae(self) -> Callable[[list[Tensor]], Tensor]:
        encoder, decoder, dice = self.nets["encoder"], self.nets["decoder"], self.dice
        beta = self.p["beta"]

        def loss(batch: list[Tensor]) -> Tensor:
            (x,) = batch
            mean, log_variance = encoder(x).chunk(2, 1)
            z = mean + (0.5 * log_variance).exp() * torch.randn(mean.shape, generator=dice)
            told = F.binary_cross_entropy_with_logits(decoder(z), x, reduction="sum")
            kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum()
            return (told + beta * kl) / len(x)

        return loss

    def _diffusion(self) -> Callable[[list[Tensor]], Tensor]:
        model, dice, steps = self.nets["model"], self.dice, self.p["timesteps"]
        kept_all = kept_share(steps, self.p["noise_schedule"]).float()
        x_all = self.session.run.train["x"]
        mean, scale = float(x_all.mean()), float(x_all.std(correction=0))
        widths = [int(n.params.get("features", 32)) for n in self.document.nodes if _tells_time(n)]
        waves = [10000.0 ** (-2 * torch.arange((w + 1) // 2) / w) for w in widths]

        def loss(batch: list[Tensor]) -> Tensor:
            (x,) = batch
            t = torch.randint(steps, (len(x),), generator=dice)
            noise = torch.randn(x.shape, generator=dice)
            kept = kept_all[t].reshape(-1, *[1] * (x.ndim - 1))
            noised = kept.sqrt() * ((x - mean) / scale) + (1 - kept).sqrt() * noise
            angles = [t.float()[:, None] * wave for wave in waves]
            times = [torch.cat([a.sin(), a.cos()], 1) for a in angles]
            return F.mse_loss(model(noised, *times), noise)

        return loss

    # -- two players -------------------------------------------------------------------------------

    def _gan(self) -> Callable[[], None]:
        p, dice = self.p, self.dice
        forger, judge = self.nets["generator"], self.nets["discriminator"]
        noise = next(n for n in self.document.nodes if n.block == "noise")
        width = int(noise.params.get("features", 2))
        options = {"betas": (p["beta1"], p["beta2"]), "fused": True}
        of_judge = list(judge.parameters())
        of_forger = list(forger.parameters())
        judge_opt = CLASSES[p["optimizer"]](of_judge, lr=p["lr_discriminator"], **options)
        forger_opt = CLASSES[p["optimizer"]](of_forger, lr=p["lr_generator"], **options)
        wasserstein = p["loss"] == "wgan_gp"

        def judged(x: Tensor, fake: Tensor) -> Tensor:
            on_real, on_fake = judge(x), judge(fake)
            if not wasserstein:
                return F.softplus(-on_real).mean() + F.softplus(on_fake).mean()
            share = torch.rand(len(x), *[1] * (x.ndim - 1), generator=dice)
            between = (x + share * (fake - x)).requires_grad_()
            (slope,) = torch.autograd.grad(judge(between).sum(), between, create_graph=True)
            penalty = (slope.flatten(1).norm(dim=1) - 1).square().mean()
            return on_fake.mean() - on_real.mean() + p["gradient_penalty"] * penalty

        def step() -> None:
            for _ in range(p["discriminator_steps"]):
                (x,) = self.next_batch()
                with torch.no_grad():
                    fake = forger(torch.randn(len(x), width, generator=dice))
                loss = judged(x, fake)
                judge_opt.zero_grad()
                loss.backward(inputs=of_judge)
                judge_opt.step()
            said = judge(forger(torch.randn(len(x), width, generator=dice)))
            loss = -said.mean() if wasserstein else F.softplus(-said).mean()
            forger_opt.zero_grad()
            loss.backward(inputs=of_forger)
            forger_opt.step()

        return step


def _is_network(name: str, value: object) -> bool:
    return isinstance(value, nn.Module) and not name.startswith("_")


def _tells_time(node: Any) -> bool:
    return bool(node.block == "time_embedding")


def _schedule(p: dict[str, Any], total: int) -> Callable[[int], float]:
    if p["schedule"] == "cosine":
        return schedules.cosine(total)
    if p["schedule"] == "warmup_cosine":
        return schedules.warmup_cosine(p["warmup_steps"], total)
    return schedules.constant
