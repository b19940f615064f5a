"""The values of a plan file in words: ids as names, words of the file as those of the screen."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.comparison.nodes import ABSENT, UNKNOWN, Node
from socplanner.domain.flow_inputs import Counterpart, receiver_of
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_inputs import PREREQUISITE_KINDS
from socplanner.wording.differences.field_names import field_name
from socplanner.wording.flags import flag_name
from socplanner.wording.flow_words import duration_text, means_name, receiver_name
from socplanner.wording.language import N_, Words
from socplanner.wording.lesson_words import verdict_name
from socplanner.wording.marking import tlp_label
from socplanner.wording.road_map_words import prerequisite_kind_name, status_name
from socplanner.wording.sharing_words import counterpart_kind_text, pick_name, threat_type_name
from socplanner.wording.short_texts import on_one_line, shortened_apart
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import (
    listed,
    party_label,
    phase_label,
    role_label,
    score_name,
    sourcing_name,
)

_NOTHING = "–"
_ROLE_KEYS = {"role", "roles", "criteria"}
_PARTY_KEYS = {"party", "parent", "owner"}
_DURATIONS = {"limit", "earliest", "latest", "acknowledge", "report", "restore"}
_SCORES = {"inhouse", "outsourced"}
_FLAGS = {"executive", "resident", "hidden", "voluntary", "applies"}
_LEFT_OUT = ("id", "duties")
_LEADING = (*_LEFT_OUT, "name", "kind")
"""Keys of an entry that are not in the list of its details after its name."""

_AREAS = {"none": N_("not placed")}


class Values:
    """Names values of versions of one plan, the newest first."""

    def __init__(self, plans: Iterable[Plan], words: Words, *, is_short: bool = False) -> None:
        """Look up ids in `plans`; an id that none of them has stays as it is.

        Values of a difference are shortened if `is_short`.
        """
        self.plans = tuple(plans)
        self._is_short = is_short
        self.words = words
        self._by_key: Mapping[str, Callable[[str], str]] = {
            **dict.fromkeys(_ROLE_KEYS, self.role),
            **dict.fromkeys(_PARTY_KEYS, self.party),
            **dict.fromkeys(_DURATIONS, self._duration),
            **dict.fromkeys(_SCORES, self._score),
            **dict.fromkeys(_FLAGS, self._flag),
            **dict.fromkeys(("to", "with"), self.receiver),
            "phase": self.phase,
            "sourcing": self._sourcing,
            "area": self._area,
            "kind": self._kind,
            "tlp": self._tlp,
            "means": self._means,
            "types": self._type,
            "flags": self._letter_flag,
            "status": self._status,
            "verdict": self._verdict,
            "answer": self._answer,
        }

    def text(self, key: str, value: Node, *, parent: str = "") -> str:
        """Return the `value` of the field `key` on one line; `parent` is the key around it."""
        if value is ABSENT or value is UNKNOWN or value in ("", [], {}):
            return _NOTHING
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, list):
            return self._list(key, value, parent)
        name = self._by_key.get(key)
        if key == "picks":
            return self._pick(parent, str(value))
        return on_one_line(str(value) if name is None else name(str(value)))

    def short(self) -> "Values":
        """Return the same, with shortened values of differences."""
        return Values(self.plans, self.words, is_short=True)

    def beside(self, texts: Iterable[str]) -> list[str]:
        """Return the values of one difference, as they stand beside one another."""
        return shortened_apart(tuple(texts)) if self._is_short else list(texts)

    def role(self, role_id: str) -> str:
        """Return the code and name of a role."""
        for plan in self.plans:
            role = plan.role(RoleId(role_id))
            if role is not None:
                return role_label(role, self.words)
        return role_id

    def party(self, party_id: str) -> str:
        """Return the name of a party."""
        for plan in self.plans:
            if plan.party(PartyId(party_id)) is not None:
                return party_label(plan, PartyId(party_id), self.words)
        return party_id

    def phase(self, phase_id: str) -> str:
        """Return the name of a phase."""
        for plan in self.plans:
            if plan.phase(PhaseId(phase_id)) is not None:
                return phase_label(plan, PhaseId(phase_id), self.words)
        return phase_id

    def receiver(self, text: str) -> str:
        """Return the name of a receiver as a plan file names it."""
        receiver = receiver_of(text)
        if receiver.kind == "role":
            return self.role(text)
        if receiver.kind == "party":
            return self.party(receiver.id)
        counterparts: tuple[Counterpart, ...] = tuple(
            each for plan in self.plans for each in plan.counterparts
        )
        if not any(each.id == receiver.id for each in counterparts):
            return receiver.id
        return receiver_name(self.plans[0], receiver, counterparts, self.words)

    def _mapping(self, value: Mapping[Any, Node]) -> str:
        if set(value) <= {"ja", "en"}:
            own = value.get(self.words.language, next(iter(value.values())))
            return on_one_line(str(own))
        texts = {str(key): self.text(str(key), each) for key, each in value.items()}
        words, kind = self.words, texts.get("kind")
        lead = texts.get("name", "")
        if lead and kind:
            lead = words.tr("{kind} “{name}”", kind=kind, name=lead)
        details = "; ".join(
            words.tr("{field}: {value}", field=field_name(key, words), value=text)
            for key, text in texts.items()
            if key not in (_LEADING if lead else _LEFT_OUT)
        )
        if lead and details:
            return words.tr("{name} ({details})", name=lead, details=details)
        return lead or details

    def _list(self, key: str, value: list[Node], parent: str) -> str:
        return listed([self.text(key, each, parent=parent) for each in value], self.words)

    def _duration(self, value: str) -> str:
        return duration_text(value, self.words)

    def _score(self, value: str) -> str:
        return score_name(value, self.words)

    def _flag(self, value: str) -> str:
        return self.words.tr("yes") if value == "true" else self.words.tr("no")

    def _sourcing(self, value: str) -> str:
        return sourcing_name(Sourcing(value), self.words)

    def _area(self, value: str) -> str:
        return self.words.tr(_AREAS[value]) if value in _AREAS else value

    def _kind(self, value: str) -> str:
        if value in PREREQUISITE_KINDS:
            return prerequisite_kind_name(cast("Any", value), self.words)
        return counterpart_kind_text(value, self.words)

    def _tlp(self, value: str) -> str:
        return tlp_label(Tlp(value))

    def _means(self, value: str) -> str:
        return means_name(cast("Any", value), self.words)

    def _type(self, value: str) -> str:
        return threat_type_name(cast("Any", value), self.words)

    def _letter_flag(self, value: str) -> str:
        return flag_name(value.replace("-", "_"), self.words)

    def _status(self, value: str) -> str:
        return status_name(cast("Any", value), self.words)

    def _verdict(self, value: str) -> str:
        return verdict_name(LessonVerdict(value), self.words)

    def _answer(self, value: str) -> str:
        return answer_name(cast("Any", value), self.words)

    def _pick(self, question: str, value: str) -> str:
        return pick_name(cast("Any", question), value, self.words)
