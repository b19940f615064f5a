"""The differences between two versions of a plan as groups of sentences.

Each line stands for one or more topics, so that the sentence about a role in a phase can be
adopted as a whole. No topic is without a line.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from socplanner.domain.comparison.nodes import (
    ABSENT,
    key_of,
)
from socplanner.domain.comparison.topics import ORDER, Topic
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_changes import DutyPair
from socplanner.domain.phases import duty
from socplanner.domain.plan import BLANK_DUTY, Duty, Plan
from socplanner.wording.differences.duty_sentences import duty_sentence
from socplanner.wording.differences.field_names import field_name
from socplanner.wording.differences.place_names import (
    Versions,
    entry_name_at,
    path_texts,
    step_name_at,
    subject_title,
)
from socplanner.wording.differences.subjects import PlaceSubject, subject_of
from socplanner.wording.differences.value_texts import Values
from socplanner.wording.language import Words
from socplanner.wording.terms import listed


class DifferenceLine(NamedTuple):
    """A sentence, the topics that it is about, and the sentence with long values shortened."""

    text: str
    topics: tuple[Topic, ...]
    short: str


class DifferenceGroup(NamedTuple):
    """The lines about one subject, under its name."""

    subject: PlaceSubject
    title: str
    lines: tuple[DifferenceLine, ...]


def difference_groups(
    versions: Versions, topics: Iterable[Topic], words: Words
) -> tuple[DifferenceGroup, ...]:
    """Return `topics` between `versions` as groups: roles, parties, then the rest of the plan."""
    values = Values((versions.after, versions.before), words)
    by_subject: dict[PlaceSubject, list[Topic]] = {}
    for topic in topics:
        by_subject.setdefault(subject_of(topic.place), []).append(topic)
    order = _order(versions)
    subjects = sorted(by_subject, key=lambda each: order.get(each, len(order)))
    return tuple(
        DifferenceGroup(
            each,
            subject_title(each, versions, values),
            tuple(_lines(by_subject[each], versions, values)),
        )
        for each in subjects
    )


def _order(versions: Versions) -> dict[PlaceSubject, int]:
    roles = [*versions.after.all_roles(), *versions.before.all_roles()]
    parties = [*versions.after.parties, *versions.before.parties]
    subjects = [PlaceSubject("plan")]
    subjects += [PlaceSubject("role", role.id) for role in roles]
    subjects += [PlaceSubject("party", party.id) for party in parties]
    order: dict[PlaceSubject, int] = {}
    for each in subjects:
        order.setdefault(each, len(order))
    return order


def _lines(topics: Iterable[Topic], versions: Versions, values: Values) -> Iterator[DifferenceLine]:
    """Yield a line for the duty in each phase, then one for each other topic."""
    by_phase: dict[tuple[str, str], list[Topic]] = {}
    others: list[Topic] = []
    for topic in topics:
        match topic.place:
            case ("phases", phase, "duties", role, *_):
                by_phase.setdefault((phase, role), []).append(topic)
            case _:
                others.append(topic)
    for (phase, role), of_duty in by_phase.items():
        place = PhaseId(phase), RoleId(role)
        texts = [_duty_text(*place, of_duty, versions, each) for each in (values, values.short())]
        yield DifferenceLine(texts[0], tuple(of_duty), texts[1])
    for topic in others:
        texts = [_topic_text(topic, versions, each) for each in (values, values.short())]
        yield DifferenceLine(texts[0], (topic,), texts[1])


def _duty_text(
    phase: PhaseId, role: RoleId, topics: list[Topic], versions: Versions, values: Values
) -> str:
    words = values.words
    pair = DutyPair(*(_duty(plan, phase, role) for plan in versions[:2]))
    text = duty_sentence(versions.before, versions.after, role, pair, values)
    if not text:
        fields = dict.fromkeys(topic.place[4] for topic in topics if len(topic.place) > 4)
        text = words.tr(
            "the same as before, but stated otherwise: {fields}",
            fields=listed((field_name(each, words) for each in fields), words),
        )
    return words.tr("{phase}: {what}", phase=values.phase(phase), what=text)


def _duty(plan: Plan, phase: PhaseId, role: RoleId) -> Duty:
    is_there = plan.phase(phase) is not None and plan.role(role) is not None
    return duty(plan, phase, role) if is_there else BLANK_DUTY


def _topic_text(topic: Topic, versions: Versions, values: Values) -> str:
    words, place = values.words, topic.place
    *above, last = place
    where = " › ".join(path_texts(tuple(above), versions, values))
    if last == ORDER:
        order = topic.theirs if isinstance(topic.theirs, list) else []
        names = (entry_name_at((*above, str(key)), versions, values) for key in order)
        what = words.tr("new order: {entries}", entries=listed(names, words))
    elif _is_entry(topic):
        name = entry_name_at(place, versions, values)
        text = words.tr("new: {entry}") if topic.ours is ABSENT else words.tr("removed: {entry}")
        what = text.format(entry=name)
    else:
        parent = above[-1] if above else ""
        one, other = values.beside(
            values.text(last, each, parent=parent) for each in (topic.ours, topic.theirs)
        )
        name = step_name_at(place, versions, values)
        what = words.tr("{what}: {before} → {after}", what=name, before=one, after=other)
    return words.tr("{where}: {what}", where=where, what=what) if where else what


def _is_entry(topic: Topic) -> bool:
    """Return whether a whole entry with a key of its own is new or removed."""
    present = topic.theirs if topic.ours is ABSENT else topic.ours
    return ABSENT in (topic.ours, topic.theirs) and (
        key_of(present) is not None or topic.place[0] == "waivers"
    )
