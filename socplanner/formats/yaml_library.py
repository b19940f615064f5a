"""PyYAML, imported without compiling the regular expressions of its parser in Python.

We read with libyaml, which needs none of them; compiling them is three quarters of that import, a
sixth of `socplanner check` and a fifteenth of the start of the window. They are compiled when
somebody first matches with them.
"""

import re

__all__ = ["yaml"]

_compile = re.compile


class PutOffPattern:
    """A regular expression that is compiled when it is first asked for something."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Stand in for what `re.compile` makes of `pattern`."""
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> object:
        """Return what the compiled expression has under `name`, and keep it at hand."""
        if name.startswith("__"):
            raise AttributeError(name)
        found: object = getattr(_compile(*self._asked), name)
        setattr(self, name, found)
        return found


re.compile = PutOffPattern  # type: ignore[assignment]  # for as long as one import takes
try:
    import yaml
finally:
    re.compile = _compile
