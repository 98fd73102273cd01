"""A GPT of ready composites, and the same architecture written by hand with its weights."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from playground.blocks.base import format_shape
from playground.build.code import export_code
from playground.build.modules import build
from playground.check.check import check
from playground.document import edits
from playground.document.composites import unpack
from playground.document.model import Document
from playground.document.ready import bring

LAYERS, WIDTH, HEADS = 4, 64, 4


def gpt(**params) -> Document:
    """Tokens -> rows + positions -> four Transformer blocks -> norm -> scores of all tokens."""
    chain = [
        ("x", "input", {}),
        ("embed", "embedding", {"num_embeddings": 12, "embedding_dim": WIDTH}),
        ("place", "positional_encoding", {"kind": "learned"}),
        (
            "layers",
            "composite",
            {"definition": "transformer", "repeat": LAYERS, "params": {"num_heads": HEADS}},
        ),
        ("norm", "layer_norm", {}),
        ("out", "linear", {"out_features": 12, "bias": False}),
    ]
    nodes = [{"id": id, "block": block, "params": params} for id, block, params in chain]
    ids = [id for id, _, _ in chain]
    document = Document.model_validate(
        {
            "data": {"dataset": "sort"},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
            "train": {"models": {"main": {"input": "x", "output": "out"}}, "seed": 5},
        }
    )
    document = bring(document, document.node("layers"))
    vocabulary = len(check(document).fields["x"].vocabulary)
    document = edits.set_param(document, "embed", "num_embeddings", vocabulary)
    return edits.set_param(document, "out", "out_features", vocabulary)


class Layer(nn.Module):
    """One pre-norm layer with its q, k and v apart."""

    def __init__(self):
        super().__init__()
        self.before_attention, self.before_network = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        batch, steps, _ = x.shape
        z = self.before_attention(x)
        q, k, v = (
            f(z).view(batch, steps, HEADS, WIDTH // HEADS).transpose(1, 2)
            for f in (self.q, self.k, self.v)
        )
        scores = q @ k.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        later = torch.ones(steps, steps).triu(1).bool()
        shares = scores.masked_fill(later, -math.inf).softmax(-1)
        x = x + self.o((shares @ v).transpose(1, 2).reshape(batch, steps, WIDTH))
        return x + self.down(F.gelu(self.up(self.before_network(x))))


class ByHand(nn.Module):
    def __init__(self, tokens: int, steps: int):
        super().__init__()
        self.rows = nn.Embedding(tokens, WIDTH)
        self.places = nn.Parameter(torch.zeros(steps, WIDTH))
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm, self.out = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, tokens, bias=False)

    def forward(self, tokens):
        x = self.rows(tokens) + self.places[: tokens.shape[1]]
        for layer in self.layers:
            x = layer(x)
        return self.out(self.norm(x))


def pairs(state, hand: ByHand):
    """Each tensor of the network (or its gradient), with the one by hand that it belongs to."""
    yield state["embed.weight"], hand.rows.weight
    yield state["place.weight"], hand.places
    yield state["norm.weight"], hand.norm.weight
    yield state["norm.bias"], hand.norm.bias
    yield state["out.weight"], hand.out.weight
    for number, layer in enumerate(hand.layers):
        start = f"layers.{number}"
        for kind in ("weight", "bias"):
            yield state[f"{start}.norm1.{kind}"], getattr(layer.before_attention, kind)
            yield state[f"{start}.norm2.{kind}"], getattr(layer.before_network, kind)
            packed = state[f"{start}.attention.in_proj_{kind}"].chunk(3)
            yield from zip(
                packed, (getattr(f, kind) for f in (layer.q, layer.k, layer.v)), strict=True
            )
            yield state[f"{start}.attention.out_proj.{kind}"], getattr(layer.o, kind)
            yield state[f"{start}.network.0.{kind}"], getattr(layer.up, kind)
            yield state[f"{start}.network.2.{kind}"], getattr(layer.down, kind)


@pytest.fixture
def models():
    document = gpt()
    model = build(document)["main"]
    tokens, steps = document.node("embed").params["num_embeddings"], len(model.place.weight)
    hand = ByHand(tokens, steps)
    generator = torch.Generator().manual_seed(11)
    with torch.no_grad():
        for parameter in model.parameters():  # biases start at 0, which would hide mistakes
            parameter.add_(0.05 * torch.randn(parameter.shape, generator=generator))
        for mine, theirs in pairs(model.state_dict(), hand):
            theirs.copy_(mine)
    x = torch.randint(tokens, (5, steps), generator=generator)
    y = torch.randint(tokens, (5, steps), generator=generator)
    return model, hand, x, y


def test_a_gpt_built_here_is_the_one_written_by_hand(models):
    model, hand, x, y = models
    ours, theirs = model(x), hand(x)
    assert torch.allclose(ours, theirs, atol=1e-5), (ours - theirs).abs().max()
    for logits in (ours, theirs):
        F.cross_entropy(logits.flatten(0, 1), y.flatten()).backward()
    grads = {name: parameter.grad for name, parameter in model.named_parameters()}
    compared = list(pairs(grads, hand))
    assert sum(mine.numel() for mine, _ in compared) == sum(g.numel() for g in grads.values())
    for mine, theirs in compared:
        assert torch.allclose(mine, theirs.grad, atol=1e-5), (mine - theirs.grad).abs().max()


def test_after_training_the_fused_kernels_say_the_same(models):
    model, hand, x, _ = models
    with torch.no_grad():
        assert torch.allclose(model.eval()(x), hand.eval()(x), atol=1e-5)


def test_a_prompt_shorter_than_the_context_is_taken(models):
    model, hand, x, _ = models
    with torch.no_grad():
        assert torch.allclose(model.eval()(x[:, :3]), hand(x)[:, :3], atol=1e-5)


def test_the_exported_program_is_the_same_network(models):
    model, _, x, _ = models
    scope: dict = {}
    exec(export_code(gpt()), scope)
    scope["model"].load_state_dict(model.state_dict())
    assert torch.allclose(scope["model"](x), model(x), atol=1e-6)


def test_unpacked_it_is_the_same_network():
    document = gpt()
    unpacked = unpack(document, "layers")
    assert not any(node.block == "composite" for node in unpacked.nodes)
    report = check(unpacked)
    assert report.ok, report.problems
    assert report.cost == check(document).cost
    assert {format_shape(report.shape(n.id)) for n in unpacked.nodes if n.block == "add"} == {
        format_shape(check(document).shape("layers"))
    }
