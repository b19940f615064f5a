"""Mappings of thousands of entries that differ from one another in a few and share the rest.

An edit of one role in thousands would else copy them all, for each step that can be undone.
"""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from math import isqrt
from types import MappingProxyType
from typing import TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

_WORTH_SHARING = 24
"""Fewer entries are copied sooner than looked up twice."""


def layered(ground: Mapping[K, V], news: Mapping[K, V | None]) -> Mapping[K, V]:
    """Return `ground` with what `news` says; None takes an entry away.

    Over `n` entries lie at most some `sqrt(n)`: then all is copied once more. So a chain of changes
    costs little room, and every entry is looked up twice at the most.
    """
    if isinstance(ground, Overlay):
        news = {**ground.differing, **news}
        ground = ground.ground
    most = isqrt(len(ground)) + 1
    if len(news) > most or len(ground) < _WORTH_SHARING:
        return MappingProxyType(_merged(ground, news))
    return Overlay(ground, news)


def unshared_entries(mapping: Mapping[K, V]) -> int:
    """Return how many entries `mapping` keeps for itself, not shared with what it was made of."""
    return len(mapping.differing) if isinstance(mapping, Overlay) else len(mapping)


class Overlay(Mapping[K, V]):
    """Reads as `ground` but for what is `differing`; keeps nothing else, however it is read."""

    __slots__ = ("differing", "ground")

    def __init__(self, ground: Mapping[K, V], differing: Mapping[K, V | None]) -> None:
        """Lay `differing` over `ground`, neither of which may change from now on."""
        self.ground = ground
        self.differing = differing

    def __getitem__(self, key: K) -> V:
        if key not in self.differing:
            return self.ground[key]
        value = self.differing[key]
        if value is None:
            raise KeyError(key)
        return value

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | T) -> V | T: ...
    def get(self, key: K, /, default: V | T | None = None) -> V | T | None:
        """Return what stands under `key`, or `default`."""
        if key not in self.differing:
            return self.ground.get(key, default)
        value = self.differing[key]
        return default if value is None else value

    def __contains__(self, key: object) -> bool:
        if key in self.differing:
            return self.differing[key] is not None  # type: ignore[index]
        return key in self.ground

    def __iter__(self) -> Iterator[K]:
        return iter(self._all())

    def __len__(self) -> int:
        ground = self.ground
        return len(ground) + sum(
            (value is not None) - (key in ground) for key, value in self.differing.items()
        )

    def items(self) -> ItemsView[K, V]:
        """Return the entries, in the order of a mapping that was changed in place."""
        return self._all().items()

    def keys(self) -> KeysView[K]:
        """Return the keys in the same order."""
        return self._all().keys()

    def values(self) -> ValuesView[V]:
        """Return the values in the same order."""
        return self._all().values()

    def _all(self) -> dict[K, V]:
        return _merged(self.ground, self.differing)


def _merged(ground: Mapping[K, V], news: Mapping[K, V | None]) -> dict[K, V]:
    # A proxy's own way to copy is twenty times faster than unpacking it (3.11).
    merged = ground.copy() if isinstance(ground, MappingProxyType) else dict(ground)
    for key, value in news.items():
        if value is not None:
            merged[key] = value
        else:
            merged.pop(key, None)
    return merged
