"""What can go wrong in a way that a user can put right. Everything else is a bug."""

from __future__ import annotations


class PlaygroundError(Exception):
    """A mistake a user can mend: what came and what is accepted, what to do, where.

    Parameters
    ----------
    message : str
        One or two sentences in the user's language; ends with a full stop.
    hint : str
        What to do about it, in the user's language; may be empty.
    node : str
        Id of the block, or another place such as ``line 12`` or ``wires[3]``; may be empty.
    """

    def __init__(self, message: str, hint: str = "", node: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.node = message, hint, node

    def __str__(self) -> str:
        place = f"{self.node}: " if self.node else ""
        return place + join(self.message, self.hint)


def join(*sentences: str) -> str:
    """Sentences one after the other; Chinese ones stand without a space between them."""
    text = ""
    for sentence in filter(None, sentences):
        space = " " if text and not text.endswith(("。", "？", "！", "：")) else ""
        text += space + sentence
    return text


class FormatError(PlaygroundError):
    """A file that cannot be read as a document."""


class SaveError(PlaygroundError):
    """A file that could not be saved; what was there before is untouched."""


class EditError(PlaygroundError):
    """An edit that would leave the document in a state it must not have."""


class UnknownKeyError(PlaygroundError):
    """A block, dataset, experiment or lens nobody registered."""


class ParameterError(PlaygroundError):
    """A parameter with a wrong name, type or range."""


class ShapeError(PlaygroundError):
    """A tensor shape that a block cannot take."""


class DataError(PlaygroundError):
    """A dataset that cannot be loaded or used."""


class BuildError(PlaygroundError):
    """A document that cannot become a network; `problems` of a check say why."""


class TrainError(PlaygroundError):
    """A run that cannot start or go on."""


class WeightsError(PlaygroundError):
    """A weights file that cannot be read or does not fit the network."""
