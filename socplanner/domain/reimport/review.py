"""The review of re-imported workbooks: a three-way comparison with the plan and each other.

Who changed a value is decided as for any two versions of a plan (`domain.comparison.standing`).
What is added here is what only workbooks have: several files, doubts, and open questions.

Rules:

- Of each value three are known: `base` as exported, `theirs` in the workbook, `ours` in the plan.
  `base` is None where the workbook has lost its record.
- A value equal to its `base` was not touched, and is no difference. Without a `base`, neither is
  one equal to `ours`, space around the text apart.
- A value under conditions waits for answers (`pending`), and is dropped once a question is answered
  with another option.
- Only a change with a known base, no doubt and no open question is sure; everything else is for a
  person to decide. Nothing here changes the plan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from socplanner.domain.comparison.nodes import UNKNOWN
from socplanner.domain.comparison.standing import Standing, standing_of
from socplanner.domain.duty_values import FIELDS, Accepted, DutyAddress, duty_value
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import BLANK_DUTY, Duty, Plan
from socplanner.domain.reimport.sheet_values import (
    CellComment,
    CellValue,
    Condition,
    Question,
    Reimport,
    Remark,
)

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def _no_answers() -> Mapping[str, str]:
    return NO_ANSWERS


class Verdict(Enum):
    """How the values of workbooks at one address compare with the plan."""

    CHANGE = "change"
    """The plan still has the exported value; the workbook has another."""

    CONFLICT = "conflict"
    """The plan was changed meanwhile, to another value than the workbook."""

    UNKNOWN = "unknown"
    """The values differ, and the exported one is not known: either may be the newer one."""

    DOUBT = "doubt"
    """It is not certain that the value is meant: a dash over letters, or letters struck through."""

    DISAGREEMENT = "disagreement"
    """Workbooks have different values."""

    SAME = "same"
    """The plan was changed meanwhile to the same value: nothing to do."""


@dataclass(frozen=True, slots=True)
class SourceValue:
    """The value of one workbook at an address; `pending` are keys of questions it waits for.

    `origin` is the label of the workbook, `place` the sheet and cell; `remarks` and `doubt` are
    those of `CellValue`.
    """

    origin: str
    base: str | None
    theirs: str
    place: str
    remarks: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is certain that the value was changed after the export, and to what."""
        return self.base is not None and not self.doubt


@dataclass(frozen=True, slots=True)
class Difference:
    """An address with a value that was changed in a workbook; `ours` is the value of the plan."""

    address: DutyAddress
    ours: str
    sources: tuple[SourceValue, ...]
    verdict: Verdict

    @property
    def proposals(self) -> tuple[str, ...]:
        """The values that may replace `ours`: each once, in the order of the workbooks."""
        values = dict.fromkeys(source.theirs for source in self.sources)
        return tuple(value for value in values if value != self.ours)

    @property
    def pending(self) -> tuple[str, ...]:
        """The keys of the questions that have to be answered first, each once."""
        return tuple(dict.fromkeys(key for source in self.sources for key in source.pending))

    @property
    def doubts(self) -> tuple[str, ...]:
        """The codes of what leaves it uncertain whether the values are meant, each once."""
        return tuple(dict.fromkeys(source.doubt for source in self.sources if source.doubt))

    @property
    def is_sure(self) -> bool:
        """Whether it can be accepted without a decision: a plain change with no open question."""
        return self.verdict is Verdict.CHANGE and not self.pending


@dataclass(frozen=True, slots=True)
class Review:
    """All differences of some workbooks from one phase, in the order of roles, then of parties.

    `answers` has the chosen option of each answered question, by its key.
    """

    plan: Plan
    phase: PhaseId
    reimports: tuple[Reimport, ...]
    differences: tuple[Difference, ...]
    answers: Mapping[str, str] = field(default_factory=_no_answers)
    relevant_questions: frozenset[str] = frozenset()
    """The keys of questions whose answers may change anything."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every relevant question, answered or not."""
        questions = (question for each in self.reimports for question in each.questions)
        return tuple(question for question in questions if question.key in self.relevant_questions)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The relevant questions without an answer."""
        return tuple(each for each in self.questions if each.key not in self.answers)

    def of(self, verdict: Verdict) -> tuple[Difference, ...]:
        """Return the differences with that verdict."""
        return tuple(each for each in self.differences if each.verdict is verdict)

    @property
    def sure(self) -> tuple[Difference, ...]:
        """The differences that can be accepted without a decision."""
        return tuple(each for each in self.differences if each.is_sure)

    @property
    def unsure(self) -> tuple[Difference, ...]:
        """The differences that only a person can decide."""
        return tuple(
            each
            for each in self.differences
            if not each.is_sure and each.verdict is not Verdict.SAME
        )

    @property
    def without_origin(self) -> tuple[Difference, ...]:
        """The differences of unknown origin that have one proposal and no open question."""
        differences = (each for each in self.of(Verdict.UNKNOWN) if not each.pending)
        return tuple(each for each in differences if len(each.proposals) == 1)

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What was missing in the workbooks, or could not be read."""
        return tuple(remark for each in self.reimports for remark in each.unread)

    @property
    def comments(self) -> tuple[CellComment, ...]:
        """The comments on cells in the workbooks."""
        return tuple(comment for each in self.reimports for comment in each.comments)


