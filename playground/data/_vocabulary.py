"""From text to tokens and back, by nothing but a vocabulary.

A vocabulary is one of characters where each of its entries is one, marks such as "[MASK]" aside;
else it is one of words. Pure Python: the window and the command line use it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PAD = "·"  # fills a sample up to its length
UNKNOWN = "[UNK]"  # all that is too rare to have an entry of its own
MASK = "[MASK]"  # hides a token that is to be guessed
MARKS = (UNKNOWN, MASK)

# words with an apostrophe inside, single Chinese characters, signs and ends of lines
_WORDS = re.compile(r"\n|[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])\w)+(?:['’]\w+)*|[^\w\s]")
_NO_SPACE_BEFORE = set(".,;:!?)]}%…’”»，。：；！？）、")
_NO_SPACE_AFTER = set("([{“«（")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as numbers of a vocabulary.

    Parameters
    ----------
    tokens : tuple of int
    unknown : tuple of str
        Characters or words that the vocabulary does not have, each once, as they came. They became
        the unknown token where there is one, and are left out where there is none.
    """

    tokens: tuple[int, ...]
    unknown: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """Words, signs and ends of lines in their order; other white space is left out."""
    found: list[str] = []
    for line in text.splitlines(keepends=True):  # a loop gives other threads their turn
        found += _WORDS.findall(line)
    return found


def is_characters(vocabulary: Iterable[str]) -> bool:
    """Whether each entry is one character, but for the marks."""
    return all(len(entry) == 1 for entry in vocabulary if entry not in MARKS)


def encode(text: str, vocabulary: Sequence[str]) -> Encoded:
    """The tokens of a text that somebody typed; marks such as [MASK] may stand in it.

    Capital letters become small ones where the vocabulary has no capital at all.
    """
    place = {entry: token for token, entry in enumerate(vocabulary)}
    small = not any(entry != entry.lower() for entry in vocabulary if entry not in MARKS)
    marks = [mark for mark in MARKS if mark in place]
    pattern = f"({'|'.join(map(re.escape, marks))})" if marks else "(?!)"
    characters = is_characters(vocabulary)
    units: list[str] = []
    for part in re.split(pattern, text):
        if part in marks:
            units.append(part)
        else:
            part = part.lower() if small else part
            units += list(part) if characters else words_of(part)
    return _numbers(units, place)


def _numbers(units: Sequence[str], place: Mapping[str, int]) -> Encoded:
    other = place.get(UNKNOWN)
    found = [place.get(unit, other) for unit in units]
    strangers = dict.fromkeys(unit for unit in units if unit not in place)
    return Encoded(tuple(token for token in found if token is not None), tuple(strangers))


def decode(tokens: Iterable[int], vocabulary: Sequence[str]) -> str:
    """The text that tokens stand for; words are joined as they are usually set."""
    entries = [vocabulary[token] for token in tokens]
    return "".join(entries) if is_characters(vocabulary) else join(entries)


def join(words: Sequence[str]) -> str:
    """Words as a text: blanks between them, but for signs and Chinese characters."""
    text, before = "", "\n"
    for word in words:
        close = before == "\n" or word == "\n" or before in _NO_SPACE_AFTER
        close = close or word in _NO_SPACE_BEFORE or (_is_chinese(before) and _is_chinese(word))
        text += word if close else f" {word}"
        before = word
    return text


def _is_chinese(word: str) -> bool:
    """Whether it is a Chinese character or sign, which stand without blanks."""
    return len(word) == 1 and ("\u3000" <= word <= "\u9fff" or "\uff00" <= word <= "\uffef")
