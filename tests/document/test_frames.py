"""Frames around blocks."""

from __future__ import annotations

import pytest

from playground.document import clipboard, edits, frames
from playground.document.format import reads, writes
from playground.document.model import Document, Node
from playground.errors import EditError

DOC = Document(nodes=tuple(Node(id=id, block="relu") for id in "abc"))


def test_a_frame_holds_its_blocks_once_and_gets_the_next_colour():
    doc, first = frames.add_frame(DOC, ("a", "b", "a"), title="Encoder")
    doc, second = frames.add_frame(doc, ("c",))
    assert frames.get_frame(doc, first).nodes == ("a", "b")
    assert frames.get_frame(doc, first).title == "Encoder"
    colours = [frames.get_frame(doc, id).colour for id in (first, second)]
    assert colours[1] == (colours[0] + 1) % frames.NUM_COLOURS


@pytest.mark.parametrize("ids", [(), ("a", "missing")])
def test_a_frame_around_nothing_or_a_missing_block_is_refused(ids):
    with pytest.raises(EditError):
        frames.add_frame(DOC, ids)


def test_deleting_a_frame_keeps_its_blocks():
    doc, id = frames.add_frame(DOC, ("a", "b"))
    assert frames.remove_frames(doc, (id,)) == DOC
    with pytest.raises(EditError, match="missing"):
        frames.remove_frames(doc, ("missing",))


def test_a_frame_that_loses_its_last_block_goes():
    doc, outer = frames.add_frame(DOC, ("a", "b"))
    doc, inner = frames.add_frame(doc, ("a",))
    doc = frames.take_out(doc, ("a",))
    assert frames.get_frame(doc, outer).nodes == ("b",)
    assert [g.id for g in doc.groups] == [outer]
    assert inner != outer


def test_the_innermost_frame_comes_first():
    doc, outer = frames.add_frame(DOC, ("a", "b", "c"))
    doc, inner = frames.add_frame(doc, ("a", "b"))
    assert [g.id for g in frames.frames_around(doc, ("a",))] == [inner, outer]
    assert [g.id for g in frames.frames_around(doc, ("a", "c"))] == [outer]
    assert frames.frames_around(doc, ()) == ()


def test_frames_survive_the_file_and_the_clipboard():
    doc, id = frames.add_frame(DOC, ("a", "b"), title="Encoder")
    doc = frames.set_frame(doc, id, colour=7)
    assert reads(writes(doc)) == doc
    pasted, _ = clipboard.paste_nodes(doc, clipboard.copy_nodes(doc, ("a", "b")), (0, 0))
    assert [(g.title, g.colour) for g in pasted.groups] == [("Encoder", 7)] * 2


def test_a_colour_beyond_the_palette_is_refused():
    doc, id = frames.add_frame(DOC, ("a",))
    with pytest.raises(EditError):
        frames.set_frame(doc, id, colour=10)


def test_renaming_a_block_is_followed():
    doc, id = frames.add_frame(DOC, ("a",))
    assert frames.get_frame(edits.rename_node(doc, "a", "first"), id).nodes == ("first",)
