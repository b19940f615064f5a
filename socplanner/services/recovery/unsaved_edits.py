"""How many edits a plan has that its file has not, and the names of the last of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class UnsavedEdits(NamedTuple):
    """The number of edits, and by language the names of the last ones, the latest last."""

    total: int
    names: Mapping[str, tuple[str, ...]]


NO_EDITS = UnsavedEdits(0, MappingProxyType({}))
