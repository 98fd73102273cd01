"""What datasets in files share: finding them, and reading nothing twice."""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, Literal, ParamSpec, TypeVar

from playground.errors import DataError
from playground.i18n import language, reason_of, tr

P = ParamSpec("P")
R = TypeVar("R")

PLACE = "data.params.path"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file or folder in the state it is in now: whoever remembers by it notices changes."""

    path: str  # absolute
    modified_ns: int
    size: int  # bytes

    @property
    def name(self) -> str:
        """Last part of the path, for messages."""
        return Path(self.path).name


def stamp(path: Path) -> Stamp:
    """The state of an existing path."""
    try:
        state = path.stat()
    except OSError as error:
        raise unreadable(path, error) from None
    return Stamp(str(path.absolute()), state.st_mtime_ns, state.st_size)


def locate(text: str, kind: Literal["file", "folder", "any"]) -> Path:
    """The existing file or folder that a parameter names, relative to the working directory.

    Raises
    ------
    DataError
        No path given, nothing there, or a folder where a file belongs and the other way round.
    """
    if not text.strip() or "\0" in text:
        raise DataError(
            tr("No folder is chosen yet.") if kind == "folder" else tr("No file is chosen yet."),
            hint=tr("Choose one in the data panel, or set data.params.path."),
            node=PLACE,
        )
    path = Path(text).expanduser()
    try:
        exists, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if not exists:
        raise DataError(
            tr('There is no file or folder "{path}".', path=path),
            hint=tr("A relative path starts at the working directory: {folder}", folder=Path.cwd()),
            node=PLACE,
        )
    if kind == "file" and is_folder:
        raise DataError(tr('"{path}" is a folder; a file is needed.', path=path), node=PLACE)
    if kind == "folder" and not is_folder:
        raise DataError(tr('"{path}" is a file; a folder is needed.', path=path), node=PLACE)
    if not (is_folder or path.is_file()):  # a pipe or a device would never end
        raise DataError(tr('"{path}" is neither a file nor a folder.', path=path), node=PLACE)
    return path


def unreadable(path: Path, error: BaseException) -> DataError:
    """The error for a path that the system refuses to read."""
    return DataError(
        tr('"{path}" cannot be read: {reason}.', path=path, reason=reason_of(error)),
        node=PLACE,
    )


class Remembered(Generic[P, R]):
    """A function that reads files, with its last results and also what it refused.

    A dataset is asked for its fields at every edit; a file of 60 MB must not be read each time,
    least of all a faulty one. It takes hashable, positional arguments only.
    """

    def __init__(self, function: Callable[P, R], entries: int) -> None:
        functools.update_wrapper(self, function)
        self._function, self._entries = function, entries
        self._found: OrderedDict[Hashable, R | DataError] = OrderedDict()
        self._lock = Lock()  # a window reads on one thread and asks on another

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The remembered result, or the function's own."""
        key = self._key(args, kwargs)
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
        if found is None:
            found = self._work(*args)
            with self._lock:
                self._found[key] = found
                while len(self._found) > self._entries:
                    self._found.popitem(last=False)
        if isinstance(found, DataError):
            raise DataError(found.message, found.hint, found.node)
        return found

    def knows(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Whether a call with these arguments is answered at once."""
        with self._lock:
            return self._key(args, kwargs) in self._found

    def _key(self, args: tuple[Hashable, ...], kwargs: object) -> Hashable:
        if kwargs:
            raise TypeError("a remembered function takes positional arguments only")
        return (language(), *args)  # what is refused is told in words

    def _work(self, *args: Hashable) -> R | DataError:
        try:
            return self._function(*args)  # type: ignore[call-arg,arg-type]
        except DataError as error:
            return error.with_traceback(None)  # frames would keep the whole file alive


def remembered(entries: int) -> Callable[[Callable[P, R]], Remembered[P, R]]:
    """Remember the last results of a function of hashable values, see `Remembered`."""
    return lambda function: Remembered(function, entries)
