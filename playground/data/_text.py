"""Text of a file, or of Python's own help, as numbers of a vocabulary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.data._files import PLACE, Stamp, remembered, unreadable
from playground.data._table import decode
from playground.data._vocabulary import UNKNOWN, words_of
from playground.errors import DataError
from playground.i18n import tr

HEAD = 4096  # bytes that tell a text from other files
WIDEST = 4  # bytes of a character


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text is read and counted."""

    unit: str  # "characters" or "words"
    lowercase: bool
    max_vocabulary: int
    max_characters: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """A text as tokens.

    Parameters
    ----------
    tokens : ndarray
        int32 (L,), numbers of the vocabulary.
    vocabulary : tuple of str
        In the order of code points; the unknown token comes last where there is one.
    notes : tuple of str
        What was left out, in the user's language.
    """

    tokens: np.ndarray
    vocabulary: tuple[str, ...]
    notes: tuple[str, ...] = ()


@remembered(entries=3)
def corpus(file: Stamp | None, reading: Reading) -> Corpus:
    """The tokens of a file, or of Python's own help where there is none.

    Raises
    ------
    DataError
        A file that is empty or binary, or a text of a single kind of character or word.
    """
    text, notes = (_builtin(), ()) if file is None else _read(file, reading.max_characters)
    if len(text) > reading.max_characters:
        text, notes = text[: reading.max_characters], (_cut(reading.max_characters),)
    if reading.lowercase:
        text = text.lower()
    tokens, vocabulary = _characters(text) if reading.unit == "characters" else _words(text)
    if len(vocabulary) < 2:
        raise DataError(
            tr(
                'The text is made of "{entry}" alone, so there is nothing to predict.',
                entry="".join(vocabulary)[:20],
            ),
            hint=tr("Choose a text with at least two different characters or words."),
            node=PLACE,
        )
    rare = len(vocabulary) - reading.max_vocabulary
    if rare > 0:
        tokens, vocabulary, told = _without_rare(tokens, vocabulary, reading.max_vocabulary)
        notes = (*notes, told)
    tokens.flags.writeable = False
    return Corpus(tokens, vocabulary, notes)


def _cut(characters: int) -> str:
    return tr(
        "The text is longer: its first {n} characters are used (max_characters).",
        n=f"{characters:,}",
    )


def _builtin() -> str:
    """The help on the language that every Python brings along; about 465,000 characters."""
    from pydoc_data.topics import topics

    return "\n\n".join(topics[name] for name in sorted(topics))


def _read(file: Stamp, most: int) -> tuple[str, tuple[str, ...]]:
    """The beginning of a file, and a note where that is not all."""
    limit = WIDEST * most
    try:
        with Path(file.path).open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        raise unreadable(Path(file.path), error) from None
    if _is_binary(raw[:HEAD]):
        raise DataError(
            tr('"{name}" is a binary file, not a text.', name=file.name),
            hint=tr("Save it as plain text (UTF-8) in the program it comes from."),
            node=PLACE,
        )
    notes: tuple[str, ...] = ()
    if len(raw) > limit:
        raw, notes = _whole_characters(raw[:limit]), (_cut(most),)
    text = decode(raw, "auto", file.name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DataError(
            tr('"{name}" is empty.', name=file.name),
            hint=tr("Choose a file with text in it."),
            node=PLACE,
        )
    return text, notes


def _is_binary(head: bytes) -> bool:
    """Whether a file begins with what no text has: zeros, or many signs that control a device."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" in head or 50 * strange > len(head)


def _whole_characters(raw: bytes) -> bytes:
    """Bytes cut where a character ends, whatever the encoding: at the end of a line if there is."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw[: len(raw) // 2 * 2]
    line = raw.rfind(b"\n", len(raw) - 2**16)
    if line > 0:
        return raw[: line + 1]
    while raw and raw[-1] & 0xC0 == 0x80:  # the rest of a character in UTF-8
        raw = raw[:-1]
    return raw[:-1] if raw and raw[-1] >= 0xC0 else raw


def _characters(text: str) -> tuple[np.ndarray, tuple[str, ...]]:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    used = np.flatnonzero(np.bincount(codes))
    place = np.zeros(int(used[-1]) + 1, dtype=np.int32)
    place[used] = np.arange(len(used))
    return place[codes], tuple(chr(code) for code in used)


def _words(text: str) -> tuple[np.ndarray, tuple[str, ...]]:
    words = words_of(text)
    vocabulary = tuple(sorted(set(words)))
    place = {word: token for token, word in enumerate(vocabulary)}
    return np.fromiter(map(place.__getitem__, words), np.int32, len(words)), vocabulary


def _without_rare(
    tokens: np.ndarray, vocabulary: tuple[str, ...], most: int
) -> tuple[np.ndarray, tuple[str, ...], str]:
    """The most frequent entries keep a token; all others share the last one."""
    times = Counter(dict(enumerate(np.bincount(tokens, minlength=len(vocabulary)).tolist())))
    kept = sorted(token for token, _ in times.most_common(most - 1))
    place = np.full(len(vocabulary), len(kept), dtype=np.int32)
    place[kept] = np.arange(len(kept))
    renamed: np.ndarray = place[tokens]
    share = float((renamed == len(kept)).mean())
    told = tr(
        "{n} rare entries share the token {mark}: {share:.2%} of the text (max_vocabulary).",
        n=len(vocabulary) - len(kept),
        mark=UNKNOWN,
        share=share,
    )
    return renamed, (*(vocabulary[token] for token in kept), UNKNOWN), told
