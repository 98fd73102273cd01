"""Reading nothing twice."""

from __future__ import annotations

import pytest

from playground.data._files import remembered
from playground.errors import DataError


def test_remembered_functions_know_what_they_were_asked():
    asked = []

    @remembered(entries=2)
    def half(number):
        asked.append(number)
        if number % 2:
            raise DataError("odd")
        return number // 2

    assert not half.knows(4)
    assert half(4) == half(4) == 2
    with pytest.raises(DataError, match="odd"):
        half(3)
    with pytest.raises(DataError, match="odd"):
        half(3)
    assert half.knows(3)
    assert half.knows(4)
    assert asked == [4, 3]
    half(6)
    assert not half.knows(4)  # the oldest goes
