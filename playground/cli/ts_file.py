"""Qt Linguist's ``.ts`` files: one a language, one context, no Qt needed to read or write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

CONTEXT = "playground"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True)
class Message:
    """One text: where it stands in the code, what it is called in the other language."""

    files: tuple[str, ...] = ()
    translation: str = ""
    finished: bool = False


def read_messages(path: Path) -> dict[str, Message]:
    """Source text -> message; empty when there is no such file yet."""
    if not path.is_file():
        return {}
    found = {}
    for message in ElementTree.fromstring(path.read_text(encoding="utf-8")).iter("message"):
        translation = message.find("translation")
        words = (translation.text or "") if translation is not None else ""
        unfinished = translation is None or translation.get("type") is not None
        found[message.findtext("source", "")] = Message(
            files=tuple(place.get("filename", "") for place in message.findall("location")),
            translation=words,
            finished=bool(words) and not unfinished,
        )
    return found


def merge(texts: Mapping[str, tuple[str, ...]], old: Mapping[str, Message]) -> dict[str, Message]:
    """The messages of today's `texts` (source -> files), with the translations that `old` knows."""
    return {
        source: replace(old.get(source, Message()), files=files)
        for source, files in sorted(texts.items(), key=lambda entry: (entry[1], entry[0]))
    }


def write_messages(path: Path, language: str, messages: Mapping[str, Message]) -> None:
    """Write a file that Qt Linguist and `lrelease` open. No line numbers: diffs stay readable."""
    lines = [f'{HEAD}<TS version="2.1" language="{language}" sourcelanguage="en">']
    lines += ["<context>", f"    <name>{CONTEXT}</name>"]
    for source, message in messages.items():
        lines.append("    <message>")
        lines += [f'        <location filename="{escape(name)}"/>' for name in message.files]
        lines.append(f"        <source>{escape(source)}</source>")
        kind = "" if message.finished else ' type="unfinished"'
        lines.append(f"        <translation{kind}>{escape(message.translation)}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
