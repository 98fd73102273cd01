"""Points drawn by hand: the text in the document, the brush, and what a run gets of it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.check.check import check
from playground.data._cloud import EMPTY, MOST, PLANE, Cloud, parse, read_table
from playground.data.drawn import Drawn, as_drawn, can_be_drawn
from playground.data.prepare import prepare
from playground.document import edits
from playground.document.format import reads, writes
from playground.registry import datasets
from tests.surgery import line

RNG = np.random.default_rng(3)


def two_clouds(count=20):
    return EMPTY.sprayed((-1, 0), 1.0, count, 0, RNG).joined(
        EMPTY.sprayed((2, 1), 0.5, count, 1, RNG)
    )


@given(
    st.lists(
        st.tuples(st.floats(-6, 6), st.floats(-6, 6), st.integers(0, 9)), min_size=1, max_size=30
    )
)
@settings(deadline=None)
def test_points_survive_the_way_through_the_text(rows):
    values = np.array(rows)
    again = parse(Cloud(values[:, :2], values[:, 2]).text())
    np.testing.assert_allclose(again.x, values[:, :2], atol=0.00051)
    assert (again.y == values[:, 2]).all()
    assert again.text() == parse(again.text()).text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 2", "Point 1"),
        ("1 2 0; 1 b 0", "Point 2"),
        ("1 2 0; nan 1 0", "Point 2"),
        ("1 2 0; 7 0 1", "outside the plane"),
        ("1 2 5", "has the class 5"),
        ("1 2 0.5; 0 0 1", "has the class 0.5"),
        ("", "No points"),
        ("1 2 0", "one sample"),
        ("1 2 0; 1 1 0; 2 2 1", "one sample"),
        ("0 0 0; " * (MOST + 1), "at most"),
    ],
)
def test_what_cannot_be_trained_on_is_said_and_the_network_is_checked_all_the_same(text, words):
    document = line([("out", "linear", {"out_features": 2})], "drawn")
    report = check(edits.set_data(document, "drawn", {"points": text}))
    problem = next(p for p in report.problems if p.kind == "bad_data")
    assert words in problem.message
    assert report.shape("out") == (2,)
    again = check(edits.set_title(report.document, "other"), report)
    assert problem.message in [p.message for p in again.problems]


def test_a_single_class_trains_and_is_told():
    data = Drawn.make({"points": EMPTY.sprayed((0, 0), 1, 30, 0, RNG).text()})
    assert "one class" in prepare(data, 0).notes[0]


def test_a_brush_stays_within_its_disc_the_plane_and_the_number_of_points():
    cloud = two_clouds()
    more = cloud.sprayed((PLANE, PLANE), 1.0, 200, 1, RNG)
    new = more.x[len(cloud) :]
    assert np.abs(new).max() <= PLANE
    assert (np.hypot(*(new - PLANE).T) <= 1.0).all()
    assert 0 < len(new) < 200
    full = EMPTY.sprayed((0, 0), 1, MOST + 500, 0, RNG)
    assert len(full) == MOST
    assert len(full.sprayed((0, 0), 1, 5, 0, RNG)) == MOST


def test_points_are_erased_all_or_of_one_class_and_dragged_within_the_plane():
    cloud = two_clouds()
    assert len(cloud.erased((-1, 0), 1.0)) == 20
    assert len(cloud.erased((0, 0), 20.0, only=1)) == 20
    number = cloud.nearest(tuple(cloud.x[7]), 0.1)
    assert number == 7
    assert cloud.nearest((-5, 5), 0.1) is None
    assert EMPTY.nearest((0, 0), 1.0) is None
    moved = cloud.moved(7, (9, -1))
    assert moved.x[7].tolist() == [PLANE, -1]
    assert (np.delete(moved.x, 7, 0) == np.delete(cloud.x, 7, 0)).all()


def test_a_new_point_does_not_move_the_others_between_training_and_test():
    cloud = two_clouds(60)
    before = prepare(Drawn.make({"points": cloud.text()}), 1)
    more = cloud.sprayed((-1, 1), 0, 1, 0, RNG)
    after = prepare(Drawn.make({"points": more.text()}), 1)
    old, new = ({tuple(x) for x in p.test.arrays["x"]} for p in (before, after))
    assert len(old ^ new) <= 2  # the new point itself, or one more for the share


@pytest.mark.parametrize("key", ["circle", "xor", "gaussians", "spiral", "moons", "plane", "bumps"])
def test_generated_points_become_drawn_ones(key):
    data = datasets.get(key).make({"num_samples": 80, "test_share": 0.5})
    assert can_be_drawn(data, data.fields())
    made = Drawn.make(as_drawn(data, np.random.default_rng(5)))
    expected = data.load(np.random.default_rng(5)).arrays
    found = made.load(np.random.default_rng(0)).arrays
    np.testing.assert_allclose(found["x"], expected["x"], atol=0.00051)
    np.testing.assert_allclose(found["y"], expected["y"], atol=0.00051)
    assert made.test_share == 0.5
    assert made.fields()["y"].classes == data.fields()["y"].classes
    assert made.fields()["y"].shape == data.fields()["y"].shape


@pytest.mark.parametrize("key", ["iris", "digits", "ring"])
def test_other_data_cannot_be_edited_as_points(key):
    data = datasets.get(key).make({})
    assert not can_be_drawn(data, data.fields())


def test_drawn_points_are_saved_with_the_document():
    document = line([("out", "linear", {"out_features": 2})], "drawn")
    document = edits.set_data(document, "drawn", {"points": two_clouds().text()})
    again = reads(writes(document))
    assert again == document
    assert check(again).ok


def test_a_pasted_table_is_taken_as_far_as_it_can_be_and_the_rest_is_said():
    text = "x1,x2,class\n1,2,0\n1.5;2;1\n3\t-2\t1\n4 4\n9,1,0\n1,1,7\nnan,1,0\n\n"
    pasted = read_table(text, num_classes=2)
    assert pasted.cloud.x.tolist() == [[1, 2], [1.5, 2], [3, -2], [4, 4]]
    assert pasted.cloud.y.tolist() == [0, 1, 1, 0]
    assert [note.split()[0] for note in pasted.notes] == ["2", "1", "1"]


def test_of_a_hundred_thousand_pasted_points_as_many_are_taken_as_there_is_room():
    x = np.random.default_rng(0).normal(size=(100_000, 2)).clip(-6, 6)
    text = "\n".join(f"{a:.3f},{b:.3f},1" for a, b in x)
    pasted = read_table(text, num_classes=2)
    assert len(pasted.cloud) == MOST
    assert "100,000" in pasted.notes[0]
    assert Drawn.make({"points": pasted.cloud.text()}).count() == MOST


def test_numbers_can_be_drawn_too():
    cloud = EMPTY.sprayed((0, 0), 2, 40, 0.25, RNG).sprayed((3, 0), 1, 40, -1, RNG)
    data = Drawn.make({"points": cloud.text(), "targets": "numbers"})
    found = prepare(data, 1)
    assert set(np.unique(found.train.arrays["y"])) == {np.float32(-1), np.float32(0.25)}
    assert found.fields["y"].shape == (1,)
    assert found.fields["x"].edge == 4.4
