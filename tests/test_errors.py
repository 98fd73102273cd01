"""What an error says, in one line."""

from __future__ import annotations

import errno
import os

import pytest

from playground import i18n
from playground.errors import PlaygroundError, join


def test_an_error_names_its_place_first_then_what_came_then_what_to_do():
    assert str(PlaygroundError("It broke.", "Mend it.", "hidden")) == "hidden: It broke. Mend it."
    assert str(PlaygroundError("It broke.")) == "It broke."


def test_chinese_sentences_stand_without_a_space():
    assert join("没有文件。", "请检查。") == "没有文件。请检查。"
    assert join("One.", "", "Two.") == "One. Two."


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EISDIR])
def test_the_usual_refusals_of_the_system_are_translated(number, monkeypatch):
    error = OSError(number, os.strerror(number))
    assert i18n.reason_of(error) == os.strerror(number)
    monkeypatch.setattr(i18n, "_language", "zh")
    assert i18n.reason_of(error) != os.strerror(number)
    assert i18n.reason_of(ValueError("Something new.")) == "Something new"
