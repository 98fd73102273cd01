"""One block at a time on new steps only, with what earlier steps left kept.

Shapes: B = 1 sample, N new steps, P steps before them, F features, H heads, D features of a head.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from playground.blocks.base import Block


class Unsteppable(Exception):
    """A block that needs all steps at once."""


class Stage:
    """A block on some new steps of a sequence."""

    def reset(self) -> None:
        """Forget the sequence."""
        self._forget()

    def __call__(self, place: int, *xs: Tensor) -> Tensor:
        """Outputs (B, N, F) for inputs (B, N, F) of which the first step is number `place`."""
        return self._work(place, *xs)

    def _forget(self) -> None:
        """Drop what is kept of earlier steps; most keep nothing."""

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        raise NotImplementedError


class Each(Stage):
    """Each step by itself."""

    def __init__(self, run: Callable[..., Tensor]) -> None:
        self._run = run

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        return self._run(*xs)


class Kept(Stage):
    """A recurrent network: its state after the last step is where the next one begins."""

    def __init__(self, module: nn.Module) -> None:
        self._module, self._state = module, None

    def _forget(self) -> None:
        self._state = None

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        out, self._state = self._module(xs[0], self._state)
        return cast(Tensor, out)


class Places(Stage):
    """What depends on the place alone: a row is added, or pairs of features are turned."""

    def __init__(self, block: Any, module: nn.Module | None) -> None:
        self._block, self._module = block, module
        self._table: Tensor | None = None

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        (x,) = xs
        end = place + x.shape[1]
        if self._module is not None:
            return x + cast(Tensor, self._module.weight)[place:end]
        if self._table is None or len(self._table) < end or self._table.device != x.device:
            self._table = self._rows(x, max(end, 256))
        rows = self._table[place:end]
        if self._block.kind == "sine":
            return x + rows
        a, b = x[..., 0::2], x[..., 1::2]  # pairs lie side by side, head after head
        cos, sin = rows[:, 0::2], rows[:, 1::2]
        return torch.stack([a * cos - b * sin, a * sin + b * cos], -1).flatten(2)

    def _rows(self, x: Tensor, count: int) -> Tensor:
        """Of sine what is added to 0; of rotary what becomes of the pair (1, 0): cos and sin."""
        blank = x.new_zeros(1, count, x.shape[2])
        if self._block.kind == "rotary":
            blank[..., 0::2] = 1.0
        return cast(Tensor, self._block.apply(blank)[0])


class Cache:
    """Keys and values of all steps so far, (1, H, P, D) each; grows by doubling."""

    def __init__(self) -> None:
        self._held: list[Tensor] = []

    def attend(self, place: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Causal attention of new queries (1, H, N, D) to all keys up to their own."""
        end = place + q.shape[2]
        if not self._held or self._held[0].shape[2] < end or self._held[0].device != k.device:
            self._grow(place, end, k, v)
        keys, values = self._held
        keys[:, :, place:end], values[:, :, place:end] = k, v
        if q.shape[2] == 1:
            return F.scaled_dot_product_attention(q, keys[:, :, :end], values[:, :, :end])
        seen = torch.ones(q.shape[2], end, dtype=torch.bool, device=q.device).tril(place)
        return F.scaled_dot_product_attention(q, keys[:, :, :end], values[:, :, :end], seen)

    def _grow(self, place: int, end: int, *new: Tensor) -> None:
        before, self._held = self._held, []
        for number, tensor in enumerate(new):
            batch, heads, _, width = tensor.shape
            room = tensor.new_zeros(batch, heads, max(64, 2 * end), width)
            if before:
                room[:, :, :place] = before[number][:, :, :place]
            self._held.append(room)


