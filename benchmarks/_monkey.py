"""Somebody who does anything at any time in the window, by a seed: for the soak and chaos tests."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.document import edits
from playground.document.model import Document, Node, Wire
from playground.errors import PlaygroundError
from playground.gui.weight_hand import Place

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

Action = Callable[[], None]
MOST_BLOCKS = 12
VIEWS = ("loss", "surface", "metrics", "predictions", "weights", "ridges", "landscape", "backprop")


class Monkey:
    """Does one thing after another, and knows what the document must be after each.

    Parameters
    ----------
    window : MainWindow
    seed : int
        The same seed does the same things.
    calm : bool
        Nothing that ends a run: no reset, no other engine, no absurd learning rate.

    Attributes
    ----------
    expected : list of Document
        What undo leads back through, oldest first, and what redo leads to.
    at : int
        Which of them the document has to be.
    done : Counter
        How often each thing was done.
    """

    def __init__(self, window: MainWindow, seed: int, *, calm: bool = False) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.expected = [window.context.document.document]
        self.at = 0
        self.done: Counter[str] = Counter()
        self._made = 0
        self.actions: list[tuple[int, Action]] = [
            (8, self.resize),
            (4, self.insert),
            (4, self.remove),
            (3, self.cut),
            (3, self.mute),
            (3, self.freeze),
            (4, self.learning_rate),
            (2, self.batch_size),
            (2, self.optimizer),
            (4, self.move),
            (9, self.undo),
            (4, self.redo),
            (3, self.view),
            (3, self.pause),
            (5, self.play),
            (3, self.step),
            (3, self.speed),
            (3, self.scrub),
            (1, self.theme),
            (1, self.language),
            (3, self.weight),
            (2, self.slow_motion),
            (2, self.open_block),
            (1, self.weight_decay),
        ]
        if not calm:
            self.actions += [(1, self.reset), (1, self.engine), (1, self.explode), (1, self.noise)]

    def act(self) -> str:
        """Do one thing; returns its name."""
        weights, actions = zip(*self.actions, strict=True)
        action = self.chance.choices(actions, weights)[0]
        action()
        self.done[action.__name__] += 1
        return action.__name__

    @property
    def document(self) -> Document:
        """What the document has to be."""
        return self.expected[self.at]

    # -- edits ------------------------------------------------------------------------------------

    def push(self, edit: Callable[[Document], Document]) -> None:
        """Do an edit in the window, and the same to what is expected."""
        self.window.context.document.push("monkey", edit)
        try:
            new = edit(self.document)
        except PlaygroundError:
            return
        if new != self.document:
            self.expected[self.at + 1 :] = [new]
            self.at += 1

    def resize(self) -> None:
        found = [n.id for n in self.document.nodes if n.block == "linear"]
        if found:
            node, size = self.chance.choice(found), self.chance.randint(1, 24)
            self.push(lambda doc: edits.set_param(doc, node, "out_features", size))

    def insert(self) -> None:
        wires = self.document.wires
        if not wires or len(self.document.nodes) >= MOST_BLOCKS:
            return
        self._made += 1
        block = self.chance.choice(("tanh", "relu", "linear", "layer_norm", "dropout"))
        node = Node(id=f"monkey{self._made}", block=block)
        wire = self.chance.choice(wires)
        self.push(lambda doc: edits.insert_on_wire(doc, wire, node))

    def remove(self) -> None:
        found = [n.id for n in self.document.nodes if n.id.startswith("monkey")]
        if found:
            node = self.chance.choice(found)
            self.push(lambda doc: edits.remove_and_reconnect(doc, [node]))

    def cut(self) -> None:
        """Take a wire away, or draw any one."""
        doc = self.document
        if doc.wires and self.chance.random() < 0.3:
            wire = self.chance.choice(doc.wires)
            self.push(lambda doc: edits.disconnect(doc, wire))
        elif doc.nodes:
            ends = self.chance.choices(doc.nodes, k=2)
            drawn = Wire(source=ends[0].id, source_port="out", target=ends[1].id, target_port="in")
            self.push(lambda doc: edits.connect(doc, drawn))
            self.undo()  # most such wires break the graph, and a broken one trains nothing new

    def mute(self) -> None:
        node, on = self._any(), self.chance.random() < 0.5
        self.push(lambda doc: edits.set_muted(doc, [node], on))

    def freeze(self) -> None:
        node, on = self._any(), self.chance.random() < 0.5
        self.push(lambda doc: edits.set_frozen(doc, [node], on))

    def move(self) -> None:
        node, x = self._any(), self.chance.uniform(0, 900)
        self.push(lambda doc: edits.move_nodes(doc, {node: (x, 40.0)}))

    def learning_rate(self) -> None:
        lr = self.chance.choice((0.001, 0.003, 0.01, 0.03))
        self.push(lambda doc: edits.set_train_param(doc, "lr", lr))

    def explode(self) -> None:
        self.push(lambda doc: edits.set_train_param(doc, "lr", 1e6))

    def batch_size(self) -> None:
        size = self.chance.choice((1, 8, 32, 64))
        self.push(lambda doc: edits.set_train_param(doc, "batch_size", size))

    def optimizer(self) -> None:
        name = self.chance.choice(("sgd", "adam", "adamw"))
        self.push(lambda doc: edits.set_train_param(doc, "optimizer", name))

    def weight_decay(self) -> None:
        value = self.chance.choice((0.0, 0.001, 0.1))
        self.push(lambda doc: edits.set_train_param(doc, "weight_decay", value))

    def noise(self) -> None:
        value = self.chance.choice((0.0, 0.1, 0.3))
        self.push(lambda doc: edits.set_data_param(doc, "noise", value))

    def view(self) -> None:
        view = self.chance.choice(VIEWS)
        shown = self.document.view.lenses
        wanted = tuple(n for n in shown if n != view) if view in shown else (*shown, view)
        self.push(lambda doc: edits.set_lenses(doc, wanted))

    def undo(self) -> None:
        self.window.context.document.undo_stack.undo()
        self.at = max(0, self.at - 1)

    def redo(self) -> None:
        self.window.context.document.undo_stack.redo()
        self.at = min(len(self.expected) - 1, self.at + 1)

    # -- the run and the window -------------------------------------------------------------------

    def pause(self) -> None:
        self.window.context.run.pause()

    def play(self) -> None:
        self.window.context.run.play()

    def step(self) -> None:
        self.window.context.run.step()

    def reset(self) -> None:
        self.window.context.run.reset()

    def engine(self) -> None:
        """Train with another engine from the next reset on."""
        self.window.context.run.set_engine(self.chance.choice(("thread", "process")))

    def speed(self) -> None:
        self.window.context.run.change(speed=self.chance.choice((5, 100, 1000, None, None)))

    def scrub(self) -> None:
        """Look at an earlier step, and come back."""
        run = self.window.context.run
        run.past.look(self.chance.random() * run.step_count)
        if self.chance.random() < 0.7:
            run.past.back_to_now()

    def weight(self) -> None:
        """Drag one weight, and sometimes give it back."""
        hand = self.window.context.hand
        found = [n.id for n in self.document.nodes if n.block == "linear"]
        if not found or hand.take(Place(self.chance.choice(found), "bias", (0,)), 0.0):
            return
        for _ in range(self.chance.randint(1, 4)):
            hand.move(self.chance.uniform(-2.0, 2.0))
        self.chance.choice((hand.let_go, hand.give_back))()

    def slow_motion(self) -> None:
        """An operation at a time, mostly for a moment only."""
        run = self.window.context.run
        run.change(slow=self.chance.random() < 0.3)

    def open_block(self) -> None:
        """Open a block, or go one level up."""
        depth = self.window.context.depth
        if self.chance.random() < 0.6:
            depth.open(self._any())
        else:
            depth.up()

    def theme(self) -> None:
        self.window.appearance.set_theme(self.chance.choice(("light", "dark")))

    def language(self) -> None:
        self.window.appearance.set_language(self.chance.choice(("en", "zh")))

    def _any(self) -> str:
        return self.chance.choice(self.document.nodes).id
