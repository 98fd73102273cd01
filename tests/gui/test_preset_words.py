"""A preset speaks the user's language; its file does not change for that."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from playground import i18n
from playground.document.library import load
from playground.gui.graph.header import Header
from playground.gui.inspector.document_page import DocumentPage
from playground.gui.preset_words import shown, stored

PRESET = "xor-mlp"


@pytest.fixture
def chinese():
    before = i18n.language()
    i18n.set_language("zh")
    yield i18n.catalogue("zh")
    i18n.set_language(before)


def test_words_of_a_preset_are_translated(chinese):
    document = load(PRESET)
    assert shown(document.title) == chinese[document.title] != document.title
    assert shown(document.about) == chinese[document.about] != document.about


def test_a_users_own_words_stay_even_where_the_catalogue_knows_them(chinese):
    assert "Spiral" in chinese
    assert shown("Spiral") == "Spiral"
    assert shown("") == ""


def test_english_stays_as_it_is_written():
    assert shown(load(PRESET).title) == load(PRESET).title


def test_only_a_changed_text_is_stored(chinese):
    title = load(PRESET).title
    assert stored(shown(title), title) == title
    assert stored("Mine", title) == "Mine"


def test_leaving_a_translated_field_changes_nothing(qtbot, make_context, chinese):
    document = load(PRESET)
    context = make_context(document)
    page = DocumentPage(context)
    canvas = QWidget()  # the header keeps within its parent
    header = Header(context, canvas)
    qtbot.addWidget(page)
    qtbot.addWidget(canvas)
    assert page.title.text() == header.title.text() == chinese[document.title]
    assert page.about.toPlainText() == chinese[document.about]
    page.title.editingFinished.emit()
    page._set_about(page.about.toPlainText())
    assert context.document.document == document
    page.title.setText("我的网络")
    page.title.editingFinished.emit()
    assert context.document.document.title == header.title.text() == "我的网络"
