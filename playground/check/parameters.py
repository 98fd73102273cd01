"""Parameters that a block, a dataset or a kind of training cannot take."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from playground.check.problems import Fix, Problem
from playground.document.model import Document
from playground.errors import ParameterError
from playground.i18n import tr
from playground.parameters import Parametric

P = TypeVar("P", bound=Parametric)
Setter = Callable[[Document, str, Any], Document]  # sets a parameter; None removes it


def make(cls: type[P], params: Mapping[str, Any]) -> tuple[P | None, str]:
    """The thing with its parameters and "", or None and what is wrong with them."""
    try:
        return cls.make(params), ""
    except ParameterError as error:
        return None, f"{error.message} {error.hint}".rstrip()


def bad_parameter(
    cls: type[Parametric],
    params: Mapping[str, Any],
    setter: Setter,
    message: str,
    *,
    node: str = "",
    section: str = "params",
) -> Problem:
    """The problem of parameters that `make` refused, with the repairs that reset or correct them.

    Parameters
    ----------
    setter : callable
        Edit that sets one of these parameters; setting None must remove the entry.
    section : str
        Where the parameters are in the document, e.g. "train.params".
    """
    wrong = [name for name, value in params.items() if not accepts(cls, name, value)]
    names = wrong or list(params)  # each is fine alone, together they are not
    fixes: list[Fix] = []
    if len(wrong) == 1:
        fixes += _better(cls, wrong[0], params, setter)
    elif not wrong:
        fixes += [_reset(cls, [name], setter) for name in names]
    if len(wrong) == 1 and wrong[0] in cls.model_fields:
        fixes.insert(0 if _is_number(params[wrong[0]]) else len(fixes), _reset(cls, wrong, setter))
    elif names:
        fixes.append(_reset(cls, names, setter))
    return Problem(
        "bad_parameter",
        message,
        node=node,
        place=f"{section}.{wrong[0]}" if wrong else section,
        fixes=tuple(fixes),
    )


def _reset(cls: type[Parametric], names: list[str], setter: Setter) -> Fix:
    def edit(doc: Document) -> Document:
        for name in names:
            doc = setter(doc, name, None)
        return doc

    return Fix(_title(cls, names), edit)


def _better(
    cls: type[Parametric], wrong: str, params: Mapping[str, Any], setter: Setter
) -> Iterator[Fix]:
    """Repairs that keep what was meant: the name or the value that is nearest."""
    value = params[wrong]
    info = next((info for info in cls.infos() if info.name == wrong), None)
    if info is None:
        free = [name for name in cls.model_fields if name not in params]
        for name in difflib.get_close_matches(wrong, free, n=2):
            if accepts(cls, name, value):
                yield _rename(wrong, name, value, setter)
    elif info.choices:
        choices = [c for c in info.choices if isinstance(c, str) and c != info.default]
        for choice in difflib.get_close_matches(str(value), choices, n=2):
            yield _set(wrong, choice, setter)
    elif _is_number(value):
        nearest = min(max(value, _or(info.minimum, value)), _or(info.maximum, value))
        nearest = round(nearest) if info.kind == "int" else nearest
        if nearest != info.default and accepts(cls, wrong, nearest):
            yield _set(wrong, nearest, setter)


def _rename(old: str, new: str, value: Any, setter: Setter) -> Fix:
    title = tr("Rename {name} to {new}", name=old[:60], new=new)
    return Fix(title, lambda doc: setter(setter(doc, old, None), new, value))


def _set(name: str, value: Any, setter: Setter) -> Fix:
    title = tr("Set {name} to {value}", name=name, value=value)
    return Fix(title, lambda doc: setter(doc, name, value))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _or(bound: float | None, value: Any) -> Any:
    return value if bound is None else bound


def accepts(cls: type[Parametric], name: str, value: Any) -> bool:
    """Whether the class takes that parameter with that value, all others left at their defaults."""
    return make(cls, {name: value})[0] is not None


def _title(cls: type[Parametric], names: list[str]) -> str:
    if len(names) > 1:
        return tr("Reset {names} to their defaults", names=", ".join(names)[:80])
    name = names[0]
    if name not in cls.model_fields:
        return tr("Remove {name}", name=name[:60])
    return tr("Reset {name} to {value}", name=name, value=cls.model_fields[name].default)
