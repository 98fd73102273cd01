"""Repairs of a block that does not exist, fails, or reads a field that the data lacks."""

from __future__ import annotations

from collections.abc import Iterator

from playground.check.fixes import delete, exchange, nearest, set_value
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.registry import blocks

# What other programs call our blocks. Near misses of our own names are found without it.
SUCCESSORS = {
    "averagepooling2d": "avg_pool2d",
    "batchnorm": "batch_norm1d",
    "batchnormalization": "batch_norm1d",
    "concatenate": "concat",
    "cat": "concat",
    "conv": "conv2d",
    "convolution": "conv2d",
    "deconv": "conv_transpose2d",
    "dense": "linear",
    "elu": "leaky_relu",
    "fc": "linear",
    "fullyconnected": "linear",
    "gemm": "linear",
    "logistic": "sigmoid",
    "maxpool": "max_pool2d",
    "normalization": "layer_norm",
    "plus": "add",
    "sum": "add",
    "swish": "silu",
    "view": "reshape",
}


def likely_blocks(key: str) -> list[str]:
    """Keys of blocks that are meant by an unknown key, likeliest first."""
    successor = SUCCESSORS.get(key.lower().replace("_", ""))
    if successor is not None and successor in blocks:
        return [successor, *(name for name in nearest(key, blocks) if name != successor)]
    return nearest(key, blocks)


def unknown_block(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """The block that succeeded it, those whose names are near, or none at all."""
    likely = likely_blocks(checked.node.block)
    for name in likely[:2]:
        yield exchange(checked, name)
    yield delete(checked.node.id)
    for name in likely[2:]:
        yield exchange(checked, name)


def block_failed(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Somebody else's block with a fault of its own can only go."""
    yield delete(checked.node.id)


def unknown_field(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """The field with the nearest name, then the others."""
    wanted = str(checked.node.params.get("field", ""))
    for name in dict.fromkeys([*nearest(wanted, report.fields), *report.fields]):
        yield set_value(checked.node.id, "field", name)
