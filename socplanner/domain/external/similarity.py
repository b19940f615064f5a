"""How alike names are, to suggest roles and parties that may be meant."""

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterable

MOST_COMPARED = 8
"""How many names are compared in full: those that share the most pairs of characters."""

MOST_LOOKED_AT = 3000
"""How many hits of pairs are counted; pairs in very many names distinguish little, cost much."""

LEAST_LIKENESS = 0.6
"""Names less alike than this are no suggestion."""


def comparable(name: str) -> str:
    """Return `name` for comparison: without differences of width, case, blanks, punctuation."""
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in wide if char.isalnum())


class Likeness:
    """Finds, among names with ids, those that are similar to another name."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index pairs of id and name; an id may come with several names."""
        self._named = [(name_id, comparable(name)) for name_id, name in names]
        self._with: dict[str, list[int]] = {}
        for place, (_, name) in enumerate(self._named):
            for pair in _pairs(name):
                self._with.setdefault(pair, []).append(place)
        self._equal: dict[str, list[str]] = {}
        for name_id, name in self._named:
            ids = self._equal.setdefault(name, [])
            if name and name_id not in ids:
                ids.append(name_id)

    def equal(self, name: str) -> tuple[str, ...]:
        """Return the ids whose comparable name equals that of `name`."""
        return tuple(self._equal.get(comparable(name), ()))

    def alike(self, name: str) -> tuple[tuple[str, float], ...]:
        """Return ids with how alike they are, from 0.6 to 1, the most alike first."""
        wanted = comparable(name)
        shared = Counter(self._sharing_pairs(wanted))
        scores: dict[str, float] = {}
        for place, _ in shared.most_common(MOST_COMPARED):
            name_id, other = self._named[place]
            matcher = difflib.SequenceMatcher(None, wanted, other, autojunk=False)
            # Both upper bounds are cheap, and spare the comparison with very long texts.
            if (
                matcher.real_quick_ratio() < LEAST_LIKENESS
                or matcher.quick_ratio() < LEAST_LIKENESS
            ):
                continue
            score = matcher.ratio()
            if score >= LEAST_LIKENESS:
                scores[name_id] = max(score, scores.get(name_id, 0))
        return tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0])))

    def _sharing_pairs(self, wanted: str) -> list[int]:
        """Return where names share a pair of characters with `wanted`, the rarest pairs first."""
        hits: list[int] = []
        for places in sorted((self._with.get(pair, []) for pair in _pairs(wanted)), key=len):
            if hits and len(hits) + len(places) > MOST_LOOKED_AT:
                break
            hits += places
        return hits

    def score(self, name: str, wanted: str) -> float:
        """Return how alike `name` is to the names of the id `wanted`, 0 to 1; 0 if it has none."""
        bare = comparable(name)
        return max(
            (
                difflib.SequenceMatcher(None, bare, other, autojunk=False).ratio()
                for each, other in self._named
                if each == wanted
            ),
            default=0,
        )


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(max(1, len(name) - 1))} - {""}
