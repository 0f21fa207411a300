"""Jinja's own filters and tests that a template may use, by what comes out of them."""

FIRST_OF = frozenset({"first", "last", "random", "min", "max"})
"""One entry of a list."""

SAME_LIST = frozenset({"sort", "reverse", "unique", "list", "default", "d", "slice"})
"""The list itself, or the same with a value where there is none."""

TO_TEXT = frozenset(
    {
        "length", "count", "join", "upper", "lower", "title", "capitalize", "trim", "replace", "round", "int", "float",
        "sum", "abs", "e", "escape", "string", "wordcount",
    }
)  # fmt: skip
"""Finished text. What builds markup or reaches attributes (`safe`, `attr`, `map`, `tojson`) is left out on purpose."""

TESTS = frozenset(
    {
        "defined", "undefined", "none", "number", "string", "even", "odd", "divisibleby", "equalto", "eq", "ne", "lt",
        "le", "gt", "ge", "in", "true", "false", "sequence", "iterable", "mapping", "integer", "float", "upper", "lower",
    }
)  # fmt: skip
"""Behind “is”."""
