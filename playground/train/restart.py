"""What cannot be changed while a run goes on. Pure, without torch: the window asks it, too."""

from __future__ import annotations

from collections.abc import Mapping

from playground.data.base import Field
from playground.document.model import Document
from playground.i18n import tr


def why_restart(
    old: Document, new: Document, before: Mapping[str, Field], after: Mapping[str, Field]
) -> str:
    """Why a run of one document cannot go on with another one; "" when it can.

    Parameters
    ----------
    old, new : Document
        What is trained, and what should be.
    before, after : mapping
        Fields of their data.

    Returns
    -------
    str
        What differs, in the user's language, such as "other classes".
    """
    if old.train.experiment != new.train.experiment:
        return tr("another kind of training")
    if old.train.seed != new.train.seed:
        return tr("another seed")
    if old.data == new.data:
        return ""
    if before.keys() != after.keys():
        return tr("data with other fields")
    for name, field in before.items():
        if (field.shape, field.kind) != (after[name].shape, after[name].kind):
            return tr("data of another shape")
        if after[name].classes[: len(field.classes)] != field.classes:  # more of them may come
            return tr("data with other classes")
    return ""