def review(
    plan: Plan,
    phase: PhaseId,
    reimports: Iterable[Reimport],
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Review:
    """Return how `reimports` differ from `phase`; raise KeyError if the plan has no such phase.

    `answers` has an option for the key of a question; values under another option are left out.
    """
    workbooks = tuple(reimports)
    by_role = duties(plan, phase)
    by_topic: dict[DutyAddress, list[SourceValue]] = {}
    for workbook in workbooks:
        for value in workbook.values:
            pending = _pending(value.conditions, answers)
            if pending is not None and value.theirs != value.base:
                by_topic.setdefault(value.address, []).append(
                    _source(workbook.origin, value, pending)
                )
    unordered = []
    for address, received in by_topic.items():
        ours = _ours(by_role, address)
        effective = [source for source in received if not _is_silent(ours, source)]
        if effective:
            unordered.append(Difference(address, ours, tuple(effective), _verdict(ours, effective)))
    differences, answered = _in_order(plan, unordered), MappingProxyType(dict(answers))
    return Review(
        plan, phase, workbooks, differences, answered, _relevant_questions(workbooks, by_role)
    )


def _ours(by_role: Mapping[RoleId, Duty], address: DutyAddress) -> str:
    return duty_value(by_role.get(address.role, BLANK_DUTY), address)


def _relevant_questions(
    workbooks: tuple[Reimport, ...], by_role: Mapping[RoleId, Duty]
) -> frozenset[str]:
    """Return the keys of the questions whose answers may change anything."""
    return frozenset(
        condition.question
        for workbook in workbooks
        for value in workbook.values
        if value.conditions and value.theirs.strip() != _ours(by_role, value.address).strip()
        for condition in value.conditions
    )


def _source(origin: str, value: CellValue, pending: tuple[str, ...]) -> SourceValue:
    return SourceValue(
        origin, value.base, value.theirs, value.place, value.remarks, pending, value.doubt
    )


def _pending(
    conditions: tuple[Condition, ...], answers: Mapping[str, str]
) -> tuple[str, ...] | None:
    """Return the open questions of `conditions`; None if one was answered with another option."""
    if any(each.option != answers.get(each.question, each.option) for each in conditions):
        return None
    return tuple(each.question for each in conditions if each.question not in answers)


def _is_silent(ours: str, source: SourceValue) -> bool:
    """Return whether `source` may be an untouched value: no base, and the same as `ours`."""
    return source.base is None and source.theirs.strip() == ours.strip()


def _verdict(ours: str, sources: list[SourceValue]) -> Verdict:
    """Return how `sources`, none of which is silent, compare with `ours`."""
    values = {source.theirs.strip() for source in sources}
    if len(values) > 1:
        return Verdict.DISAGREEMENT
    if values == {ours.strip()}:  # a workbook loses the space around a note
        return Verdict.SAME
    standings = {standing_of(_base(source), ours, source.theirs) for source in sources}
    if Standing.CONFLICT in standings:
        return Verdict.CONFLICT
    if any(source.is_sure for source in sources):
        return Verdict.CHANGE
    return Verdict.DOUBT if any(source.doubt for source in sources) else Verdict.UNKNOWN


def _base(source: SourceValue) -> object:
    return UNKNOWN if source.base is None else source.base


def _in_order(plan: Plan, differences: list[Difference]) -> tuple[Difference, ...]:
    roles: dict[RoleId, int] = {role.id: place for place, role in enumerate(plan.all_roles())}
    parties = {party.id: place for place, party in enumerate(plan.parties)}

    def place_of(difference: Difference) -> tuple[int, int, int]:
        address = difference.address
        party = -1 if address.party is None else parties.get(address.party, len(parties))
        return roles.get(address.role, len(roles)), FIELDS.index(address.field), party

    return tuple(sorted(differences, key=place_of))


def accepted_of(differences: Iterable[Difference]) -> tuple[Accepted, ...]:
    """Return the proposals of those `differences` that have exactly one."""
    pairs = ((each.address, each.proposals) for each in differences)
    return tuple(
        Accepted(address, proposals[0]) for address, proposals in pairs if len(proposals) == 1
    )
