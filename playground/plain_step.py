"""The optimisers of torch.optim without the machinery of torch.compile.

The first step of every optimiser of torch imports `torch._dynamo`, the compiler's front end: a
second of work and much memory, for marks that mean something inside a compiled function only. We
never compile, and a learner who presses Play should not wait for it.
"""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any, cast

import torch
from torch.optim import Optimizer


@cache
def plain(kind: type[Optimizer]) -> type[Optimizer]:
    """The same optimiser, arithmetic and all, whose methods do not load the compiler.

    torch wraps `step`, `zero_grad` and `add_param_group` into functions that import it; the methods
    below are the wrapped ones themselves.
    """
    methods: dict[str, Any] = {
        "step": torch.no_grad()(inspect.unwrap(kind.step)),
        "zero_grad": inspect.unwrap(kind.zero_grad),
        "add_param_group": inspect.unwrap(kind.add_param_group),
        "__module__": kind.__module__,
        "__doc__": kind.__doc__,
    }
    return cast(type[Optimizer], type(kind.__name__, (kind,), methods))
