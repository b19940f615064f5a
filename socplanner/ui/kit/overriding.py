"""The decorator of methods that override one of Qt's: checked by mypy, without cost at the start.

typing_extensions would cost a hundredth of every start; `typing` has it from Python 3.12 on.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _P = ParamSpec("_P")
    _R = TypeVar("_R")

    def override(method: Callable[_P, _R]) -> Callable[_P, _R]:
        """Return `method` as it is."""
        return method


__all__ = ["override"]
