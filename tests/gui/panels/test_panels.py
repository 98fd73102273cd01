"""Palette, data, problems, views, start page, command palette, notices."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt

from playground.document import edits
from playground.document.composites import group
from playground.document.format import write
from playground.gui.graph.kinds import ready_keys
from playground.gui.panels import start_page
from playground.gui.panels.blocks import MIME_TYPE
from playground.registry import blocks, datasets


def test_the_palette_offers_every_block_by_family(window):
    assert set(window.blocks.chips) == {key for key, _ in blocks.items()} | set(ready_keys())
    assert all(chip.isVisibleTo(window.blocks) for chip in window.blocks.chips.values())


def test_the_search_keeps_what_matches_and_enter_inserts_the_best(qtbot, window):
    field = window.blocks.search
    qtbot.keyClicks(field, "drop")
    shown = [key for key, chip in window.blocks.chips.items() if chip.isVisible()]
    assert shown == ["dropout"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "dropout" in [node.block for node in window.context.document.document.nodes]
    assert field.text() == ""
    field.setText("zzzz")
    assert window.blocks.empty.isVisible()


def test_a_chip_inserts_its_block_after_the_selected_card(window):
    window.context.selection.set(["hidden"])
    window.blocks.chips["relu"].click()
    document = window.context.document.document
    (relu,) = [node.id for node in document.nodes if node.block == "relu"]
    ends = {(wire.source, wire.target) for wire in document.wires}
    assert {("hidden", relu), (relu, "act")} <= ends


def test_a_chip_drags_its_key(window):
    mime = window.blocks.chips["linear"].mime()
    assert bytes(mime.data(MIME_TYPE)) == b"linear"


def test_choosing_a_dataset_is_an_undoable_edit(window):
    chooser, model = window.data.chooser, window.context.document
    chooser.activated.emit(chooser.findData("circle"))
    assert model.document.data.dataset == "circle"
    model.undo_stack.undo()
    assert model.document.data.dataset == "moons"
    assert chooser.currentData() == "moons"


@pytest.mark.parametrize("key", ["digits", "iris", "diabetes", "spiral"])
def test_the_preview_shows_samples_of_the_data(qtbot, window, key):
    chooser, preview = window.data.chooser, window.data.preview
    preview.say("")
    chooser.activated.emit(chooser.findData(key))
    qtbot.waitUntil(lambda: len(preview._arrays.get("x", ())) > 0, timeout=20_000)
    picture = preview.grab().toImage()
    places = product(range(picture.width()), range(0, picture.height(), 4))
    assert len({picture.pixel(x, y) for x, y in places}) > 2
    assert window.data.counts.text()


def test_a_file_that_is_missing_is_told_in_the_preview(qtbot, window, tmp_path):
    window.data.open_own.open_file("csv", str(tmp_path / "missing.csv"))
    assert window.context.document.document.data.dataset == "csv"
    qtbot.waitUntil(lambda: "missing.csv" in window.data.preview._message, timeout=20_000)


def test_the_users_own_data_can_be_opened(window):
    own = {action.data() for action in window.data.open_own.menu().actions()}
    assert own == {key for key, cls in datasets.items() if cls.group == "Your own"}
    assert {"csv", "image_folder", "idx"} <= own


def test_a_repair_button_mends_the_document_in_one_undoable_step(window):
    model = window.context.document
    model.push("cut", lambda d: edits.remove_nodes(d, ["act"]))
    card = next(card for card in window.problems.list.cards if card.buttons)
    before, problem = model.document, card.problem
    card.buttons[0].click()
    assert model.document == problem.fixes[0].edit(before)
    model.undo_stack.undo()
    assert model.document == before


def test_a_click_on_a_problem_goes_to_its_block(qtbot, window):
    window.context.document.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    window.docks.show("problems")
    card = next(card for card in window.problems.list.cards if card.problem.node)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.context.selection.nodes == (card.problem.node,)


def test_views_are_part_of_the_document(qtbot, window):
    qtbot.waitUntil(lambda: list(window.lenses.frames) == ["loss"], timeout=20_000)
    loss = window.lenses.frames["loss"]
    window.lenses.toggle("surface")
    assert window.context.document.document.view.lenses == ("loss", "surface")
    assert list(window.lenses.frames) == ["loss", "surface"]
    assert window.lenses.frames["loss"] is loss
    loss.close_button.click()
    assert list(window.lenses.frames) == ["surface"]
    window.context.document.undo_stack.undo()
    assert set(window.lenses.frames) == {"loss", "surface"}


def test_a_view_nobody_knows_says_so(qtbot, window):
    qtbot.waitUntil(lambda: "loss" in window.lenses.frames, timeout=20_000)
    window.context.document.push("plug", lambda d: edits.set_lenses(d, ["hologram"]))
    assert "plug-in" in window.lenses.frames["hologram"].lens.text()


@pytest.fixture
def one_preset(monkeypatch, tmp_path, mlp):
    path = tmp_path / "moons-mlp.json"
    write(mlp, path)
    monkeypatch.setattr(start_page, "preset_paths", lambda: {"moons-mlp": path})
    return path


def test_the_start_page_opens_a_preset(qtbot, window, one_preset):
    opened = []
    window.start.preset_chosen.disconnect()
    window.start.preset_chosen.connect(opened.append)
    window.start.open()
    assert window.pages.currentWidget() is window.start
    (card,) = window.start.cards
    assert card.title.text() == "Two moons"
    card.click()
    assert opened == ["moons-mlp"]


def test_opening_a_file_leaves_the_start_page(window, one_preset):
    window.start.open()
    assert window.files.open(one_preset)
    assert window.pages.currentWidget() is window.workspace


def test_recent_files_stand_on_the_start_page(window, one_preset):
    window.files.open(one_preset)
    window.start.open()
    (button,) = window.start.recent
    assert one_preset.name in button.text()
    window.files.new()
    window.start.open()
    window.start.recent[0].click()
    assert window.context.document.path == one_preset


def test_the_command_palette_finds_and_does(qtbot, window):
    palette = window.palette_popup
    palette.open()
    qtbot.keyClicks(palette.field, "dark")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.context.theme.mode == "dark"
    assert not palette.isVisible()


def test_the_command_palette_hides_what_cannot_be_done(window):
    palette = window.palette_popup
    palette.open()
    shown = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert not any("Undo" in text for text in shown)
    window.context.document.push("title", lambda d: edits.set_title(d, "Mine"))
    palette.open()
    shown = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert any("Undo" in text for text in shown)


def test_a_notice_is_shown_and_kept(window):
    window.context.notices.post("Something happened.", "warning")
    assert window.strip.isVisible()
    assert window.strip.text.text() == "Something happened."
    assert "Something happened." in window.log.list.item(0).text()


def test_an_error_is_not_pushed_away_by_good_news(window):
    window.context.notices.post("It broke.", "error")
    window.context.notices.post("Saved.", "info")
    assert window.strip.text.text() == "It broke."
    window.strip.close_button.click()
    assert not window.strip.isVisible()


def test_the_palette_offers_the_composites_of_the_document(qtbot, window):
    model = window.context.document
    assert not any(group.name == "This document" for group in window.blocks.groups)
    model.push("", lambda d: group(d, ["hidden", "act"], "Stem")[0])
    chip = window.blocks.chips["composite:stem"]
    assert window.blocks.groups[0].chips == [chip]
    assert chip.accessibleName() == "Insert Stem"
    window.context.selection.set(())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.context.selection.nodes == ("stem2",)
    assert window.graph.canvas.cards["stem2"].facts.stack.linked
    model.undo_stack.setIndex(0)
    assert "composite:stem" not in window.blocks.chips


def test_a_ready_composite_is_placed_in_one_step_and_again_as_another_instance(qtbot, window):
    model, chip = window.context.document, window.blocks.chips["ready:transformer"]
    assert chip.accessibleName() == "Insert Transformer block"
    before = model.document
    window.context.selection.set(("hidden",))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.context.selection.nodes == ("transformer",)
    assert [composite.id for composite in model.document.composites] == ["transformer"]
    assert ("hidden", "transformer") in {(w.source, w.target) for w in model.document.wires}
    assert window.graph.canvas.cards["transformer"].facts.title == "Transformer block"
    window.context.selection.set(())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.graph.canvas.cards["transformer2"].facts.stack.linked
    assert len(model.document.composites) == 1
    model.undo_stack.setIndex(model.undo_stack.index() - 2)
    assert model.document == before
