"""How alike names are, so that a person can be asked whether they mean the same."""

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterable

MOST_COMPARED = 8
"""Names that share most pairs of characters are compared in full, the others not at all."""

MOST_LOOKED_AT = 3000
"""Pairs that very many names have tell little, and cost much."""

LEAST_LIKENESS = 0.6


def comparable(name: str) -> str:
    """Return `name` without what does not tell names apart: width, case, blanks, punctuation."""
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in wide if char.isalnum())


class Likeness:
    """Finds, among names with ids, those that are like a given one."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index pairs of id and name; an id may come with several names."""
        self._named = [(each, comparable(name)) for each, name in names]
        self._with: dict[str, list[int]] = {}
        for place, (_, name) in enumerate(self._named):
            for pair in _pairs(name):
                self._with.setdefault(pair, []).append(place)
        self._equal: dict[str, list[str]] = {}
        for each, name in self._named:
            ids = self._equal.setdefault(name, [])
            if name and each not in ids:
                ids.append(each)

    def equal(self, name: str) -> tuple[str, ...]:
        """Return the ids of what is called just so."""
        return tuple(self._equal.get(comparable(name), ()))

    def alike(self, name: str) -> tuple[tuple[str, float], ...]:
        """Return ids with how alike they are, from 0.6 to 1, the most alike first."""
        wanted = comparable(name)
        shared = Counter(self._near(wanted))
        scores: dict[str, float] = {}
        for place, _ in shared.most_common(MOST_COMPARED):
            each, other = self._named[place]
            matcher = difflib.SequenceMatcher(None, wanted, other, autojunk=False)
            # What lengths and characters allow at most costs little: a novel is like no name.
            if (
                matcher.real_quick_ratio() < LEAST_LIKENESS
                or matcher.quick_ratio() < LEAST_LIKENESS
            ):
                continue
            score = matcher.ratio()
            if score >= LEAST_LIKENESS:
                scores[each] = max(score, scores.get(each, 0))
        return tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0])))

    def _near(self, wanted: str) -> list[int]:
        """Return where names share a pair of characters with `wanted`, the rarest pairs first."""
        found: list[int] = []
        for places in sorted((self._with.get(pair, []) for pair in _pairs(wanted)), key=len):
            if found and len(found) + len(places) > MOST_LOOKED_AT:
                break
            found += places
        return found

    def score(self, name: str, wanted: str) -> float:
        """Return how alike `name` is to what has the id `wanted`."""
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
