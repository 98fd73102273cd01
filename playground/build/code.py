"""From a document to the PyTorch program a student would write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playground.build.code_classes import Classes
from playground.build.modules import known_shapes, ordered_sources
from playground.check.check import check
from playground.check.report import Report
from playground.document import topology
from playground.document.model import Document, ModelSpec
from playground.errors import BuildError

_TAKEN = {"torch", "nn", "self"}  # names that `forward` needs itself
_LOSSES = {
    "cross_entropy": "nn.CrossEntropyLoss()",
    "bce_with_logits": "nn.BCEWithLogitsLoss()",
    "mse": "nn.MSELoss()",
    "l1": "nn.L1Loss()",
    "smooth_l1": "nn.SmoothL1Loss()",
}
_OPTIMIZERS = {
    "sgd": "SGD",
    "adam": "Adam",
    "adamw": "AdamW",
    "rmsprop": "RMSprop",
    "adagrad": "Adagrad",
}


def export_code(document: Document) -> str:
    """Write the document as a PyTorch program that needs nothing of this project.

    A chain of layers becomes an `nn.Sequential`, a graph with branches a class. With composites
    each definition becomes a class. The weights have the names that they have here. Supervised
    training comes with its loop: a function `train(model, x, y)` for tensors x and y.

    Raises
    ------
    BuildError
        The document has a problem; the error names the first one.
    """
    report = check(document)
    for problem in report.problems:
        if problem.severity == "error":
            raise BuildError(problem.message, problem.hint, problem.node or problem.place)
    parts: list[str] = []
    if report.expansion is None:
        parts += [_Model(report, role, spec).code() for role, spec in report.models.items()]
    else:
        classes = Classes(report)
        models = [classes.model(role, spec) for role, spec in report.models.items()]
        parts += [*classes.texts, *models]
    if document.train.experiment == "supervised":
        parts.append(_training(document, report))
    return "\n\n\n".join([_head(document, "".join(parts)), *parts]) + "\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """One block of a model: what it is made of, and from what it computes its value."""

    name: str
    module: str  # "nn.Linear(2, 4)", or "" for an expression
    value: str  # right-hand side in `forward`
    sources: tuple[str, ...]


class _Model:
    """Writes one model."""

    def __init__(self, report: Report, role: str, spec: ModelSpec) -> None:
        self.report, self.spec = report, spec
        self.variable = "model" if role == "main" else role
        self.class_name = "".join(word.capitalize() for word in self.variable.split("_"))
        self.names = {id: _variable(id) for id in spec.inputs}  # block id -> variable in `forward`
        self.lines = self._lines()

    def code(self) -> str:
        """The definition of the model, and the model itself."""
        return self._sequential() if self._is_chain() else self._class()

    def _lines(self) -> list[_Line]:
        incoming = topology.incoming(self.report.document)
        lines = []
        for id in topology.subgraph(self.report.document, self.spec):
            checked = self.report.nodes[id]
            block = checked.block
            if id in self.names or block is None:
                continue
            sources = [self.names[s] for s in ordered_sources(block, incoming[id])]
            if checked.node.muted:
                self.names[id] = sources[0]
                continue
            self.names[id] = name = _variable(id)
            code = block.code(*known_shapes(checked))
            if block.call(*known_shapes(checked)) is not None:
                value = block.invoked(f"self.{name}", *sources)
                lines.append(_Line(name, code, value, tuple(sources)))
            else:
                lines.append(_Line(name, "", code.format(*sources), tuple(sources)))
        return lines

    def _is_chain(self) -> bool:
        before = self.names[self.spec.inputs[0]]
        for line in self.lines:
            if line.value != f"self.{line.name}({before})":
                return False
            before = line.name
        return len(self.spec.inputs) == 1 and before == self.names[self.spec.output]

    def _sequential(self) -> str:
        if not self.lines:
            return f"{self.variable} = nn.Identity()"
        rows = [f"        {line.name}={line.module}," for line in self.lines]
        first, last = f"{self.variable} = nn.Sequential(", ")"
        return "\n".join([first, "    OrderedDict(", *rows, "    )", last])

    def _class(self) -> str:
        modules = [
            f"        self.{line.name} = {line.module}" for line in self.lines if line.module
        ]
        values = [f"        {line.name} = {line.value}" for line in self.lines]
        return "\n".join(
            [
                f"class {self.class_name}(nn.Module):",
                "    def __init__(self):",
                "        super().__init__()",
                *modules,
                "",
                f"    def forward(self, {', '.join(self.names[id] for id in self.spec.inputs)}):",
                *values,
                f"        return {self.names[self.spec.output]}",
                "",
                "",
                f"{self.variable} = {self.class_name}()",
            ]
        )


def _variable(id: str) -> str:
    return f"{id}_" if id in _TAKEN else id


def _head(document: Document, program: str) -> str:
    standard = [
        *(["import math"] if "math." in program else []),
        *(["from collections import OrderedDict"] if "OrderedDict(" in program else []),
    ]
    lines = [
        *standard,
        *([""] if standard else []),
        "import torch",
        "from torch import nn",
        "",
        f"torch.manual_seed({document.train.seed})",
    ]
    title = " ".join(document.title.split()).replace('"""', "'''").rstrip('\\"')
    return "\n".join([f'"""{title}."""', "", *lines] if title else lines)


