"""What models of language share: which data they need, what they may see, how they are judged."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from playground.check.fixes import set_value
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.data._vocabulary import MASK, is_characters
from playground.data.base import Field
from playground.document import edits, topology
from playground.document.model import Document
from playground.errors import TrainError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor, fx

    from playground.train.run import Run

IGNORED = -100  # target of a step that does not count; what torch's cross-entropy leaves out
JUDGED = 2**13  # tokens that `evaluate` looks at: test samples spread over all there are
CHUNK = 2**13  # tokens that go through the network at once


# --- what does not fit ----------------------------------------------------------------------------


def check_tokens_to_predict(report: Report, target: str) -> Iterator[Problem]:
    """An error for data without tokens at each step."""
    field = report.fields.get(target)
    if field is None or (field.kind == "token" and len(field.shape) == 1):
        return
    yield Problem(
        "no_tokens",
        tr(
            'A language model predicts tokens, but the field "{field}" of the data holds none.',
            field=target,
        ),
        hint=tr("Choose data of the group Language, or another kind of training."),
        place="data",
        fixes=(
            _use_text(),
            Fix(tr("Use {name}", name="supervised"), _learn_supervised),
        ),
    )


def _learn_supervised(doc: Document) -> Document:
    return edits.set_train(doc, experiment="supervised", params={})


def check_causal(report: Report) -> Iterator[Problem]:
    """An error for each block through which a step sees later ones: it would copy its answer."""
    spec = report.models["main"]
    for id in topology.subgraph(report.document, spec):
        checked = report.nodes.get(id)
        if checked is None or checked.block is None or checked.node.muted:
            continue
        if getattr(checked.block, "bidirectional", False):
            yield _sees_later(
                id, tr("It reads from the last step on, too."), "bidirectional", False
            )
        elif getattr(checked.block, "causal", True) is False and _hides_nothing(report, checked):
            yield _sees_later(id, tr("Its steps look at all others."), "causal", True)


def _hides_nothing(report: Report, checked: NodeReport) -> bool:
    """Whether attention takes keys of as many steps as it answers, so that some are later."""
    lengths = {shape[0] for shape in checked.inputs if shape}
    return len(lengths) == 1 and lengths != {1}


def _sees_later(id: str, reason: str, name: str, value: bool) -> Problem:
    return Problem(
        "sees_later_steps",
        tr("In {id} a step sees later ones: it could copy the token it is to predict.", id=id),
        hint=reason,
        node=id,
        place=name,
        fixes=(set_value(id, name, value),),
    )


def check_mask(report: Report, target: str) -> Iterator[Problem]:
    """An error where the vocabulary has no [MASK]."""
    field = report.fields.get(target)
    if field is None or field.kind != "token" or MASK in field.vocabulary:
        return
    able = hasattr(report.dataset, "mask_token")
    yield Problem(
        "no_mask",
        tr("The vocabulary has no token [MASK] to hide others with."),
        hint=tr("Switch mask_token of the data on."),
        place="data.params.mask_token",
        fixes=(_switch_mask_on() if able else _use_text(mask_token=True),),
    )


def _switch_mask_on() -> Fix:
    return Fix(
        tr("Switch {name} on", name="mask_token"),
        lambda doc: edits.set_data_param(doc, "mask_token", True),
    )


def _use_text(**params: object) -> Fix:
    return Fix(tr("Use {name}", name="text"), lambda doc: edits.set_data(doc, "text", params))


def refuse_leaks(run: Run, target: Tensor) -> None:
    """Raise a `TrainError` where an early step's answer changes with a later token.

    The check of the document knows the blocks that do so by themselves; this finds the others, such
    as a Flatten block with a Linear one behind it. Two passes of one sample.
    """
    import torch

    from playground.telemetry.probes.forward import untouched

    model, names = run.models["main"], run.inputs()
    if len(names) != 1 or target.shape[1] < 2:
        return
    x = run.train[names[0]][:1]
    half = x.shape[1] // 2
    other = x.clone()
    other[:, half:] = (other[:, half:] + 1) % len(run.fields[names[0]].vocabulary)
    with untouched(model):
        first, second = model(x)[:, :half], model(other)[:, :half]
    if not torch.allclose(first, second, rtol=1e-3, atol=1e-4):
        raise TrainError(
            tr("A step of this network sees later ones: it could copy what it is to predict."),
            hint=tr("Use blocks that look back only: recurrent ones, or attention with causal on."),
            node=run.document.train.models["main"].output,
        )


# --- how good it is -------------------------------------------------------------------------------


def spread(count: int, length: int) -> Tensor:
    """Numbers of the samples that are judged: at most JUDGED tokens, spread over all samples."""
    import torch

    most = max(1, JUDGED // length)
    if count <= most:
        return torch.arange(count)
    return torch.linspace(0, count - 1, most).long()


def judge(
    model: fx.GraphModule, inputs: list[Tensor], target: Tensor, field: Field, whole: bool
) -> dict[str, float]:
    """Loss and shares of right answers.

    Parameters
    ----------
    model : fx.GraphModule
        In eval mode.
    inputs : list of Tensor
        Fields (N, T).
    target : Tensor
        int64 (N, T); IGNORED where a step does not count.
    field : Field
        Of the target.
    whole : bool
        Whether also the samples are counted in which all that counts is right.

    Returns
    -------
    dict of str to float
        "loss" in nats a token, "perplexity", "accuracy", "exact" where `whole`, and for characters
        otherwise "bits_per_character".
    """
    from torch.nn import functional as F

    nats = right = counted = exact = 0.0
    size = max(1, CHUNK // target.shape[1])
    for start in range(0, len(target), size):
        some = target[start : start + size]
        outputs = model(*(x[start : start + size] for x in inputs))
        flat = outputs.flatten(0, 1)
        nats += F.cross_entropy(flat, some.flatten(), ignore_index=IGNORED, reduction="sum").item()
        counts = some != IGNORED
        hits = (outputs.argmax(-1) == some) | ~counts
        right += int((hits & counts).sum())
        counted += int(counts.sum())
        exact += int(hits.all(1).sum())
    loss = nats / max(counted, 1)
    found = {"loss": loss, "perplexity": math.exp(min(loss, 700.0))}
    found["accuracy"] = right / max(counted, 1)
    if whole:
        found["exact"] = exact / len(target)
    elif is_characters(field.vocabulary):
        found["bits_per_character"] = loss / math.log(2.0)
    return found
