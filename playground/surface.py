"""Lets a package be called like a function: `playground.check` is both."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any


class CallableModule(ModuleType):
    """A package that hands calls on to one function of its own.

    Importing `playground.check.report` binds the name `playground.check` to the package, so a
    function of that name would be lost at the first such import. A package that can be called is in
    nobody's way.
    """

    _function: str  # "package.module:function"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the package's function; its module is imported at the first call."""
        module, name = self._function.split(":")
        return getattr(importlib.import_module(module), name)(*args, **kwargs)


def make_callable(package: str, function: str) -> None:
    """Let `package` be called: `make_callable(__name__, "playground.check.check:check")`."""
    module = sys.modules[package]
    module.__class__ = CallableModule
    module.__dict__["_function"] = function
