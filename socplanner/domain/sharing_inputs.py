"""What a plan states about information sharing: agreements with counterparts, and reporting duties.

Rules:

- An agreement is with one party or counterpart, and there is at most one with each. It has two
  sides, what we send and what we receive, each with the same seven questions: picks from a short
  list, and free text. A question without either is not answered.
- What flows hand on is never stored here: it follows from them (`domain/sharing/shares.py`).
- The default duties of a catalogue are no part of a plan. One that the planner changes is stored
  whole, with the id of the default, and takes its place from then on.
- Terms are durations after ISO 8601, from when the incident became known. None, and an empty text,
  is not stated. The law is described as of a day; this program is no legal advice.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from socplanner.domain.flow_inputs import MEANS, Receiver
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp

SharingQuestion = Literal["why", "when", "what", "where", "who", "how", "action"]
SHARING_QUESTIONS: tuple[SharingQuestion, ...] = get_args(SharingQuestion)
SHARING_PICKS: Mapping[SharingQuestion, tuple[str, ...]] = MappingProxyType(
    {
        "why": ("prevent", "detect", "limit-damage", "learn"),
        "when": ("normal-time", "attack-elsewhere", "own-incident", "after-closing"),
        "what": ("vulnerability", "attack", "indicators", "ttps", "countermeasure"),
        "where": ("public", "community", "bilateral", "inside"),
        "who": ("executive", "manager", "analyst", "operator"),
        "how": MEANS,
        "action": ("send", "use"),
    }
)
"""The picks of each question; `how` has the means of flows."""

ThreatType = Literal["indicators", "ttps", "alerts", "reports", "configurations"]
THREAT_TYPES: tuple[ThreatType, ...] = get_args(ThreatType)
"""The types of threat information after NIST SP 800-150."""

_BLANK = LocalText("", "")


class SharingAnswer(NamedTuple):
    """The answer to one question: picks in the order of their list, and a text."""

    picks: tuple[str, ...] = ()
    text: LocalText = _BLANK


NO_SHARING_ANSWER = SharingAnswer()


class SharingSide(NamedTuple):
    """The answers of one side, by their questions."""

    why: SharingAnswer = NO_SHARING_ANSWER
    when: SharingAnswer = NO_SHARING_ANSWER
    what: SharingAnswer = NO_SHARING_ANSWER
    where: SharingAnswer = NO_SHARING_ANSWER
    who: SharingAnswer = NO_SHARING_ANSWER
    how: SharingAnswer = NO_SHARING_ANSWER
    action: SharingAnswer = NO_SHARING_ANSWER

    def answers(self) -> dict[SharingQuestion, SharingAnswer]:
        """Return the answer to each question, in their order."""
        return dict(zip(SHARING_QUESTIONS, self, strict=True))


NO_SHARING_SIDE = SharingSide()


class Agreement(NamedTuple):
    """What is shared with one party or counterpart, and how."""

    counterpart: Receiver
    tlp: Tlp | None = None
    types: tuple[ThreatType, ...] = ()
    send: SharingSide = NO_SHARING_SIDE
    receive: SharingSide = NO_SHARING_SIDE
    note: LocalText = _BLANK


class ReportingDuty(NamedTuple):
    """To whom `role` reports an incident by when, by which law; if not, `applies` is false.

    `begins` is from when the term counts and `term` the term, both in words; `source` is where that
    is written, as it was on the day `as_of`.
    """

    id: str
    to: Receiver
    name: LocalText
    role: RoleId | None = None
    law: LocalText = _BLANK
    article: LocalText = _BLANK
    as_of: str = ""
    source: LocalText = _BLANK
    begins: LocalText = _BLANK
    term: LocalText = _BLANK
    earliest: str = ""
    latest: str = ""
    is_voluntary: bool = False
    condition: LocalText = _BLANK
    applies: bool = True


def agreement_with(agreements: Iterable[Agreement], counterpart: Receiver) -> Agreement | None:
    """Return the agreement with `counterpart`, or None."""
    return next((each for each in agreements if each.counterpart == counterpart), None)


def reporting_duty_of(duties: Iterable[ReportingDuty], duty_id: str) -> ReportingDuty | None:
    """Return the duty `duty_id` of `duties`, or None."""
    return next((each for each in duties if each.id == duty_id), None)


def agreements_without(
    agreements: tuple[Agreement, ...], counterpart: Receiver
) -> tuple[Agreement, ...]:
    """Return `agreements` without the one with `counterpart`."""
    kept = tuple(each for each in agreements if each.counterpart != counterpart)
    return agreements if kept == agreements else kept


def duties_without_receiver(
    duties: tuple[ReportingDuty, ...], receiver: Receiver
) -> tuple[ReportingDuty, ...]:
    """Return `duties` without those to `receiver`."""
    kept = tuple(each for each in duties if each.to != receiver)
    return duties if kept == duties else kept


def duties_without_role(
    duties: tuple[ReportingDuty, ...], role: RoleId
) -> tuple[ReportingDuty, ...]:
    """Return `duties` with no role stated where `role` reported."""
    kept = tuple(each._replace(role=None) if each.role == role else each for each in duties)
    return duties if kept == duties else kept
