"""Jinja as letters use it: templates travel between offices, so nothing in one can run, and no text becomes markup."""

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from desktop_app.documents.letters.filters import FILTERS

_LEFT_OUT = ("attr", "safe", "xmlattr", "urlize", "tojson", "pprint")
"""Filters that reach attributes, build markup or print what a value is made of."""
_GLOBALS = ("range", "namespace")


class Missing(StrictUndefined):
    """A name without a value: using it is an error that says the name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:
            return "sebuah isian tidak memiliki nilai."
        return f"isian “{self._undefined_name}” tidak dikenal."


class LetterSandbox(SandboxedEnvironment):
    """A dot or bracket behind a name finds a part of the value of that name, never a method or attribute."""

    def getattr(self, obj: object, attribute: str) -> object:
        if type(obj) is dict and attribute in obj:  # nearly all that templates ask for, many times a letter
            return obj[attribute]
        if isinstance(obj, (LoopContext, Namespace)):
            return super().getattr(obj, attribute)
        return self._part(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        return self._part(obj, argument)

    def _part(self, obj: object, name: object) -> object:
        if isinstance(obj, Undefined):
            return getattr(obj, str(name))
        try:
            return obj[name]  # type: ignore[index]
        except (LookupError, TypeError):
            return self.undefined(obj=obj, name=str(name))


def environment() -> LetterSandbox:
    """A placeholder without a value is an error; text is escaped; our Indonesian filters beside Jinja's plain ones."""
    made = LetterSandbox(undefined=Missing, autoescape=True)
    for name in _LEFT_OUT:
        made.filters.pop(name, None)
    made.globals = {name: made.globals[name] for name in _GLOBALS}
    made.filters.update(FILTERS)
    return made


def why(error: Exception, near: str = "") -> str:
    """What is wrong with a template, as the end of a sentence; `near`: text of the paragraph where that is known."""
    if isinstance(error, TemplateSyntaxError):
        place = f" pada paragraf “{near}”" if near else ""
        return f"ada isian atau perulangan yang penulisannya keliru{place}."
    if type(error).__module__.startswith("jinja2"):
        return str(error)
    return "ada isian yang dipakai dengan cara yang tidak dapat dihitung."
