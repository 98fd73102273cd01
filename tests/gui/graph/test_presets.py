"""The presets are laid out for the canvas: nothing overlaps, and every card can be read."""

from __future__ import annotations

from itertools import combinations

import pytest

from playground.document import format
from playground.gui.graph.style import FULL_DETAIL
from playground.resources import preset_paths


@pytest.mark.parametrize("name", sorted(preset_paths()))
def test_a_preset_fits_the_canvas_of_a_laptop_and_no_cards_overlap(make_context, show, name):
    view = show(make_context(format.read(preset_paths()[name])), width=940, height=570)
    cards = view.canvas.cards.values()
    for a, b in combinations(cards, 2):
        assert not a.scene_card().intersects(b.scene_card()), (a.facts.id, b.facts.id)
    assert view.zoom >= FULL_DETAIL
