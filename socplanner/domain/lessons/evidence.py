"""Evidence of a verdict as values; `wording.lesson_words` has its sentences."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.plan import Party

EvidencePlace = Literal["cell", "hours", "score", "people", "cost", "terms", "move", "flow", "none"]
"""What of the plan a piece of evidence leads to: a cell of the matrix, hours, scores and so on."""

MOST_EVIDENCE = 6
"""The pieces of evidence that are kept of one answer; the others are counted."""


class Evidence(NamedTuple):
    """One fact of the plan that bears on a prompt, with the verdict that it alone would lead to.

    `parties` are named in the sentence, and the first of them is the column that the evidence leads
    to; `values` fill the gaps of the sentence, texts of them as they are.
    """

    verdict: LessonVerdict
    code: str
    place: EvidencePlace = "cell"
    role: RoleId | None = None
    parties: tuple[PartyId, ...] = ()
    phase: PhaseId | None = None
    values: tuple[tuple[str, str | int | float], ...] = ()


class PromptAnswer(NamedTuple):
    """What the plan itself answers: the verdict, and its evidence, the most severe first.

    `more` is the number of further pieces that are not kept.
    """

    verdict: LessonVerdict
    evidence: tuple[Evidence, ...] = ()
    more: int = 0


MET, DOUBTFUL = LessonVerdict.MET, LessonVerdict.DOUBTFUL
NOT_MET, UNCLEAR = LessonVerdict.NOT_MET, LessonVerdict.UNCLEAR

_ORDER = {verdict: place for place, verdict in enumerate(LessonVerdict)}


def ids_of_parties(parties: Iterable[Party]) -> tuple[PartyId, ...]:
    """Return the ids of `parties`."""
    return tuple([party.id for party in parties])


def answer_of(evidence: Iterable[Evidence]) -> PromptAnswer:
    """Return the answer that `evidence` leads to; without any it is unclear."""
    listed = sorted(evidence, key=_severity)
    if not listed:
        return PromptAnswer(UNCLEAR)
    return PromptAnswer(
        listed[0].verdict, tuple(listed[:MOST_EVIDENCE]), max(0, len(listed) - MOST_EVIDENCE)
    )


def _severity(evidence: Evidence) -> int:
    return _ORDER[evidence.verdict]
