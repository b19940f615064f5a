"""The review of workbooks that came back: three ways against the plan, and against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

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
    """How what came back stands to what the plan says now."""

    CHANGE = "change"
    """The plan still says what was sent out; the workbook says something else."""

    CONFLICT = "conflict"
    """The plan was changed meanwhile, and differently."""

    UNKNOWN = "unknown"
    """It differs, and what was sent out is not known: either side may be the newer one."""

    DOUBT = "doubt"
    """It is open whether the value is meant: a dash over letters, or letters struck through."""

    DISAGREEMENT = "disagreement"
    """Workbooks say different things."""

    SAME = "same"
    """The plan was changed meanwhile to just that: nothing to do."""


@dataclass(frozen=True, slots=True)
class SourceValue:
    """What one workbook says of a topic; `pending` are the questions it waits for."""

    origin: str
    base: str | None
    theirs: str
    place: str
    remarks: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is known that somebody changed the value, and to what."""
        return self.base is not None and not self.doubt


@dataclass(frozen=True, slots=True)
class Difference:
    """One topic of which a workbook says something new; `ours` is what the plan says."""

    address: DutyAddress
    ours: str
    sources: tuple[SourceValue, ...]
    verdict: Verdict

    @property
    def proposals(self) -> tuple[str, ...]:
        """What may be taken instead of `ours`: each value once, in the order of the workbooks."""
        values = dict.fromkeys(source.theirs for source in self.sources)
        return tuple(value for value in values if value != self.ours)

    @property
    def pending(self) -> tuple[str, ...]:
        """The questions that have to be answered first."""
        return tuple(dict.fromkeys(key for source in self.sources for key in source.pending))

    @property
    def doubts(self) -> tuple[str, ...]:
        """Return what leaves it open whether the values are meant, each code once."""
        return tuple(dict.fromkeys(source.doubt for source in self.sources if source.doubt))

    @property
    def is_sure(self) -> bool:
        """Whether it may be taken without asking: a plain change with no question open."""
        return self.verdict is Verdict.CHANGE and not self.pending


@dataclass(frozen=True, slots=True)
class Review:
    """All differences of some workbooks from one phase, in the order of roles, then of parties."""

    plan: Plan
    phase: PhaseId
    reimports: tuple[Reimport, ...]
    differences: tuple[Difference, ...]
    answers: Mapping[str, str] = field(default_factory=_no_answers)
    relevant_questions: frozenset[str] = frozenset()
    """The keys of questions on whose answers something hangs."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question that matters, answered or not."""
        questions = (question for each in self.reimports for question in each.questions)
        return tuple(question for question in questions if question.key in self.relevant_questions)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(each for each in self.questions if each.key not in self.answers)

    def of(self, verdict: Verdict) -> tuple[Difference, ...]:
        """Return the differences that stand so."""
        return tuple(each for each in self.differences if each.verdict is verdict)

    @property
    def sure(self) -> tuple[Difference, ...]:
        """The differences that may be taken without asking."""
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
        """The differences of which nobody knows who made them, and that hang on nothing else."""
        differences = (each for each in self.of(Verdict.UNKNOWN) if not each.pending)
        return tuple(each for each in differences if len(each.proposals) == 1)

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What was not found in the workbooks, or could not be read."""
        return tuple(remark for each in self.reimports for remark in each.unread)

    @property
    def comments(self) -> tuple[CellComment, ...]:
        """What was written about cells."""
        return tuple(comment for each in self.reimports for comment in each.comments)


def review(
    plan: Plan,
    phase: PhaseId,
    reimports: Iterable[Reimport],
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Review:
    """Return how `reimports` differ from `phase`; raise KeyError if the plan has no such phase.

    `answers` say an option for the key of a question; what hangs on another option is left out.
    """
    workbooks = tuple(reimports)
    by_role = duties(plan, phase)
    by_topic: dict[DutyAddress, list[SourceValue]] = {}
    for each in workbooks:
        for value in each.values:
            pending = _pending(value.conditions, answers)
            if pending is not None and value.theirs != value.base:
                by_topic.setdefault(value.address, []).append(_source(each.origin, value, pending))
    listed = []
    for address, received in by_topic.items():
        ours = _ours(by_role, address)
        effective = [source for source in received if not _is_silent(ours, source)]
        if effective:
            listed.append(Difference(address, ours, tuple(effective), _verdict(ours, effective)))
    differences, answered = _in_order(plan, listed), MappingProxyType(dict(answers))
    return Review(
        plan, phase, workbooks, differences, answered, _relevant_questions(workbooks, by_role)
    )


def _ours(by_role: Mapping[RoleId, Duty], address: DutyAddress) -> str:
    return duty_value(by_role.get(address.role, BLANK_DUTY), address)


def _relevant_questions(
    workbooks: tuple[Reimport, ...], by_role: Mapping[RoleId, Duty]
) -> frozenset[str]:
    """Return the questions whose answers may change anything."""
    return frozenset(
        conditions.question
        for each in workbooks
        for value in each.values
        if value.conditions and value.theirs.strip() != _ours(by_role, value.address).strip()
        for conditions in value.conditions
    )


def _source(origin: str, value: CellValue, pending: tuple[str, ...]) -> SourceValue:
    return SourceValue(
        origin, value.base, value.theirs, value.place, value.remarks, pending, value.doubt
    )


def _pending(
    conditions: tuple[Condition, ...], answers: Mapping[str, str]
) -> tuple[str, ...] | None:
    """Return the questions still open; None where one was answered otherwise."""
    if any(each.option != answers.get(each.question, each.option) for each in conditions):
        return None
    return tuple(each.question for each in conditions if each.question not in answers)


def _is_silent(ours: str, source: SourceValue) -> bool:
    """Tell whether `source` need not have meant anything: untouched values look the same."""
    return source.base is None and source.theirs.strip() == ours.strip()


def _verdict(ours: str, sources: list[SourceValue]) -> Verdict:
    """Return how `sources`, none of which is silent, stand to `ours`."""
    values = {source.theirs.strip() for source in sources}
    if len(values) > 1:
        return Verdict.DISAGREEMENT
    if values == {ours.strip()}:  # no workbook brings back the space around a note
        return Verdict.SAME
    moved = any(source.base is not None and source.base != ours for source in sources)
    if moved:
        return Verdict.CONFLICT
    if any(source.is_sure for source in sources):
        return Verdict.CHANGE
    return Verdict.DOUBT if any(source.doubt for source in sources) else Verdict.UNKNOWN


def _in_order(plan: Plan, differences: list[Difference]) -> tuple[Difference, ...]:
    roles: dict[RoleId, int] = {role.id: place for place, role in enumerate(plan.roles())}
    parties = {party.id: place for place, party in enumerate(plan.parties)}

    def place_of(difference: Difference) -> tuple[int, int, int]:
        address = difference.address
        party = -1 if address.party is None else parties.get(address.party, len(parties))
        return roles.get(address.role, len(roles)), FIELDS.index(address.field), party

    return tuple(sorted(differences, key=place_of))


def accepted_of(differences: Iterable[Difference]) -> tuple[Accepted, ...]:
    """Return what is accepted by taking each of `differences`; those that offer just one value."""
    pairs = ((each.address, each.proposals) for each in differences)
    return tuple(
        Accepted(address, proposals[0]) for address, proposals in pairs if len(proposals) == 1
    )
