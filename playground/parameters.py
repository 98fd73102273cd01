"""Things with declared parameters: blocks, datasets, experiments.

A parameter is said once. Its declaration makes the form in the inspector, the range check, the
entry in the file, the help and the JSON Schema.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.config import JsonDict

from playground.errors import ParameterError
from playground.i18n import mark, tr


def param(
    default: Any,
    *,
    help: str,
    title: str = "",
    unit: str = "",
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    log: bool = False,
    path: Literal["", "file", "folder"] = "",
    advanced: bool = False,
) -> Any:
    """Declare a parameter: its default, help, unit and range.

    Parameters
    ----------
    default
        Value when nothing is said; its annotation is the type. `Literal[...]` makes a choice.
    help : str
        One sentence for a learner, in English; it is translated where it is shown.
    title : str
        Label of the form; the parameter's name in words unless given.
    unit : str
        Unit shown behind the value, e.g. "px".
    ge, gt, le, lt : float, optional
        Smallest and largest accepted value.
    log : bool
        The form's slider moves in factors, not in sums (learning rates).
    path : str
        The value is the path of a file or a folder: the form offers a dialog.
    advanced : bool
        The form shows it only when unfolded.
    """
    extra: JsonDict = {"unit": unit, "log": log, "path": path, "advanced": advanced, "label": title}
    return Field(default, description=help, ge=ge, gt=gt, le=le, lt=lt, json_schema_extra=extra)


@dataclass(frozen=True, slots=True)
class ParamInfo:
    """One parameter as a form needs it."""

    name: str
    kind: str  # "int", "float", "bool", "str", "choice" or "tuple"
    default: Any
    help: str  # English; pass through tr
    title: str  # English; pass through tr
    unit: str
    minimum: float | None
    maximum: float | None
    choices: tuple[Any, ...]
    log: bool
    path: str
    advanced: bool
    optional: bool  # None is accepted


class Parametric(BaseModel):
    """Base of everything with declared parameters. Instances are frozen and compare by value."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, strict=False, defer_build=True
    )

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    group: ClassVar[str] = ""

    @classmethod
    def make(cls, params: Mapping[str, Any], place: str = "") -> Self:
        """Validate `params`; a `ParameterError` says what came, what is accepted and where."""
        try:
            return cls(**params)
        except ValidationError as error:
            raise ParameterError(_sentence(cls, error), node=place) from None
        except TypeError:  # a name that is no keyword, e.g. an empty one
            raise ParameterError(tr("The parameter names are not usable."), node=place) from None

    @classmethod
    def summary(cls) -> str:
        """What it does in plain words (English): the first paragraph of the docstring."""
        return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())

    @classmethod
    def infos(cls) -> tuple[ParamInfo, ...]:
        """The declared parameters in the order of their declaration."""
        return tuple(_info(name, field) for name, field in cls.model_fields.items())

    def changed(self) -> dict[str, Any]:
        """The parameters that differ from their defaults, ready for JSON."""
        return self.model_dump(mode="json", exclude_defaults=True)


def _bound(field: Any, *names: str) -> float | None:
    values = [getattr(m, name) for m in field.metadata for name in names if hasattr(m, name)]
    return values[0] if values else None


def _info(name: str, field: Any) -> ParamInfo:
    extra = field.json_schema_extra or {}
    types = get_args(field.annotation) if get_origin(field.annotation) is not Literal else ()
    optional = type(None) in types
    annotation = next((t for t in types if t is not type(None)), field.annotation)
    if not optional:
        annotation = field.annotation
    choices = get_args(annotation) if get_origin(annotation) is Literal else ()
    kind = "choice" if choices else getattr(get_origin(annotation) or annotation, "__name__", "str")
    return ParamInfo(
        name=name,
        kind=kind if kind in {"int", "float", "bool", "str", "choice", "tuple"} else "str",
        default=field.default,
        help=field.description or "",
        title=extra.get("label") or name.replace("_", " ").capitalize(),
        unit=extra.get("unit", ""),
        minimum=_bound(field, "ge", "gt"),
        maximum=_bound(field, "le", "lt"),
        choices=choices,
        log=extra.get("log", False),
        path=extra.get("path", ""),
        advanced=extra.get("advanced", False),
        optional=optional,
    )


_REASONS = {
    "greater_than_equal": mark("{name} is {value}; it must be at least {ge}."),
    "greater_than": mark("{name} is {value}; it must be greater than {gt}."),
    "less_than_equal": mark("{name} is {value}; it must be at most {le}."),
    "less_than": mark("{name} is {value}; it must be less than {lt}."),
    "literal_error": mark("{name} is {value}; it must be one of {expected}."),
    "int_type": mark("{name} is {value}; it must be a whole number."),
    "int_parsing": mark("{name} is {value}; it must be a whole number."),
    "int_from_float": mark("{name} is {value}; it must be a whole number."),
    "float_type": mark("{name} is {value}; it must be a number."),
    "float_parsing": mark("{name} is {value}; it must be a number."),
    "finite_number": mark("{name} is {value}; it must be a finite number."),
    "bool_parsing": mark("{name} is {value}; it must be true or false."),
    "bool_type": mark("{name} is {value}; it must be true or false."),
    "string_type": mark("{name} is {value}; it must be a text."),
    "missing": mark("{name} is missing."),
}


def _sentence(cls: type[Parametric], error: ValidationError) -> str:
    problem = error.errors()[0]
    name = ".".join(str(part) for part in problem["loc"]) or tr("The parameters")
    value = repr(problem.get("input"))[:60]
    if problem["type"] == "extra_forbidden":
        names = ", ".join(cls.model_fields) or tr("none")
        return tr('There is no parameter "{name}"; there are: {names}.', name=name, names=names)
    context = problem.get("ctx", {})
    if problem["type"] in _REASONS:
        return tr(_REASONS[problem["type"]], name=name, value=value, **context)
    reason = str(context.get("error", problem["msg"])).removesuffix(".")
    return tr("{name} is {value}: {reason}.", name=name, value=value, reason=reason)
