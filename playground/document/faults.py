"""What pydantic finds wrong, as one sentence in the user's language and the place of the fault."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from playground.i18n import mark, tr

_SENTENCES = {
    "missing": mark("It is missing."),
    "string_type": mark("It is {value}; it must be a text."),
    "string_unicode": mark("It is a text with a broken character."),
    "string_too_short": mark("It is {value}; it must not be empty."),
    "string_too_long": mark("It is a text of more than {max_length} characters."),
    "string_pattern_mismatch": mark("It is {value}; it must be a word of letters, digits and _."),
    "int_type": mark("It is {value}; it must be a whole number."),
    "int_parsing": mark("It is {value}; it must be a whole number."),
    "int_parsing_size": mark("It is {value}; that number is too large."),
    "int_from_float": mark("It is {value}; it must be a whole number."),
    "float_type": mark("It is {value}; it must be a number."),
    "float_parsing": mark("It is {value}; it must be a number."),
    "finite_number": mark("It is {value}; it must be a finite number."),
    "bool_type": mark("It is {value}; it must be true or false."),
    "bool_parsing": mark("It is {value}; it must be true or false."),
    "greater_than_equal": mark("It is {value}; it must be at least {ge}."),
    "less_than_equal": mark("It is {value}; it must be at most {le}."),
    "less_than": mark("It is {value}; it must be less than {lt}."),
    "literal_error": mark("It is {value}; it must be {expected}."),
    "tuple_type": mark("It is {value}; it must be a list."),
    "dict_type": mark("It is {value}; it must be an object {{...}}."),
    "model_type": mark("It is {value}; it must be an object {{...}}."),
    "too_short": mark("It has too few entries."),
    "too_long": mark("It has too many entries."),
}


def describe(error: ValidationError) -> tuple[str, str]:
    """Place such as ``nodes[3].params`` and one sentence about the first fault pydantic found."""
    first = error.errors(include_url=False)[0]
    return path_words(first["loc"]), _sentence(dict(first))


def path_words(path: tuple[int | str, ...]) -> str:
    """``("nodes", 3, "params")`` as ``nodes[3].params``."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"[{part}]"
        elif not part.isidentifier():  # pydantic's names of the cases of a union, e.g. "tuple[...]"
            continue
        else:
            words += f".{part}" if words else part
    return words[:200]


def _sentence(fault: dict[str, Any]) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    value = repr(fault.get("input"))
    value = value if len(value) <= 60 else value[:60] + "..."
    if kind == "extra_forbidden":
        return tr("There is no such entry in this format.")
    if kind in _SENTENCES:
        return tr(_SENTENCES[kind], value=value, **context)
    # our own validators raise ValueErrors whose text is translated already
    reason = str(context.get("error", fault["msg"])).removesuffix(".")
    return tr("It does not fit: {reason}.", reason=reason)
