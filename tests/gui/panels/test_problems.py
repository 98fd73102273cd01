"""The list of problems works only while somebody looks at it."""

from __future__ import annotations

import pytest

from playground.document import edits
from playground.document.model import Document, Node
from playground.gui.panels import problems
from playground.gui.panels.problems import ProblemList


@pytest.fixture
def made(monkeypatch):
    """The cards that were made."""
    found = []
    real = problems.ProblemCard

    def card(problem, *args, **kwargs):
        found.append(problem)
        return real(problem, *args, **kwargs)

    monkeypatch.setattr(problems, "ProblemCard", card)
    return found


@pytest.fixture
def listed(qtbot, make_context):
    """A list of problems that nobody sees yet."""
    widget = ProblemList(make_context(Document(nodes=(Node(id="a", block="relu"),))))
    qtbot.addWidget(widget)
    return widget


def test_nothing_is_made_or_searched_while_nobody_looks(qtbot, listed, made):
    model = listed.context.document
    for name in "bcd":
        model.push("add", lambda d, name=name: edits.add_node(d, Node(id=name, block="linear")))
    assert made == []
    assert all("_found" not in vars(problem.fixes) for problem in model.report.problems)
    with qtbot.waitExposed(listed):
        listed.show()
    assert [card.problem for card in listed.cards] == list(model.report.problems) == made


def test_a_list_in_sight_follows_each_edit(qtbot, listed, made):
    with qtbot.waitExposed(listed):
        listed.show()
    model = listed.context.document
    model.push("add", lambda d: edits.add_node(d, Node(id="b", block="linear")))
    assert [card.problem.node for card in listed.cards] == [p.node for p in model.report.problems]
    made.clear()
    listed.hide()
    model.undo_stack.undo()
    assert made == []
    assert {card.problem.node for card in listed.cards} == {p.node for p in model.report.problems}


def test_of_a_thousand_problems_the_first_are_shown_and_the_rest_is_counted(qtbot, listed):
    nodes = tuple(Node(id=f"n{number}", block="linear") for number in range(1000))
    listed.context.document.load(Document(nodes=nodes))
    with qtbot.waitExposed(listed):
        listed.show()
    total = len(listed.context.document.report.problems)
    assert len(listed.cards) < 100 < total
    assert f"{total - len(listed.cards):,}" in listed.rest.text()
    assert listed.rest.isVisible()
    listed.context.document.undo_stack.clear()
    listed.context.document.load(Document(nodes=nodes[:2]))
    assert not listed.rest.isVisible()
