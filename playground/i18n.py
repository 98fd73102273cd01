"""Texts in the user's language, with or without Qt.

Every text a user sees is written in English in the code and passes through `tr`. One Qt Linguist
file a language, ``assets/translations/playground_<language>.ts``, holds the translations; a build
turns it into a ``.mo`` catalogue. The window hands the same catalogue to Qt, so switching the
language reaches every widget.
"""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache
from xml.etree import ElementTree

from playground.resources import assets_dir

LANGUAGES = {"en": "English", "zh": "简体中文"}

_language = "en"


def mark(text: str) -> str:
    """Mark a literal for translation where it is declared; `tr` translates it where it is shown."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Translate `text` and fill its ``{name}`` places with `values`.

    The argument is a plain literal (or a text marked elsewhere), never an f-string: translators see
    the same words the program looks up.
    """
    words = catalogue(_language).get(text, text) if _language != "en" else text
    return words.format(**values) if values else words


# what the system says when it refuses, on POSIX systems and by Python on Windows
SYSTEM_REASONS = (
    mark("No space left on device"),
    mark("Permission denied"),
    mark("Operation not permitted"),
    mark("Read-only file system"),
    mark("Disk quota exceeded"),
    mark("File name too long"),
    mark("File exists"),
    mark("Not a directory"),
    mark("Is a directory"),
    mark("No such file or directory"),
    mark("Input/output error"),
)


def reason_of(error: BaseException) -> str:
    """Why the system refused, without a full stop; the usual reasons in the user's language."""
    reason = getattr(error, "strerror", None) or getattr(error, "message", None) or str(error)
    return tr(str(reason).removesuffix("."))


def language() -> str:
    """The current language, a key of `LANGUAGES`."""
    return _language


def set_language(code: str) -> None:
    """Switch all later `tr` calls to a language; unknown codes mean English."""
    global _language
    _language = code if code in LANGUAGES else "en"


def system_language() -> str:
    """The language the system asks for, as a key of `LANGUAGES`."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    wanted = next((name for name in names if name), None) or (locale.getlocale()[0] or "")
    code = wanted.replace("-", "_").split("_")[0].lower()
    return {"chinese": "zh"}.get(code, code) if code in {*LANGUAGES, "chinese"} else "en"


@cache
def catalogue(code: str) -> dict[str, str]:
    """Source text -> finished translation for one language; empty for English."""
    stem = assets_dir() / "translations" / f"playground_{code}"
    compiled = stem.with_suffix(".mo")
    if compiled.is_file():
        with compiled.open("rb") as file:
            entries = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        return {key: text for key, text in entries.items() if key}
    source = stem.with_suffix(".ts")
    return read_ts(source.read_text(encoding="utf-8")) if source.is_file() else {}


def read_ts(text: str) -> dict[str, str]:
    """Source -> translation of every finished message in the text of a ``.ts`` file."""
    found = {}
    for message in ElementTree.fromstring(text).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            found[message.findtext("source", "")] = translation.text
    return found
