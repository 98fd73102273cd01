"""What blocks had learned when they were taken out of a run, or got another size."""

from __future__ import annotations

from collections.abc import Container, Mapping

from playground.build.transplant import Kept, shapes_of
from playground.build.units import Network

ATTIC_BYTES = 64 * 2**20


class Attic:
    """Keeps tensors by the id of their block until they are wanted back; the oldest go first.

    Parameters
    ----------
    limit : int
        Bytes.
    """

    def __init__(self, limit: int = ATTIC_BYTES) -> None:
        self._limit = limit
        self._kept: dict[tuple[str, object], Kept] = {}  # oldest first

    @property
    def nbytes(self) -> int:
        """Bytes of all it keeps."""
        return sum(kept.nbytes for kept in self._kept.values())

    def put(self, left: Mapping[str, Kept]) -> None:
        """Keep what these blocks had learned: the newest of each block and size."""
        for id, kept in left.items():
            key = (id, _form(kept))
            self._kept.pop(key, None)
            self._kept[key] = kept
        while self._kept and self.nbytes > self._limit:
            del self._kept[next(iter(self._kept))]

    def rename(self, names: Mapping[str, str]) -> None:
        """Blocks have got other ids: old -> new."""
        if names:
            self._kept = {(names.get(id, id), form): k for (id, form), k in self._kept.items()}

    def take(
        self, old: Network, new: Network, waiting: Container[str], back: bool
    ) -> dict[str, Kept]:
        """What blocks of the new networks are to have back, by id.

        Parameters
        ----------
        old, new : Network
            Trained until now, and from now on.
        waiting : container of str
            Ids of all blocks of the old document.
        back : bool
            The user took a step back. Otherwise only blocks that were waiting outside the old
            networks get something: muted ones, and those that no wire led to.
        """
        found: dict[str, Kept] = {}
        for (id, _), kept in reversed(self._kept.items()):
            module, was = new.own(id), old.own(id)
            if id in found or module is None:
                continue
            kind = new.nodes[id].node.block
            waited = was is None and id in waiting
            resized = was is None or shapes_of(was) != shapes_of(module)
            if (waited or (back and resized)) and kept.fits(kind, module):
                found[id] = kept
        return found


def _form(kept: Kept) -> object:
    return kept.kind, tuple((name, tuple(t.shape)) for name, t in sorted(kept.tensors.items()))