class Attention(Stage):
    """Learned projections and attention, as nn.MultiheadAttention does it."""

    def __init__(self, module: nn.MultiheadAttention) -> None:
        if module.bias_k is not None or module.add_zero_attn or not module.batch_first:
            raise Unsteppable
        self._module, self._cache = module, Cache()

    def _forget(self) -> None:
        self._cache = Cache()

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        module = self._module
        q, k, v = (split(x, module.num_heads) for x in self._project(*xs))
        mixed = self._cache.attend(place, q, k, v).transpose(1, 2).flatten(2)
        return F.linear(mixed, module.out_proj.weight, module.out_proj.bias)

    def _project(self, query: Tensor, key: Tensor, value: Tensor) -> tuple[Tensor, ...]:
        module, bias = self._module, self._module.in_proj_bias
        weights: tuple[Tensor, ...]
        if not module._qkv_same_embed_dim:
            weights = (module.q_proj_weight, module.k_proj_weight, module.v_proj_weight)
        elif query is key is value:
            return F.linear(query, module.in_proj_weight, bias).chunk(3, -1)
        else:
            weights = module.in_proj_weight.chunk(3)
        biases = (None, None, None) if bias is None else bias.chunk(3)
        given = zip((query, key, value), weights, biases, strict=True)
        return tuple(F.linear(x, w, b) for x, w, b in given)


class Layer(Stage):
    """A whole layer of a Transformer, as nn.TransformerEncoderLayer does it."""

    def __init__(self, module: nn.TransformerEncoderLayer) -> None:
        self._module, self._attention = module, Attention(module.self_attn)

    def _forget(self) -> None:
        self._attention.reset()

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        (x,), module = xs, self._module
        if module.norm_first:
            read = module.norm1(x)
            x = x + self._attention(place, read, read, read)
            return x + self._dense(module.norm2(x))
        x = module.norm1(x + self._attention(place, x, x, x))
        normed: Tensor = module.norm2(x + self._dense(x))
        return normed

    def _dense(self, x: Tensor) -> Tensor:
        module = self._module
        return cast(Tensor, module.linear2(module.activation(module.linear1(x))))


class Mixing(Stage):
    """Attention without weights of its own."""

    def __init__(self, heads: int) -> None:
        self._heads, self._cache = heads, Cache()

    def _forget(self) -> None:
        self._cache = Cache()

    def _work(self, place: int, *xs: Tensor) -> Tensor:
        q, k, v = (split(x, self._heads) for x in xs)
        return self._cache.attend(place, q, k, v).transpose(1, 2).flatten(2)


def split(x: Tensor, heads: int) -> Tensor:
    """(B, N, F) -> (B, H, N, D)."""
    batch, steps, features = x.shape
    heads_apart: Tensor = x.view(batch, steps, heads, features // heads).transpose(1, 2)
    return heads_apart


# blocks that treat each step by itself, whatever their parameters
_EACH = {
    "add", "dropout", "embedding", "feed_forward", "gelu", "leaky_relu", "linear", "relu",
    "rms_norm", "sigmoid", "silu", "tanh",
}  # fmt: skip


def stage_of(block: Block, module: nn.Module | None) -> Stage:
    """The stage that does a block's work on new steps (B, N, F).

    Raises
    ------
    Unsteppable
        A block that needs all steps at once, or that nobody knows here.
    """
    key, given = block.key, cast(Any, block)
    if key in _EACH or _last_axis(given):
        if module is not None and type(block).invoke is Block.invoke:
            return Each(module)
        return Each(block.apply if module is None else lambda *xs: block.invoke(module, *xs))
    if key in {"rnn", "lstm", "gru"} and not given.bidirectional and given.output == "sequence":
        return Kept(cast(nn.Module, module))
    if key == "positional_encoding":
        return Places(block, module)
    if not getattr(block, "causal", False):
        raise Unsteppable
    if key == "multihead_attention":
        return Attention(cast(nn.MultiheadAttention, module))
    if key == "transformer_encoder_layer":
        return Layer(cast(nn.TransformerEncoderLayer, module))
    if key == "scaled_dot_product_attention":
        return Mixing(given.num_heads)
    raise Unsteppable


def _last_axis(block: Any) -> bool:
    """Whether it works along the features alone; sequences have the batch and the steps before."""
    if block.key == "layer_norm":
        return block.num_axes in {None, 1}
    return block.key in {"softmax", "concat"} and block.dim in {-1, 2}
