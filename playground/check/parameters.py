"""Parameters that a block, a dataset or a kind of training cannot take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """The problem of parameters that `make` refused, with the repair that resets them.

    Parameters
    ----------
    setter : callable
        Edit that sets one of these parameters; setting None must remove the entry.
    section : str
        Where the parameters are in the document, e.g. "train.params".
    """
    wrong = [name for name, value in params.items() if not accepts(cls, name, value)]
    names = wrong or list(params)  # each is fine alone, together they are not: reset all

    def reset(doc: Document) -> Document:
        for name in names:
            doc = setter(doc, name, None)
        return doc

    return Problem(
        "bad_parameter",
        message,
        node=node,
        place=f"{section}.{wrong[0]}" if wrong else section,
        fixes=(Fix(_title(cls, names), reset),) if names else (),
    )


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
