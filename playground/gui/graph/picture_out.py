"""The graph as a picture: drawn again on paper of its own, not photographed from the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from playground.errors import SaveError
from playground.gui.graph import far
from playground.gui.graph.card import Card
from playground.gui.graph.colours import legend
from playground.gui.graph.scene import GraphScene
from playground.gui.graph.style import Look
from playground.gui.graph.wire import WireItem
from playground.gui.preset_words import shown
from playground.gui.selection import Selection
from playground.gui.theme import Mode, Theme
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

DPI: Final = 96  # a px of the canvas is 1/96 inch on paper
MAX_SIDE = 30_000  # px; Qt's raster painter ends at 32,767
MAX_PIXELS = 200_000_000  # 800 MB while it is drawn
_MARGIN = 20.0  # px of paper around the graph
_OVERHANG = 12.0  # px that ports, badge and shadow stand out from a card
_PDF_DPI = 1200
_PDF_SIDE = 14_400.0  # points; the largest page the format allows
_INCH_M = 0.0254
_SMOOTH = 'image-rendering="optimizeSpeed"'
_SHARP = 'image-rendering="optimizeSpeed" style="image-rendering:pixelated"'
_FINE = 256  # px; pixels of an image are repeated until it has about as many


class GraphPicture:
    """The whole graph or a part of it, in a theme of its own, ready for any kind of paper.

    It shows the pictures and numbers that the cards show now. Use it in a `with` statement: it
    follows the document until it is closed.
    """

    def __init__(
        self,
        view: GraphView,
        *,
        ids: Iterable[str] | None = None,
        notes: Iterable[str] = (),
        mode: Mode = "light",
    ) -> None:
        """Prepare a picture.

        Parameters
        ----------
        view : GraphView
            Whose graph it is.
        ids, notes : iterable of str
            The blocks and notes of a part; `ids=None` is everything.
        mode : str
            "light" for white paper, or "dark".
        """
        context = replace(view.context, theme=Theme(mode), selection=Selection())
        self._canvas = GraphScene(context, view)
        self._canvas.lead_along(view.canvas.routes)
        view.live.copy_to(self._canvas)
        view.colouring.copy_to(self._canvas)
        self._legend = view.colouring.caption(context.theme)
        self._items = self._part(ids, set(notes))
        self.rect = self._bounds()
        self.title = shown(context.document.document.title) or tr("Untitled")
        tokens = context.theme.tokens
        self._paper = QColor(tokens.panel if mode == "light" else tokens.canvas)

    def __enter__(self) -> GraphPicture:
        return self

    def __exit__(self, *_: object) -> None:
        self._items = []
        self._canvas.deleteLater()

    def size(self, scale: float = 1.0) -> QSize:
        """Width and height in px."""
        return (self.rect.size() * scale).toSize()

    def image(self, scale: float = 1.0) -> QImage:
        """The picture as pixels; raises `SaveError` when there would be too many."""
        size = self.size(scale)
        if max(size.width(), size.height()) > MAX_SIDE or (
            size.width() * size.height() > MAX_PIXELS
        ):
            raise SaveError(
                tr(
                    "The picture would have {width} × {height} px, more than can be drawn.",
                    width=f"{size.width():,}",
                    height=f"{size.height():,}",
                ),
                hint=tr("Choose a smaller scale, a part of the graph, or SVG."),
            )
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDotsPerMeterX(round(DPI * scale / _INCH_M))  # so it prints in the same size
        image.setDotsPerMeterY(round(DPI * scale / _INCH_M))
        image.fill(self._paper)
        painter = QPainter(image)
        painter.scale(scale, scale)
        self._draw(painter)
        painter.end()
        return image

    def png(self, scale: float = 1.0) -> bytes:
        """The bytes of a PNG file."""
        image = self.image(scale)
        return _bytes(lambda buffer: image.save(buffer, "PNG"))

    def svg(self) -> bytes:
        """The text of an SVG file: curves stay curves, text stays text."""

        def write(buffer: QBuffer) -> None:
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setResolution(DPI)
            generator.setSize(self.size())
            generator.setViewBox(QRectF(QPointF(), QSizeF(self.size())))
            generator.setTitle(self.title)
            generator.setDescription(tr("Drawn with Neural Playground"))
            painter = QPainter(generator)
            painter.fillRect(QRectF(0, 0, self.rect.width(), self.rect.height()), self._paper)
            self._draw(painter)
            painter.end()

        self._refine()
        text = _bytes(write).decode().replace(_SMOOTH, _SHARP)  # browsers smooth the first
        return _with_fonts(text, self._canvas.look).encode()

    def pdf(self) -> bytes:
        """A PDF file of one page that is as large as the picture."""
        points = self.rect.size() * (72 / DPI)
        shrink = min(1.0, _PDF_SIDE / max(points.width(), points.height()))
        exact = QPageSize.SizeMatchPolicy.ExactMatch

        def write(buffer: QBuffer) -> None:
            writer = QPdfWriter(buffer)
            writer.setTitle(self.title)
            writer.setCreator("Neural Playground")
            writer.setResolution(_PDF_DPI)
            writer.setPageSize(QPageSize(points * shrink, QPageSize.Unit.Point, "", exact))
            writer.setPageMargins(QMarginsF())
            painter = QPainter(writer)
            painter.scale(shrink * _PDF_DPI / DPI, shrink * _PDF_DPI / DPI)
            self._draw(painter)
            painter.end()

        self._refine()
        return _bytes(write)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # no JPEG in a PDF
        painter.translate(-self.rect.topLeft())
        option = QStyleOptionGraphicsItem()
        for item in self._items:
            painter.save()
            painter.translate(item.pos())
            option.exposedRect = item.boundingRect()  # all of it
            item.paint(painter, option)
            painter.restore()
        cards = [item for item in self._items if isinstance(item, Card)]
        wires = [item for item in self._items if isinstance(item, WireItem)]
        far.paint(painter, self._canvas.look, cards, wires)
        if self._legend is not None:
            corner = self.rect.bottomLeft() + QPointF(_MARGIN - 6, -_MARGIN / 2 - legend.HEIGHT)
            legend.paint(painter, corner, self._legend, self._canvas.look, titled=True)

    def _refine(self) -> None:
        """Repeat the pixels of all images: a viewer that smooths can then only touch their edges.

        Each number stays one square of one colour, whatever opens the file.
        """
        for card in self._canvas.cards.values():
            picture = card.picture
            images, kernels = map(_enlarged, picture.images), map(_enlarged, picture.kernels)
            card.picture = replace(picture, images=tuple(images), kernels=tuple(kernels))

    def _part(self, ids: Iterable[str] | None, notes: set[str]) -> list[QGraphicsItem]:
        """The items of the part, lowest first."""
        canvas = self._canvas
        wanted = set(canvas.cards) if ids is None else set(ids) & canvas.cards.keys()
        items: list[QGraphicsItem] = [
            item for id, item in canvas.notes.items() if ids is None or id in notes
        ]
        items += [f for f in canvas.frames.items.values() if wanted.issuperset(f.group.nodes)]
        items += [w for w in canvas.wires() if {w.wire.source, w.wire.target} <= wanted]
        items += [card for id, card in canvas.cards.items() if id in wanted]
        return sorted(items, key=lambda item: item.zValue())

    def _bounds(self) -> QRectF:
        """What the picture shows of the scene, in whole px."""
        whole = QRectF()
        for item in self._items:
            whole = whole.united(item.boundingRect().translated(item.pos()))
        margin = _MARGIN - _OVERHANG
        whole = whole.adjusted(-margin, -margin, margin, margin)
        if self._legend is not None:  # below the graph
            room = legend.size_of(self._legend, self._canvas.look, titled=True)
            whole.setWidth(max(whole.width(), room.width() + 2 * margin))
            whole.setBottom(whole.bottom() + room.height())
        return QRectF(whole.toAlignedRect())


def _bytes(write: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    return bytes(buffer.data().data())


def _enlarged(image: QImage) -> QImage:
    times = _FINE // max(1, image.width(), image.height())
    return image.scaled(image.size() * times) if times > 1 else image  # nearest neighbour


def _with_fonts(svg: str, look: Look) -> str:
    """Put the font that was measured before those that may stand in for it elsewhere."""
    for font in (look.text, look.number):
        asked = ",".join(font.families())
        measured = QFontInfo(font).family()
        svg = svg.replace(f'font-family="{asked}"', f'font-family="{measured},{asked}"')
    return svg