def _training(document: Document, report: Report) -> str:
    """The loop of supervised learning, with the optimiser and the loss of the document."""
    settings: dict[str, Any] = report.experiment.model_dump() if report.experiment else {}
    spec = next(iter(report.models.values()))
    inputs = [f"x{i}" if i else "x" for i in range(len(spec.inputs))]
    field, schedule = report.fields[settings["target"]], _schedule(settings)
    batch = ", ".join(f"{name}[rows]" for name in inputs)
    return "\n".join(
        [
            f"def train(model, {', '.join(inputs)}, y, steps={document.train.steps}):",
            *_describe(inputs, spec, report),
            f"    optimizer = {_optimizer(settings)}",
            f"    loss_of = {_LOSSES[settings['loss']]}",
            *_targets(settings["loss"], field.kind == "class", report.shape(spec.output) or ()),
            *([f"    schedule = {schedule}"] if schedule else []),
            "    model.train()",
            "    step = 0",
            "    while step < steps:",
            f"        for rows in torch.randperm(len(y)).split({settings['batch_size']}):",
            f"            loss = loss_of(model({batch}), y[rows])",
            *_penalty(settings["l1"]),
            "            optimizer.zero_grad()",
            "            loss.backward()",
            *_clipping(settings["clip_grad_norm"]),
            "            optimizer.step()",
            *(["            schedule.step()"] if schedule else []),
            "            step += 1",
            "            if step == steps:",
            "                break",
            "    return loss.item()",
        ]
    )


def _describe(inputs: list[str], spec: ModelSpec, report: Report) -> list[str]:
    shapes = [report.shape(id) or () for id in spec.inputs]
    words = [f"{i} {('n', *s)}".replace("'", "") for i, s in zip(inputs, shapes, strict=True)]
    dataset = report.document.data.dataset
    return [f'    """Train on n samples of {dataset}: {", ".join(words)} and their targets y."""']


def _optimizer(settings: dict[str, Any]) -> str:
    words = ["model.parameters()", f"lr={settings['lr']!r}"]
    if settings["momentum"] and settings["optimizer"] in {"sgd", "rmsprop"}:
        words.append(f"momentum={settings['momentum']!r}")
    if settings["weight_decay"] or settings["optimizer"] == "adamw":  # AdamW's own default is 0.01
        words.append(f"weight_decay={settings['weight_decay']!r}")
    return f"torch.optim.{_OPTIMIZERS[settings['optimizer']]}({', '.join(words)})"


def _targets(loss: str, labels: bool, output: tuple[int, ...]) -> list[str]:
    if not labels or loss == "cross_entropy":
        return []
    if output == (1,):
        return ["    y = y.float().unsqueeze(1)"]
    return [f"    y = nn.functional.one_hot(y, {output[0]}).float()"]


def _penalty(l1: float) -> list[str]:
    if not l1:
        return []
    norm = "sum(p.abs().sum() for p in model.parameters() if p.ndim > 1)"
    return [f"            loss = loss + {l1!r} * {norm}"]


def _clipping(limit: float) -> list[str]:
    line = f"            nn.utils.clip_grad_norm_(model.parameters(), {limit!r})"
    return [line] if limit else []


def _schedule(settings: dict[str, Any]) -> str:
    """The scheduler of torch that does the same; "" for a constant learning rate."""
    rise = settings["warmup_steps"]
    fall = f"0.55 + 0.45 * math.cos(math.pi * min(1.0, (i - {rise}) / max(steps - {rise}, 1)))"
    classes = {
        "step": f"StepLR(optimizer, {settings['step_size']}, {settings['gamma']!r})",
        "cosine": "CosineAnnealingLR(optimizer, steps)",
        "one_cycle": f"OneCycleLR(optimizer, {settings['lr']!r}, steps, cycle_momentum=False)",
        "warmup": f"LambdaLR(optimizer, lambda i: min(1.0, (i + 1) / {rise}))",
        "warmup_cosine": "LambdaLR(\n        optimizer,\n"
        f"        lambda i: (i + 1) / {rise} if i < {rise} else {fall},\n    )",
    }
    made = classes.get(settings["schedule"], "")
    return f"torch.optim.lr_scheduler.{made}" if made else ""
