"""Shared memory, messages, errors and exit statuses, each for itself."""

from __future__ import annotations

import io
import signal

import numpy as np
import pytest

from playground import i18n
from playground.errors import BuildError
from playground.train.engine import ring
from playground.train.engine.channel import Channel
from playground.train.engine.errors import ChildError, portable
from playground.train.engine.fate import describe


@pytest.fixture
def ends():
    memory = ring.Memory()
    writer, reader = ring.Writer(memory), ring.Reader(memory)
    yield writer, reader
    writer.close()
    reader.close()
    memory.close()


ARRAYS = {
    "weights/a": np.arange(6, dtype=np.float32).reshape(2, 3),
    "labels": np.array([1, 2], dtype=np.int64),
    "one": np.array(2.5),
    "none": np.empty((0, 4), dtype=np.float32),
    "flags": np.array([[True, False]]),
    "odd": np.arange(24, dtype=np.float64).reshape(4, 6)[::2, ::3],
}


def test_arrays_come_out_of_shared_memory_as_they_went_in(ends):
    writer, reader = ends
    for _ in range(3 * ring.SLOTS):
        found = reader.take(writer.put(ARRAYS))
        assert list(found) == list(ARRAYS)
        for name, array in ARRAYS.items():
            assert found[name].dtype == array.dtype
            assert found[name].shape == array.shape
            assert np.array_equal(found[name], array)


def test_a_full_ring_takes_nothing_until_something_is_taken(ends):
    writer, reader = ends
    placed = [writer.put({"n": np.array(n)}) for n in range(ring.SLOTS)]
    assert None not in placed
    assert writer.put({"n": np.array(99)}) is None
    assert reader.take(placed[1])["n"] == 1
    assert writer.put({"n": np.array(99)}).slot == placed[1].slot
    assert reader.take(placed[0])["n"] == 0


def test_what_shared_memory_cannot_take_is_known(ends):
    writer, _ = ends
    assert writer.fits(ARRAYS)
    assert not writer.fits({"words": np.array([None, "a"])})
    huge = np.broadcast_to(np.float32(0), (ring.SLOT_BYTES // 4 + 1,))
    assert not writer.fits({"huge": huge})


def test_a_part_of_a_message_is_the_end():
    pipe = io.BytesIO()
    Channel(io.BytesIO(), pipe).send({"a": 1})
    whole = pipe.getvalue()
    assert Channel(io.BytesIO(whole), io.BytesIO()).receive() == {"a": 1}
    for length in (0, 3, len(whole) - 1):
        with pytest.raises(EOFError):
            Channel(io.BytesIO(whole[:length]), io.BytesIO()).receive()


def test_mistakes_travel_as_they_are_and_faults_with_their_traceback():
    mistake = BuildError("It does not fit.", hint="Make it smaller.", node="conv")
    assert portable(mistake) is mistake

    class Odd(Exception):
        def __init__(self, a, b):
            super().__init__(a)

    try:
        raise Odd("strange", 2)
    except Odd as error:
        found = portable(error)
    assert type(found) is ChildError
    assert "strange" in str(found)
    assert "test_parts" in found.__notes__[0]


@pytest.mark.parametrize(
    ("status", "out_of_memory", "words"),
    [
        (-signal.SIGKILL, False, "SIGKILL"),
        (-signal.SIGKILL, True, "memory ran out"),
        (-signal.SIGSEGV, False, "native code"),
        (-signal.SIGTERM, False, "told to end"),
        (-200, False, "200"),
        (3, False, "exit status 3"),
    ],
)
def test_every_end_of_a_process_has_words(status, out_of_memory, words):
    assert words in describe(status, out_of_memory)
    i18n.set_language("zh")
    assert describe(status, out_of_memory)
