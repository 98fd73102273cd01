"""Writes on from a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.data._vocabulary import decode, encode
from playground.errors import PlaygroundError
from playground.i18n import tr
from playground.registry import blocks
from playground.telemetry.writing.sampling import Choice, draw

if TYPE_CHECKING:
    from torch import fx

    from playground.data.base import Field
    from playground.document.model import Document

LONGEST = 20  # strangers of a prompt that a remark names


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written.

    Parameters
    ----------
    prompt : str
        The beginning; an empty one starts at the end of a line, or at the first token there is.
    length : int
        Tokens that are added.
    choice : Choice
    seed : int
        The same one draws the same tokens from the same network.
    """

    prompt: str = ""
    length: int = 200
    choice: Choice = field(default_factory=Choice)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it.

    Parameters
    ----------
    prompt : str
        What the network read of the prompt.
    text : str
        What it added.
    logits : np.ndarray
        float32 (vocabulary,), the scores of the first token it added.
    unknown : tuple of str
        Characters or words of the prompt that the vocabulary does not have.
    replaced : bool
        Whether they became the unknown token; else they were left out.
    cut : int
        Tokens at the beginning of the prompt for which the context has no room.
    slid : bool
        Whether the context was full, so that for each token the oldest was forgotten and all else
        worked out anew.
    kept : bool
        Whether keys, values and states were kept from token to token.
    began : str
        The token it began with where the prompt gave none; else "".
    """

    prompt: str
    text: str
    logits: np.ndarray
    unknown: tuple[str, ...] = ()
    replaced: bool = False
    cut: int = 0
    slid: bool = False
    kept: bool = True
    began: str = ""

    def remarks(self, context: int) -> list[str]:
        """What a reader should know, in the user's language."""
        found = []
        if self.unknown:
            names = ", ".join(repr(name)[1:-1] for name in self.unknown[:LONGEST])
            if len(self.unknown) > LONGEST:
                names += ", …"
            text = (
                tr("Not in the vocabulary, read as [UNK]: {names}", names=names)
                if self.replaced
                else tr("Not in the vocabulary, left out: {names}", names=names)
            )
            found.append(text)
        if self.cut:
            found.append(
                tr(
                    "The prompt is longer than the context of {n} tokens: its first {cut} are "
                    "not read.",
                    n=context,
                    cut=self.cut,
                )
            )
        if self.slid:
            found.append(
                tr("The context is full: at each token the oldest of {n} is forgotten.", n=context)
            )
        if self.began:
            found.append(tr("It began with the token {token}.", token=repr(self.began)))
        return found


def field_to_write(document: Document, fields: Mapping[str, Field]) -> Field:
    """The tokens that the model "main" of a document reads and predicts.

    Parameters
    ----------
    document : Document
        Without composites.
    fields : mapping
        Of its data.

    Raises
    ------
    PlaygroundError
        It is no language model: another kind of training, or an input that is no token.
    """
    spec = document.train.models.get("main")
    ids = spec.inputs if spec is not None else ()
    if document.train.experiment == "language_model" and len(ids) == 1 and ids[0] in document.by_id:
        node = document.node(ids[0])
        block: Any = blocks.get(node.block).make(node.params, node.id)
        found = fields.get(getattr(block, "field", ""))
        if found is not None and found.kind == "token" and len(found.shape) == 1:
            return found
    raise PlaygroundError(
        tr("Only a language model can write: one that is trained to predict the next token."),
        hint=tr('Set train.experiment to "language_model", with data of the group Language.'),
        node="train.experiment",
    )


def write(document: Document, model: fx.GraphModule, field: Field, wish: Wish) -> Written:
    """Let the network go on with a prompt, token by token.

    Parameters
    ----------
    document : Document
        Without composites.
    model : fx.GraphModule
        In eval mode, with gradients off.
    field : Field
        As `field_to_write` gives it.
    wish : Wish
    """
    from playground.telemetry.writing.stepper import Stepper

    vocabulary = field.vocabulary
    stepper = Stepper(document, model, field.shape[0])
    read = encode(wish.prompt, vocabulary)
    tokens, began = list(read.tokens), ""
    if not tokens:
        tokens = [vocabulary.index("\n") if "\n" in vocabulary else 0]
        began = vocabulary[tokens[0]]
    cut = max(0, len(tokens) - stepper.context) if stepper.context is not None else 0
    tokens = tokens[cut:]
    rng = np.random.default_rng(wish.seed)
    scores = stepper.feed(tokens).float().cpu().numpy()
    first, added, slid = scores, [], False
    for number in range(wish.length):
        added.append(draw(scores, wish.choice, rng))
        if number + 1 < wish.length:
            slid |= stepper.is_full
            scores = stepper.feed(added[-1:]).float().cpu().numpy()
    text = decode([*tokens, *added], vocabulary)
    prompt = decode(tokens, vocabulary)
    return Written(
        prompt=prompt,
        text=text[len(prompt) :],
        logits=first,
        unknown=read.unknown,
        replaced=bool(read.unknown) and "[UNK]" in vocabulary,
        cut=cut,
        slid=slid,
        kept=stepper.kept,
        began=began,
    )
