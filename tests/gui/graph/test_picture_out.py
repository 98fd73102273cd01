"""The graph as SVG, PDF, PNG and on the clipboard."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from playground.document.model import Document, Note
from playground.errors import SaveError
from playground.gui.graph import picture_out
from playground.gui.graph.picture_out import GraphPicture
from playground.gui.picture_files import PictureFiles, Wish
from playground.gui.theme import DARK, LIGHT
from playground.telemetry.snapshot import Snapshot

DIGITS = {
    "data": {"dataset": "digits"},
    "nodes": [
        {"id": "x", "block": "input", "at": [0, 0]},
        {"id": "flat", "block": "flatten", "at": [240, 0]},
    ],
    "wires": [["x.out", "flat.in"]],
}


@pytest.fixture
def files(view, qtbot):
    view.setWindowTitle("window")
    return PictureFiles(view, view)


def texts(svg: bytes) -> str:
    root = ElementTree.fromstring(svg.decode())
    return " ".join("".join(node.itertext()) for node in root.iter() if node.tag.endswith("text"))


def test_svg_keeps_text_as_text_and_names_every_block(view):
    with GraphPicture(view) as picture:
        svg = picture.svg()
    words = texts(svg)
    for word in ("Two moons", "Linear", "Tanh", "12 params"):
        assert word in words
    root = ElementTree.fromstring(svg.decode())
    assert root.attrib["viewBox"] == f"0 0 {picture.rect.width():.0f} {picture.rect.height():.0f}"


def test_pixels_of_svg_and_pdf_are_never_smoothed(make_context, show):
    context = make_context(Document(**DIGITS))
    view = show(context)
    pixels = np.arange(64, dtype=np.float32).reshape(1, 8, 8)
    context.run.snapshot.emit(Snapshot(1, 0, 0.0, {}, {"activations/x": pixels}))
    with GraphPicture(view) as picture:
        svg, pdf = picture.svg().decode(), picture.pdf()
    assert "pixelated" in svg
    code = re.search(r"base64,([^\"]+)", svg).group(1)
    image = QImage.fromData(QByteArray(base64.b64decode(code)))
    side = image.width() // 8
    expected = context.theme.sequential(pixels[0], 63.0)[..., :3]
    for row in range(8):
        for column in range(8):
            for corner in (0, side - 1):
                colour = image.pixelColor(column * side + corner, row * side + corner)
                assert colour.getRgb()[:3] == tuple(expected[row, column])
    assert b"/Subtype /Image" in pdf
    assert b"DCTDecode" not in pdf  # JPEG would blur the edges between two numbers
    assert b"/Interpolate" not in pdf


def test_png_has_the_chosen_scale_and_is_light_by_default(view, context):
    context.theme.set_mode("dark")
    with GraphPicture(view) as picture:
        one, three = picture.image(1), picture.image(3)
    assert three.width() == 3 * one.width() == 3 * picture.rect.width()
    assert one.pixelColor(1, 1) == QColor(LIGHT.panel)
    assert three.dotsPerMeterX() == pytest.approx(3 * one.dotsPerMeterX(), abs=2)
    with GraphPicture(view, mode="dark") as picture:
        assert picture.image().pixelColor(1, 1) == QColor(DARK.canvas)
    assert context.theme.mode == "dark"  # nobody else noticed


def test_nothing_is_cut_off(view):
    """The outermost pixels all round are plain paper."""
    with GraphPicture(view) as picture:
        image = picture.image()
    paper = QColor(LIGHT.panel).rgb()
    right, bottom = image.width() - 1, image.height() - 1
    edge = [image.pixel(x, y) for x in range(image.width()) for y in (0, bottom)]
    edge += [image.pixel(x, y) for y in range(image.height()) for x in (0, right)]
    assert set(edge) == {paper}


def test_a_selection_holds_its_blocks_and_the_wires_among_them(view, context):
    note = Note(id="note", text="A remark", at=(0, 300))
    context.document.push("note", lambda d: d.with_(notes=(note,)))
    with GraphPicture(view) as whole, GraphPicture(view, ids=("hidden", "act")) as part:
        assert part.rect.width() < whole.rect.width() / 1.5
        words, everything = texts(part.svg()), texts(whole.svg())
    assert "Linear" in words
    assert "Tanh" in words
    assert "Two moons" not in words
    assert "A remark" not in words
    assert "A remark" in everything


def test_pdf_is_one_page_of_the_size_of_the_picture(view):
    with GraphPicture(view) as picture:
        pdf = picture.pdf()
    assert pdf.startswith(b"%PDF-")
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    wanted = (picture.rect.width() * 0.75, picture.rect.height() * 0.75)
    assert tuple(map(float, box)) == pytest.approx(wanted, abs=1)
    assert b"/Font" in pdf  # letters, not their outlines


def test_a_graph_too_wide_for_a_page_is_shrunk(view, context, monkeypatch):
    monkeypatch.setattr(picture_out, "_PDF_SIDE", 300.0)
    with GraphPicture(view) as picture:
        (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+)", picture.pdf())
    assert float(box) == pytest.approx(300, abs=1)


def test_too_many_pixels_are_refused_with_a_way_out(view):
    with GraphPicture(view) as picture, pytest.raises(SaveError, match="SVG"):
        picture.image(scale=10_000)


def test_the_picture_no_longer_follows_the_document_once_closed(view, qtbot):
    with GraphPicture(view) as picture:
        gone = picture._canvas.destroyed
    with qtbot.waitSignal(gone, timeout=2000):
        pass


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_the_ending_of_the_file_says_as_what_it_is_written(files, tmp_path, notices, suffix):
    path = tmp_path / f"graph.{suffix}"
    assert files.save(path, Wish())
    start = {"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG"}[suffix]
    assert path.read_bytes().startswith(start)
    assert notices == [f"Saved graph.{suffix}."]
    assert list(tmp_path.glob(".*")) == []


def test_a_folder_that_cannot_be_written_to_is_named(files, tmp_path, notices):
    (tmp_path / "file").write_text("")
    assert not files.save(tmp_path / "file" / "graph.svg", Wish())
    assert not files.save(tmp_path / "missing" / "graph.svg", Wish())
    assert "Not a directory" in notices[0]
    assert "graph.svg" in notices[0]
    assert "No such file or directory" in notices[1]


def test_a_read_only_folder_keeps_the_old_file(files, tmp_path, notices, monkeypatch):
    path = tmp_path / "graph.svg"
    path.write_text("old")

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("playground.document.whole_file.os.replace", refuse)
    assert not files.save(path, Wish())
    assert path.read_text() == "old"
    assert notices == ["graph.svg could not be written: Permission denied."]


def test_an_unknown_ending_is_refused(files, tmp_path, notices):
    assert not files.save(tmp_path / "graph.gif", Wish())
    assert ".svg, .pdf and .png" in notices[0]


def test_the_clipboard_gets_pixels_and_svg(files, context):
    context.selection.set(("hidden",))
    assert files.copy_shown()
    mime = QApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert "Tanh" not in texts(bytes(mime.data("image/svg+xml").data()))


def test_the_dialog_says_how_large_the_picture_gets(files, context, tmp_path, monkeypatch):
    context.selection.set(("hidden",))
    dialog = files.ask()
    with files.picture(Wish()) as picture:
        width = picture.size().width()
    assert f"{width:,} ×" in dialog.size_label.text()
    dialog.format.setCurrentIndex(dialog.format.findData("png"))
    dialog.scale.setCurrentIndex(dialog.scale.findData(4))
    assert f"{4 * width:,} ×" in dialog.size_label.text()
    dialog.part.setCurrentIndex(dialog.part.findData("selection"))
    assert f"{4 * width:,} ×" not in dialog.size_label.text()
    path = tmp_path / "part"  # the dialog adds the ending
    choose = staticmethod(lambda *_: (str(path), ""))
    monkeypatch.setattr("playground.gui.picture_files.QFileDialog.getSaveFileName", choose)
    dialog.save_button.click()
    assert QImage(str(tmp_path / "part.png")).width() > 0
    assert not dialog.isVisible()
    assert files.wish.scale == 4


def test_wires_take_the_same_ways_as_on_the_screen(view, context):
    """A wire that was led around a card is led around it on paper, too."""
    (wire,) = (w for w in context.document.document.wires if w.target == "out")
    start = view.canvas.cards["act"].port_place("out:out")
    end = view.canvas.cards["out"].port_place("in:in")
    (x, y), (u, v) = (start.x(), start.y()), (end.x(), end.y())
    way = ((x, y), (x + 20, y), (x + 20, y - 300), (u - 20, y - 300), (u - 20, v), (u, v))
    view.canvas.lead_along({wire: way})
    with GraphPicture(view) as picture:
        (item,) = (i for i in picture._canvas.wires() if i.wire == wire)
        assert item.path().boundingRect().top() < y - 250
        assert picture.rect.top() < y - 250
