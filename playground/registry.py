"""Catalogues: key -> class. Entries register themselves when their module is imported."""

from __future__ import annotations

import difflib
import importlib
import logging
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from threading import RLock
from typing import Any, Generic, TypeVar

from playground.errors import UnknownKeyError
from playground.i18n import mark, tr

T = TypeVar("T")


class Registry(Generic[T]):
    """The entries of one catalogue, found by importing a package and by entry points.

    Parameters
    ----------
    kind : str
        What an entry is called in messages, e.g. "block".
    package : str
        Package whose modules are imported at the first look-up, e.g. "playground.blocks".
    group : str
        Entry-point group by which other packages add entries; the package's name unless given.
    """

    def __init__(self, kind: str, package: str, group: str = "") -> None:
        self.kind, self.package, self.group = kind, package, group or package
        self.notices: list[str] = []  # one sentence for every plug-in that could not be loaded
        self._entries: dict[str, type[T]] = {}
        self._unlisted: set[str] = set()
        self._begun = self._complete = False
        self._lock = RLock()

    def add(self, key: str, entry: type[T], *, listed: bool = True) -> None:
        """Register `entry`; a key can be taken only once.

        One that is not listed is found by its key, and missing in lists of what there is.
        """
        taken = self._entries.get(key)
        if taken is not None and taken.__module__ != entry.__module__:
            raise ValueError(f"{self.kind} {key!r} is registered by {taken.__module__} already")
        self._entries[key] = entry
        if not listed:
            self._unlisted.add(key)

    def get(self, key: str) -> type[T]:
        """The entry called `key`; `UnknownKeyError` with near misses when there is none."""
        self.discover()
        if key in self._entries:
            return self._entries[key]
        near = difflib.get_close_matches(key, list(self), n=3, cutoff=0.5)
        hint = tr("Did you mean {names}?", names=", ".join(near)) if near else ""
        raise UnknownKeyError(
            tr('There is no {kind} "{key}".', kind=tr(self.kind), key=key[:80]), hint=hint
        )

    def __contains__(self, key: object) -> bool:
        self.discover()
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        self.discover()
        return iter(sorted(self._entries.keys() - self._unlisted))

    def items(self) -> list[tuple[str, type[T]]]:
        """All entries, sorted by key."""
        return [(key, self._entries[key]) for key in self]

    def discover(self) -> None:
        """Import the package and the plug-ins, once. A broken plug-in becomes a notice."""
        if self._complete:
            return
        with self._lock:  # a second thread waits until all entries are there
            if not self._begun:  # else it is done by now, or an entry asks while it is imported
                self._begun = True
                self._import_all()
                self._complete = True

    def _import_all(self) -> None:
        package = importlib.import_module(self.package)
        for module in pkgutil.iter_modules(package.__path__):
            if module.name != "base" and not module.name.startswith("_"):
                importlib.import_module(f"{self.package}.{module.name}")
        for point in entry_points(group=self.group):
            try:
                point.load()
            except (Exception, SystemExit) as error:  # a stranger's code may do anything
                logging.getLogger(__name__).exception("plug-in %s", point.name)
                self.notices.append(
                    tr(
                        "The plug-in {name} could not be loaded: {error}",
                        name=point.name,
                        error=f"{type(error).__name__}: {error}",
                    )
                )


# `Any` because the classes live in layers above this one
blocks: Registry[Any] = Registry(mark("block"), "playground.blocks")
datasets: Registry[Any] = Registry(mark("dataset"), "playground.data")
experiments: Registry[Any] = Registry(mark("experiment"), "playground.experiments")
lenses: Registry[Any] = Registry(mark("lens"), "playground.gui.lenses", "playground.lenses")
depth_views: Registry[Any] = Registry(
    mark("depth view"), "playground.gui.depth", "playground.depth"
)


def notices() -> tuple[str, ...]:
    """One sentence for every plug-in that could not be loaded so far."""
    found = [
        *blocks.notices,
        *datasets.notices,
        *experiments.notices,
        *lenses.notices,
        *depth_views.notices,
    ]
    return tuple(dict.fromkeys(found))
