"""The review of workbooks that came back: three ways against the plan, and against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import BLANK_DUTY, Duty, Plan
from socplanner.domain.reimport.sheet_values import (
    CellComment,
    Given,
    Question,
    Remark,
    Returned,
    Said,
)
from socplanner.domain.reimport.topic import FIELDS, Accepted, Topic, value_of

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
class Voice:
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

    topic: Topic
    ours: str
    voices: tuple[Voice, ...]
    verdict: Verdict

    @property
    def offers(self) -> tuple[str, ...]:
        """What may be taken instead of `ours`: each value once, in the order of the workbooks."""
        values = dict.fromkeys(voice.theirs for voice in self.voices)
        return tuple(value for value in values if value != self.ours)

    @property
    def pending(self) -> tuple[str, ...]:
        """The questions that have to be answered first."""
        return tuple(dict.fromkeys(key for voice in self.voices for key in voice.pending))

    @property
    def doubts(self) -> tuple[str, ...]:
        """Return what leaves it open whether the values are meant, each code once."""
        return tuple(dict.fromkeys(voice.doubt for voice in self.voices if voice.doubt))

    @property
    def is_sure(self) -> bool:
        """Whether it may be taken without asking: a plain change with no question open."""
        return self.verdict is Verdict.CHANGE and not self.pending


@dataclass(frozen=True, slots=True)
class Review:
    """All differences of some workbooks from one phase, in the order of roles, then of parties."""

    plan: Plan
    phase: PhaseId
    returned: tuple[Returned, ...]
    differences: tuple[Difference, ...]
    answers: Mapping[str, str] = field(default_factory=_no_answers)
    weighty: frozenset[str] = frozenset()
    """The keys of questions on whose answers something hangs."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question that matters, answered or not."""
        asked = (question for each in self.returned for question in each.questions)
        return tuple(question for question in asked if question.key in self.weighty)

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
        found = (each for each in self.of(Verdict.UNKNOWN) if not each.pending)
        return tuple(each for each in found if len(each.offers) == 1)

    @property
    def unread(self) -> tuple[Remark, ...]:
        """What was not found in the workbooks, or could not be read."""
        return tuple(remark for each in self.returned for remark in each.unread)

    @property
    def comments(self) -> tuple[CellComment, ...]:
        """What was written about cells."""
        return tuple(comment for each in self.returned for comment in each.comments)


def review(
    plan: Plan,
    phase: PhaseId,
    returned: Iterable[Returned],
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Review:
    """Return how `returned` differ from `phase`; raise KeyError if the plan has no such phase.

    `answers` say an option for the key of a question; what hangs on another option is left out.
    """
    workbooks = tuple(returned)
    held = duties(plan, phase)
    voices: dict[Topic, list[Voice]] = {}
    for each in workbooks:
        for said in each.said:
            pending = _pending(said.given, answers)
            if pending is not None and said.theirs != said.base:
                voices.setdefault(said.topic, []).append(_voice(each.origin, said, pending))
    found = []
    for topic, heard in voices.items():
        ours = _ours(held, topic)
        spoken = [voice for voice in heard if not _is_silent(ours, voice)]
        if spoken:
            found.append(Difference(topic, ours, tuple(spoken), _verdict(ours, spoken)))
    differences, told = _in_order(plan, found), MappingProxyType(dict(answers))
    return Review(plan, phase, workbooks, differences, told, _weighty(workbooks, held))


def _ours(held: Mapping[RoleId, Duty], topic: Topic) -> str:
    return value_of(held.get(topic.role, BLANK_DUTY), topic)


def _weighty(workbooks: tuple[Returned, ...], held: Mapping[RoleId, Duty]) -> frozenset[str]:
    """Return the questions whose answers may change anything."""
    return frozenset(
        given.question
        for each in workbooks
        for said in each.said
        if said.given and said.theirs.strip() != _ours(held, said.topic).strip()
        for given in said.given
    )


def _voice(origin: str, said: Said, pending: tuple[str, ...]) -> Voice:
    return Voice(origin, said.base, said.theirs, said.place, said.remarks, pending, said.doubt)


def _pending(given: tuple[Given, ...], answers: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the questions still open; None where one was answered otherwise."""
    if any(each.option != answers.get(each.question, each.option) for each in given):
        return None
    return tuple(each.question for each in given if each.question not in answers)


def _is_silent(ours: str, voice: Voice) -> bool:
    """Tell whether `voice` need not have meant anything: untouched values look the same."""
    return voice.base is None and voice.theirs.strip() == ours.strip()


def _verdict(ours: str, voices: list[Voice]) -> Verdict:
    """Return how `voices`, none of which is silent, stand to `ours`."""
    values = {voice.theirs.strip() for voice in voices}
    if len(values) > 1:
        return Verdict.DISAGREEMENT
    if values == {ours.strip()}:  # no workbook brings back the space around a note
        return Verdict.SAME
    moved = any(voice.base is not None and voice.base != ours for voice in voices)
    if moved:
        return Verdict.CONFLICT
    if any(voice.is_sure for voice in voices):
        return Verdict.CHANGE
    return Verdict.DOUBT if any(voice.doubt for voice in voices) else Verdict.UNKNOWN


def _in_order(plan: Plan, found: list[Difference]) -> tuple[Difference, ...]:
    roles: dict[RoleId, int] = {role.id: place for place, role in enumerate(plan.roles())}
    parties = {party.id: place for place, party in enumerate(plan.parties)}

    def place_of(difference: Difference) -> tuple[int, int, int]:
        topic = difference.topic
        party = -1 if topic.party is None else parties.get(topic.party, len(parties))
        return roles.get(topic.role, len(roles)), FIELDS.index(topic.field), party

    return tuple(sorted(found, key=place_of))


def accepted_of(differences: Iterable[Difference]) -> tuple[Accepted, ...]:
    """Return what is accepted by taking each of `differences`; those that offer just one value."""
    pairs = ((each.topic, each.offers) for each in differences)
    return tuple(Accepted(topic, offers[0]) for topic, offers in pairs if len(offers) == 1)
