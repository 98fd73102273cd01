"""What a language model writes on from a prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.errors import PlaygroundError
from playground.telemetry.probes.base import Bench, Probe

if TYPE_CHECKING:
    from playground.data.base import Field


@dataclass(frozen=True)
class Writing(Probe):
    """Let the network write, with the same luck at every reading.

    Only for a language model, see `telemetry.writing.writer.field_to_write`; nothing otherwise.
    Texts are UTF-8, uint8 (bytes,). Arrays:

    - ``writing/prompt``: what the network read of the prompt.
    - ``writing/text``: what it added.
    - ``writing/logits``: float32 (vocabulary,), scores of the token after the prompt.
    - ``writing/vocabulary``: the entries, each closed by a zero byte.
    - ``writing/unknown``: what the vocabulary lacks of the prompt, likewise.
    - ``writing/state``: int64 (6,): step, tokens cut from the prompt, whether the context was full,
      whether what lacks became the unknown token, steps of the context, whether it had to begin
      with a token of its own.

    Parameters
    ----------
    prompt : str
        Empty: the first test sample up to its answer, where the data has answers (`counts`).
    length : int
        Tokens that are added; where the data has answers, only up to the length of a sample.
    temperature, top_k, top_p
        As `telemetry.writing.sampling.Choice` takes them.
    """

    prompt: str = ""
    length: int = 120
    temperature: float = 0.8
    top_k: int = 0
    top_p: float = 1.0

    @property
    def name(self) -> str:
        return "writing"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.data._vocabulary import encode
        from playground.telemetry.probes import forward
        from playground.telemetry.writing.sampling import Choice
        from playground.telemetry.writing.writer import Wish, field_to_write, write

        try:
            field = field_to_write(bench.document, bench.fields)
        except PlaygroundError:
            return {}
        choice = Choice(self.temperature, self.top_k, self.top_p)
        prompt = self.prompt or _question(bench, field)
        length = self.length
        if "counts" in bench.fields:
            read = len(encode(prompt, field.vocabulary).tokens)
            length = min(length, max(field.shape[0] + 1 - max(read, 1), 1))
        wish = Wish(prompt, length, choice, bench.seed)
        model = bench.models["main"]
        with forward.untouched(model):
            found = write(bench.document, model, field, wish)
        key = ("writing", "vocabulary")
        if key not in bench.memory:
            bench.memory[key] = packed(field.vocabulary)
        state = (
            bench.step,
            found.cut,
            found.slid,
            found.replaced,
            field.shape[0],
            bool(found.began),
        )
        return {
            "writing/prompt": as_bytes(found.prompt),
            "writing/text": as_bytes(found.text),
            "writing/logits": found.logits,
            "writing/vocabulary": bench.memory[key],
            "writing/unknown": packed(found.unknown),
            "writing/state": np.array(state, dtype=np.int64),
        }


def _question(bench: Bench, field: Field) -> str:
    """The beginning of the first test sample, up to where its answer begins; "" without answers."""
    from playground.data._vocabulary import decode

    samples = bench.test if len(bench.test.get("counts", ())) else bench.train
    if not {"counts", "x"} <= set(samples) or not len(samples["x"]):
        return ""
    first = int(samples["counts"][0].argmax())
    return decode(samples["x"][0, : first + 1].tolist(), field.vocabulary)


def as_bytes(text: str) -> np.ndarray:
    """UTF-8, uint8 (bytes,); nobody writes to it."""
    array = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    array.flags.writeable = False
    return array


def as_text(array: np.ndarray) -> str:
    """The text again."""
    return bytes(array).decode("utf-8", "surrogatepass")


def packed(texts: tuple[str, ...]) -> np.ndarray:
    """Texts behind one another, each closed by a zero byte."""
    return as_bytes("".join(f"{text}\0" for text in texts))


def unpacked(array: np.ndarray) -> list[str]:
    """The texts again."""
    return as_text(array).split("\0")[:-1]
