"""A single weight in the user's hand: dragged, nudged, typed, given back, undone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.gui.app import make_context
from playground.gui.lenses.weights import WeightsLens
from playground.gui.weight_hand import Place
from playground.telemetry.probes.weights import Weights

LONG = 30_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLACE = Place("hidden", "weight", (2, 1))


@pytest.fixture(params=["thread", "process"])
def engine(request):
    return request.param


@pytest.fixture
def scene(qtbot, tmp_path, mlp, engine):
    """A real run of a small network, paused at step 0, with its weights in view."""
    from PySide6.QtCore import QSettings

    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    context = make_context(settings, engine)
    context.doctor.set_enabled(False)
    context.document.load(mlp)
    lens = WeightsLens(context)
    qtbot.addWidget(lens)
    lens.resize(400, 320)
    lens.show()
    context.run.begin()
    qtbot.waitUntil(lambda: lens.values is not None, timeout=LONG)
    yield lens
    assert context.run.close(timeout=20)


def weight(lens):
    return float(lens.values[2, 1])


def spot(lens, row=2, column=1):
    (rect,) = lens.tiles.rectangles()
    rows, columns = lens.values.shape
    x = rect.left() + (column + 0.5) * rect.width() / columns
    y = rect.top() + (row + 0.5) * rect.height() / rows
    return QPoint(round(x), round(y))


def drag(lens, pixels, modifier=NONE):
    """Press on the cell and go up by some pixels; the button stays down."""
    at = spot(lens)
    QTest.mousePress(lens.tiles, LEFT, NONE, at)
    for moved in range(0, pixels, 5):
        move(lens, at - QPoint(0, moved + 5), modifier)
    return at - QPoint(0, pixels)


def move(lens, at, modifier=NONE):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    where = lens.tiles.mapToGlobal(QPointF(at))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, LEFT, LEFT, modifier)
    QApplication.sendEvent(lens.tiles, event)


def is_near(lens, value):
    return lambda: abs(weight(lens) - value) < 1e-5


def test_a_drag_changes_the_weight_at_once_and_is_told_once(qtbot, scene):
    run, told = scene.context.run, []
    run.happened.connect(told.append)
    before, peak = weight(scene), float(np.abs(scene.values).max())
    end = drag(scene, 50)
    wanted = before + peak * 0.5
    qtbot.waitUntil(is_near(scene, wanted), timeout=LONG)  # while the button is down
    assert scene.grasp.held
    assert scene.context.hand.place == PLACE
    assert not told
    QTest.mouseRelease(scene.tiles, LEFT, NONE, end)
    assert [event.node for event in told] == ["hidden"]
    assert "hidden.weight[2, 1]" in told[0].text
    assert run.past.edits == [(0, told[0].text)]
    assert abs(scene.context.hand.value - wanted) < 1e-5


def test_shift_is_ten_times_finer_and_escape_puts_the_weight_back(qtbot, scene):
    told = []
    scene.context.run.happened.connect(told.append)
    before, peak = weight(scene), float(np.abs(scene.values).max())
    drag(scene, 50, SHIFT)
    qtbot.waitUntil(is_near(scene, before + peak * 0.05), timeout=LONG)
    QTest.keyClick(scene.tiles, Qt.Key.Key_Escape)
    qtbot.waitUntil(is_near(scene, before), timeout=LONG)
    QTest.mouseRelease(scene.tiles, LEFT, NONE, spot(scene))
    assert not told
    assert not scene.context.hand.undo_text()


def test_a_held_weight_stays_where_it_is_while_the_network_trains(qtbot, scene):
    run = scene.context.run
    run.change(speed=50.0)  # few steps between two looks, also where the window is slow
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 3, timeout=LONG)
    end = drag(scene, 80)
    value, step = scene.context.hand.value, run.step_count
    qtbot.waitUntil(lambda: run.step_count > step + 20, timeout=LONG)
    assert scene.context.hand.value == value
    assert abs(weight(scene) - value) < 0.2  # training moves it a little between two looks
    QTest.mouseRelease(scene.tiles, LEFT, NONE, end)
    run.pause()
    assert run.state == "paused"


def test_the_keys_choose_a_cell_and_change_it(qtbot, scene):
    tiles, peak = scene.tiles, float(np.abs(scene.values).max())
    tiles.setFocus()
    scene.grasp._point_at((0, 0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(tiles, key)
    assert scene.grasp.place == PLACE
    before = weight(scene)
    assert tiles.accessibleDescription() == f"hidden.weight[2, 1] = {before:.4g}"
    QTest.keyClick(tiles, Qt.Key.Key_Plus)
    QTest.keyClick(tiles, Qt.Key.Key_Plus)
    QTest.keyClick(tiles, Qt.Key.Key_Minus, SHIFT)
    wanted = before + peak * (0.1 + 0.1 - 0.01)
    qtbot.waitUntil(is_near(scene, wanted), timeout=LONG)
    QTest.keyClick(tiles, Qt.Key.Key_Up)  # elsewhere: the change is done
    assert [step for step, _ in scene.context.run.past.edits] == [0]


def test_a_number_is_typed_into_the_cell(qtbot, scene):
    scene.tiles.setFocus()
    scene.grasp._point_at((0, 2, 1))
    QTest.keyClick(scene.tiles, Qt.Key.Key_Return)
    field = scene.grasp.field
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "-0.75")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(is_near(scene, -0.75), timeout=LONG)
    assert scene.grasp.field is None
    assert len(scene.context.run.past.edits) == 1


def test_undo_brings_the_weight_back_until_something_else_is_done(qtbot, scene):
    hand, before = scene.context.hand, weight(scene)
    assert hand.set(PLACE, before, 0.5) == ""
    qtbot.waitUntil(is_near(scene, 0.5), timeout=LONG)
    assert hand.undo_text() == "hidden.weight[2, 1]"
    assert hand.undo() == ""
    qtbot.waitUntil(is_near(scene, before), timeout=LONG)
    assert hand.redo() == ""
    qtbot.waitUntil(is_near(scene, 0.5), timeout=LONG)
    scene.context.run.reset()
    assert not hand.undo_text()


def test_the_hand_says_why_it_cannot_take_a_weight(qtbot, scene):
    context = scene.context
    refused = []
    context.notices.posted.connect(lambda text, kind: refused.append((kind, text)))
    context.run.past.wanted = 0  # an earlier step is looked at
    drag(scene, 50)
    assert context.hand.place is None
    assert refused[0][0] == "refused"
    assert "earlier step" in refused[0][1]
    context.run.past.wanted = None
    context.run.state = "failed"
    assert "Reset" in context.hand.why_not()
    context.run.state = "ready"
    assert context.hand.why_not() == ""


def test_every_cell_of_a_picture_is_the_weight_it_shows(qtbot, context):
    lens = WeightsLens(context)
    qtbot.addWidget(lens)
    rng = np.random.default_rng(0)
    for shape in ((4,), (4, 3), (2, 3, 5, 2)):
        lens.draw(rng.normal(size=shape).astype(np.float32))
        for number, tile in enumerate(lens.tiles.tiles):
            for (row, column), value in np.ndenumerate(tile.values):
                index = lens.place_of(number, row, column).index
                assert lens.values[index] == value
    assert Weights("hidden").name == "weights"


def test_ctrl_z_of_the_window_undoes_the_weight_before_the_document(qtbot, window):
    context = window.context
    with qtbot.waitSignal(context.run.snapshot, timeout=LONG):
        context.run.begin()
    context.document.push("Title", lambda d: d.model_copy(update={"title": "Other"}))
    wishes = []
    context.run.set_weight = lambda *wish: wishes.append(wish)
    assert context.hand.set(PLACE, 0.25, 0.5) == ""
    undo = window.actions_model.actions["edit.undo"]
    qtbot.waitUntil(lambda: "hidden.weight[2, 1]" in undo.text())
    undo.trigger()
    assert wishes[-1] == ("hidden", "weight", (2, 1), 0.25)
    assert context.document.document.title == "Other"
    undo.trigger()
    assert context.document.document.title == "Two moons"


def test_weights_may_die_while_one_has_the_focus(qtbot, qapp, scene):
    hand, window = scene.context.hand, QWidget()
    qtbot.addWidget(window)
    host = QWidget(window)
    scene.tiles.setParent(host)
    host.resize(scene.tiles.size())
    window.show()
    window.activateWindow()
    QTest.mouseClick(scene.tiles, LEFT, NONE, spot(scene))
    QTest.keyClick(scene.tiles, Qt.Key.Key_Plus)
    qtbot.waitUntil(scene.tiles.hasFocus, timeout=LONG)
    assert hand.place == PLACE
    host.deleteLater()
    qapp.sendPostedEvents(host, QEvent.Type.DeferredDelete)
    assert hand.place is None
