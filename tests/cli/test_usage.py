"""Help pages and wrong options speak the user's language too."""

from __future__ import annotations

import re

import pytest

from playground import i18n
from playground.__main__ import COMMANDS


@pytest.fixture(params=list(i18n.LANGUAGES))
def words(request):
    """The texts of one language: `words("Options")`."""
    before = i18n.language()
    i18n.set_language(request.param)
    yield i18n.tr
    i18n.set_language(before)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_fixed_words_of_a_help_page(cli, words, command):
    done = cli(command, "--help")
    assert done.status == 0
    assert f"{words('Usage:')} playground {command}" in done.out
    assert words("Options") in done.out
    assert words("Show this message and exit.") in done.out


def test_nothing_of_a_chinese_help_page_is_left_in_english(cli):
    before = i18n.language()
    i18n.set_language("zh")
    try:
        page = cli("train", "--help").out
    finally:
        i18n.set_language(before)
    assert not re.findall(r"Usage|Options|Arguments|default:|required|Show", page)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--stepz", "3"), "--stepz"),
        (("--steps", "ten"), "--steps"),
        (("--steps",), "--steps"),
    ],
)
def test_a_wrong_option_is_named(cli, words, options, says):
    done = cli("train", "xor-mlp", *options)
    assert done.status == 1
    assert says in done.err
    if i18n.language() == "zh":
        assert re.search("没有选项|无法使用|需要", done.err)
        assert "valid integer" not in done.err


def test_a_missing_argument_is_named_as_it_is_typed(cli, words):
    assert words("{name} is missing.", name="FILE") in cli("train").err


def test_a_similar_option_is_offered(cli, words):
    done = cli("train", "xor-mlp", "--secondz", "3")
    assert words("Did you mean {names}?", names="--seconds") in done.err


def test_tables_lose_no_words(cli, words, monkeypatch):
    """Chinese has no spaces to wrap at: a narrow column folds instead of cutting."""
    from playground.registry import blocks

    done = cli("blocks", "--json")
    assert len(done.rows) == len(list(blocks.items()))
    monkeypatch.setenv("COLUMNS", "60")
    assert "…" not in cli("blocks").out
