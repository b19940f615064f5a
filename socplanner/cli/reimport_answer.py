"""What `socplanner import` answers: a review as lines of text, or as JSON."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from socplanner.cli.arguments import ANSWER
from socplanner.cli.external_answer import either
from socplanner.cli.finding_entry import finding_entry
from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.grouping import by_party
from socplanner.domain.reimport.review import Difference, Review, Verdict, Voice
from socplanner.domain.reimport.sheet_values import CellComment, Question, Remark, Returned
from socplanner.wording.finding_lines import finding_line, most_severe_first
from socplanner.wording.language import Words
from socplanner.wording.reimport_remarks import say_mended, say_option, say_remark
from socplanner.wording.review_words import (
    comment_said,
    doubt_label,
    field_said,
    role_said,
    value_said,
)
from socplanner.wording.terms import listed, party_label, phase_label

_INDENT = "  "


class Effected(NamedTuple):
    """What the sure changes do to the findings, and the plan as it would be `after` them."""

    after: Plan
    made: tuple[InPhases, ...]
    resolved: tuple[InPhases, ...]


def answer_lines(
    place: str, review: Review, effect: Effected, taken: int | None, words: Words
) -> Iterator[str]:
    """Yield the answer: differences by party, what was left out, questions, and a line of counts.

    `taken` is the number of changes that were saved, or None if none were to be.
    """
    yield from _section(words.tr("Could not be read"), _remarks(review, "unread", words))
    yield from _remarks(review, "information", words)
    for group in by_party(review):
        party = group.party
        name = (
            words.tr("Roles themselves")
            if party is None
            else party_label(review.plan, party, words)
        )
        yield name
        for difference in group.differences:
            yield from (_INDENT + line for line in _lines(difference, review, words))
    yield from _section(words.tr("Comments"), _comments(review, words))
    yield from _section(words.tr("Questions"), _asked(review, words))
    yield from _section(
        words.tr("Findings that the changes make"), _found(effect.made, effect.after, words)
    )
    yield from _section(
        words.tr("Findings that the changes resolve"),
        _found(effect.resolved, review.plan, words),
    )
    yield _counts(review, words)
    if taken is not None:
        yield words.count(
            "{n} change was taken; the plan is in {file}.",
            "{n} changes were taken; the plan is in {file}.",
            taken,
            file=place,
        )


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield name
        yield from (_INDENT + line for line in lines)


def _lines(difference: Difference, review: Review, words: Words) -> Iterator[str]:
    """Yield one line for a plain change; else one that says how it stands, and one a voice."""
    topic = difference.topic
    what = role_said(topic, review.plan, words)
    if topic.party is None:
        field = field_said(topic, review.plan, words)
        what = words.tr("{role}, {field}", role=what, field=field)
    ours = value_said(topic, difference.ours, words)
    if difference.verdict is Verdict.CHANGE and len(difference.voices) == 1:
        (voice,) = difference.voices
        line = words.tr(
            "{role}: {ours} → {theirs} ({place})",
            role=what,
            ours=ours,
            theirs=value_said(topic, voice.theirs, words),
            place=_place(voice, review, words),
        )
        yield line + _doubts(voice, words)
        return
    yield words.tr(
        "{role}: {ours}. {verdict}", role=what, ours=ours, verdict=_verdict(difference, words)
    )
    for voice in difference.voices:
        before = voice.base
        yield (
            _INDENT
            + words.tr(
                "{theirs}, sent out as {base} ({place})",
                theirs=value_said(topic, voice.theirs, words),
                base="?" if before is None else value_said(topic, before, words),
                place=_place(voice, review, words),
            )
            + _doubts(voice, words)
        )


def _verdict(difference: Difference, words: Words) -> str:
    match difference.verdict:
        case Verdict.CHANGE:
            return words.tr("The files agree on a change:")
        case Verdict.CONFLICT:
            return words.tr("Conflict, since the plan was changed too:")
        case Verdict.DISAGREEMENT:
            return words.tr("The files disagree:")
        case Verdict.UNKNOWN:
            return words.tr("Differs, origin unknown:")
        case Verdict.DOUBT:
            return listed([doubt_label(code, words) for code in difference.doubts], words)
        case Verdict.SAME:
            return words.tr("The plan says so already:")


def _place(voice: Voice, review: Review, words: Words) -> str:
    """Return where a voice speaks; the file is named where there are several."""
    if len(review.returned) == 1:
        return voice.place
    return words.tr("{file}, {place}", file=voice.origin, place=voice.place)


def _doubts(voice: Voice, words: Words) -> str:
    """Return what has to be known of a value besides, with a space before it."""
    said = [say_mended(code, words) for code in voice.remarks]
    if voice.pending:
        said.append(words.tr("waits for an answer"))
    return f" [{listed(said, words)}]" if said else ""


def _remarks(review: Review, kind: Literal["unread", "information"], words: Words) -> list[str]:
    return [
        words.tr("{file}: {said}", file=each.origin, said=say_remark(remark, review.plan, words))
        for each in review.returned
        for remark in getattr(each, kind)
    ]


def _comments(review: Review, words: Words) -> list[str]:
    return [
        words.tr("{file}: {said}", file=each.origin, said=comment_said(comment, review.plan, words))
        for each in review.returned
        for comment in each.comments
    ]


def _asked(review: Review, words: Words) -> list[str]:
    lines = []
    for each in review.returned:
        for question in _weighty(each, review):
            options = [say_option(question, one, review.plan, words) for one in question.options]
            said = say_remark(question.about, review.plan, words)
            said = words.tr("{question} [{options}]", question=said, options=" / ".join(options))
            ways = either([f'{ANSWER.name} "{way}"' for way in answer_texts(question)], words)
            said = words.tr("{question} Answer: {ways}", question=said, ways=ways)
            lines.append(words.tr("{file}: {said}", file=each.origin, said=said))
    return lines


def _weighty(returned: Returned, review: Review) -> list[Question]:
    """Return the questions whose answers may change anything, and that are not answered yet."""
    return [
        question
        for question in returned.questions
        if question.key in review.weighty and question.key not in review.answers
    ]


def answer_texts(question: Question) -> list[str]:
    """Return each answer to `question` as it is written on the command line."""
    return [f"{question.key}={option}" for option in question.options]


def _counts(review: Review, words: Words) -> str:
    left_out = sum(len(each.unread) for each in review.returned)
    return words.tr(
        "{phase}: {changes}, {conflicts}, {disagreements}, {unsure}, {questions}, {ignored}",
        phase=phase_label(review.plan, review.phase, words),
        changes=words.count("{n} change", "{n} changes", len(review.of(Verdict.CHANGE))),
        conflicts=words.count("{n} conflict", "{n} conflicts", len(review.of(Verdict.CONFLICT))),
        disagreements=words.count(
            "{n} disagreement", "{n} disagreements", len(review.of(Verdict.DISAGREEMENT))
        ),
        unsure=words.count(
            "{n} to decide",
            "{n} to decide",
            len(review.of(Verdict.UNKNOWN)) + len(review.of(Verdict.DOUBT)),
        ),
        questions=words.count("{n} question", "{n} questions", len(review.open_questions)),
        ignored=words.count("{n} not read", "{n} not read", left_out),
    )


def json_answer(
    place: str,
    review: Review,
    effect: Effected,
    taken: int | None,
    words: Words,
    *,
    ascii_only: bool,
) -> str:
    """Return the answer as `docs/command-line.md` describes it."""
    import json

    answer = {
        "format": 1,
        "plan": place,
        "phase": review.phase,
        "language": words.language,
        "workbooks": [
            {
                "file": each.origin,
                "exported": each.exported or None,
                "phase": each.phase,
                "notices": [_remark(remark, review, words) for remark in each.notices],
                "ignored": [_remark(remark, review, words) for remark in each.ignored],
                "comments": [_comment(comment) for comment in each.comments],
                "questions": [
                    _question(question, review, words) for question in _weighty(each, review)
                ],
            }
            for each in review.returned
        ],
        "counts": {
            **{verdict.value: len(review.of(verdict)) for verdict in Verdict},
            "questions": len(review.open_questions),
        },
        "differences": [_difference(each) for each in review.differences],
        "findings": {
            "made": [finding_entry(each, effect.after, words) for each in effect.made],
            "resolved": [finding_entry(each, review.plan, words) for each in effect.resolved],
        },
        "taken": taken,
    }
    return json.dumps(answer, indent=2, ensure_ascii=ascii_only)


def _found(found: Iterable[InPhases], plan: Plan, words: Words) -> list[str]:
    return [finding_line(each, plan, words) for each in most_severe_first(found)]


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "kind": difference.verdict.value,
        "sure": difference.is_sure,
        "role": difference.topic.role,
        "field": difference.topic.field,
        "party": difference.topic.party,
        "ours": difference.ours,
        "voices": [
            {
                "file": voice.origin,
                "place": voice.place,
                "base": voice.base,
                "theirs": voice.theirs,
                "remarks": list(voice.remarks),
                "doubt": voice.doubt or None,
                "questions": list(voice.pending),
            }
            for voice in difference.voices
        ],
    }


def _comment(comment: CellComment) -> dict[str, object]:
    return {
        "role": comment.role,
        "place": comment.place,
        "author": comment.author or None,
        "text": comment.text,
    }


def _remark(remark: Remark, review: Review, words: Words) -> dict[str, object]:
    return {
        "code": remark.code,
        "place": remark.place or None,
        "message": say_remark(remark, review.plan, words),
    }


def _question(question: Question, review: Review, words: Words) -> dict[str, object]:
    return {
        **_remark(question.about, review, words),
        "key": question.key,
        "options": list(question.options),
        "answers": [f'{ANSWER.name} "{way}"' for way in answer_texts(question)],
    }
