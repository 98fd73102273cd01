"""Every text a user can see exists in every language, finished, with the same places to fill."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from playground import i18n
from playground.cli.texts import PACKAGE, bare_texts, collect, literals, misuses
from playground.cli.ts_file import Message, merge, read_messages, write_messages
from playground.resources import assets_dir

OTHERS = [code for code in i18n.LANGUAGES if code != "en"]
UPDATE = "run `playground translations`, then translate what is unfinished"

# Names and symbols that are the same in every language.
SYMBOLS = frozenset({"Neural Playground", "[*] – Neural Playground", "English", "简体中文"})


@cache
def texts() -> tuple[dict[str, tuple[str, ...]], list[str]]:
    return collect()


def messages(code: str) -> dict[str, Message]:
    return read_messages(assets_dir() / "translations" / f"playground_{code}.ts")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_text_is_put_together_while_the_program_runs():
    assert not texts()[1]


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_in_the_file(code):
    missing = texts()[0].keys() - messages(code).keys()
    assert not missing, f"{len(missing)} missing; {UPDATE}: {sorted(missing)[:10]}"
    gone = messages(code).keys() - texts()[0].keys()
    assert not gone, f"{len(gone)} no longer used; {UPDATE}: {sorted(gone)[:10]}"


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code):
    left = [text for text, message in messages(code).items() if not message.finished]
    assert not left, f"{len(left)} unfinished; {UPDATE}: {left[:10]}"


@pytest.mark.parametrize("code", OTHERS)
def test_translations_have_the_same_places_to_fill(code):
    """A text with values is passed through str.format, so a stray brace would raise."""
    for text, message in messages(code).items():
        try:
            wanted = places(text)
        except ValueError:
            continue  # shown as it is, never filled: a brace means a brace
        if message.finished:
            assert places(message.translation) == wanted, text


@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_code_and_commands(code):
    """What stands in `backticks` is typed by the user: it is the same in every language."""
    for text, message in messages(code).items():
        if message.finished:
            wanted = re.findall(r"`[^`]+`", text)
            assert sorted(re.findall(r"`[^`]+`", message.translation)) == sorted(wanted), text


def test_no_widget_gets_a_text_that_cannot_be_translated():
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}:{words}"
        for path in sorted((PACKAGE / "gui").rglob("*.py"))
        for words in bare_texts(ast.parse(path.read_text(encoding="utf-8")), SYMBOLS)
    ]
    assert not found


# -- the tools themselves -----------------------------------------------------------------


def parse(text: str) -> ast.Module:
    return ast.parse(text)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('tr("one")', ["one"]),
        ('mark("two")', ["two"]),
        ('i18n.tr("three {n}", n=3)', ["three {n}"]),
        ('tr("a" "b")', ["ab"]),
        ('tr("yes" if x else "no")', ["yes", "no"]),
        ("tr(title)", []),
        ('other("nothing")', []),
        (
            '@lens("loss", title="Loss")\nclass Loss:\n    """Show it.\n\n    More."""\n'
            '    every: int = param(1, help="How often.", title="Every")\n',
            ["Loss", "Show it.", "How often.", "Every"],
        ),
        ('class Plain:\n    """No text of a user."""\n', []),
    ],
)
def test_texts_are_found(code, found):
    assert sorted(literals(parse(code))) == sorted(found)


@pytest.mark.parametrize(
    "code",
    [
        'tr(f"{n} steps")',
        'tr("a" + b)',
        'tr("%d steps" % n)',
        'tr("{} steps".format(n))',
        'tr(", ".join(names))',
        "tr()",
        'tr("a", "b")',
        'tr(f"{n}" if n else "none")',
    ],
)
def test_texts_put_together_are_faults(code):
    assert list(misuses(parse(code)))


@pytest.mark.parametrize("code", ['tr("a {n}", n=f"{x:.2f}")', "tr(self.title)", 'tr("a")'])
def test_plain_texts_are_no_faults(code):
    assert not list(misuses(parse(code)))


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('label.setText("Hello")', 1),
        ('label.setText(tr("Hello"))', 0),
        ('QLabel("Hello", parent)', 1),
        ('label.setText(f"{n} steps")', 1),
        ('label.setText(f"{n}")', 0),
        ('label.setText("×")', 0),
        ('label.setText("a" if x else tr("b"))', 1),
        ('plot.setLabels(left="Loss")', 1),
        ('button.setObjectName("play")', 0),
        ('QPushButton(objectName="link")', 0),
    ],
)
def test_bare_texts_of_widgets_are_found(code, count):
    assert len(list(bare_texts(parse(code)))) == count


def test_an_update_keeps_finished_translations_and_marks_new_texts(tmp_path):
    path = tmp_path / "playground_zh.ts"
    old = {
        "Play": Message(("a.py",), "播放", True),
        "Gone": Message(("a.py",), "没有了", True),
        "Half": Message(("a.py",), "一半", False),
    }
    write_messages(path, "zh", old)
    assert read_messages(path) == old
    new = merge({"Play": ("b.py",), "Half": ("a.py",), '<New> & "old"': ("c.py", "d.py")}, old)
    write_messages(path, "zh", new)
    assert read_messages(path) == new
    assert new["Play"] == Message(("b.py",), "播放", True)
    assert not new['<New> & "old"'].finished
    assert "Gone" not in new
    assert i18n.read_ts(path.read_text(encoding="utf-8")) == {"Play": "播放"}  # only finished ones


def test_a_missing_file_has_no_messages(tmp_path):
    assert read_messages(Path(tmp_path / "none.ts")) == {}
