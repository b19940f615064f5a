"""The answer of `socplanner import`: a review as lines of text, or as JSON."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from socplanner.cli.arguments import ANSWER
from socplanner.cli.external_answer import either
from socplanner.cli.finding_entry import finding_entry
from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.grouping import by_party
from socplanner.domain.reimport.review import Difference, Review, SourceValue, Verdict
from socplanner.domain.reimport.sheet_values import CellComment, Question, Reimport, Remark
from socplanner.wording.finding_lines import finding_line, most_severe_first
from socplanner.wording.language import Words
from socplanner.wording.reimport_remarks import mended_message, option_text, remark_message
from socplanner.wording.review_words import (
    comment_text,
    doubt_label,
    field_text,
    role_text,
    value_text,
)
from socplanner.wording.terms import listed, party_label, phase_label

_INDENT = "  "


class EffectOnFindings(NamedTuple):
    """The findings that the sure changes make and resolve, and the plan `after` them."""

    after: Plan
    made: tuple[InPhases, ...]
    resolved: tuple[InPhases, ...]


def answer_lines(
    place: str, review: Review, effect: EffectOnFindings, applied: int | None, words: Words
) -> Iterator[str]:
    """Yield the lines: unread parts, differences by party, comments, questions, findings, counts.

    `applied` is the number of changes that were saved, or None without `--apply`.
    """
    yield from _section(words.tr("Could not be read"), _remarks(review, "unread", words))
    yield from _remarks(review, "information", words)
    for group in by_party(review):
        party = group.party
        name = (
            words.tr("The roles themselves")
            if party is None
            else party_label(review.plan, party, words)
        )
        yield name
        for difference in group.differences:
            yield from (_INDENT + line for line in _lines(difference, review, words))
    yield from _section(words.tr("Comments"), _comments(review, words))
    yield from _section(words.tr("Questions"), _question_lines(review, words))
    yield from _section(
        words.tr("New findings caused by the changes"),
        _finding_lines(effect.made, effect.after, words),
    )
    yield from _section(
        words.tr("Findings resolved by the changes"),
        _finding_lines(effect.resolved, review.plan, words),
    )
    yield _counts(review, words)
    if applied is not None:
        yield words.count(
            "{n} change was imported; the plan is in {file}.",
            "{n} changes were imported; the plan is in {file}.",
            applied,
            file=place,
        )


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield name
        yield from (_INDENT + line for line in lines)


def _lines(difference: Difference, review: Review, words: Words) -> Iterator[str]:
    """Yield one line for a plain change; else one with the verdict, and one for each workbook."""
    address = difference.address
    subject = role_text(address, review.plan, words)
    if address.party is None:
        field = field_text(address, review.plan, words)
        subject = words.tr("{role}, {field}", role=subject, field=field)
    ours = value_text(address, difference.ours, words)
    if difference.verdict is Verdict.CHANGE and len(difference.sources) == 1:
        (source,) = difference.sources
        line = words.tr(
            "{role}: {ours} → {theirs} ({place})",
            role=subject,
            ours=ours,
            theirs=value_text(address, source.theirs, words),
            place=_place(source, review, words),
        )
        yield line + _remarks_on(source, words)
        return
    yield words.tr(
        "{role}: {ours}. {verdict}", role=subject, ours=ours, verdict=_verdict(difference, words)
    )
    for source in difference.sources:
        before = source.base
        yield (
            _INDENT
            + words.tr(
                "{theirs}, exported as {base} ({place})",
                theirs=value_text(address, source.theirs, words),
                base="?" if before is None else value_text(address, before, words),
                place=_place(source, review, words),
            )
            + _remarks_on(source, words)
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
            return words.tr("The plan already has this value:")


def _place(source: SourceValue, review: Review, words: Words) -> str:
    """Return the place of a value; with its file where there are several."""
    if len(review.reimports) == 1:
        return source.place
    return words.tr("{file}, {place}", file=source.origin, place=source.place)


def _remarks_on(source: SourceValue, words: Words) -> str:
    """Return the remarks on a value in brackets, with a space before them; empty for none."""
    texts = [mended_message(code, words) for code in source.remarks]
    if source.pending:
        texts.append(words.tr("waiting for an answer"))
    return f" [{listed(texts, words)}]" if texts else ""


def _remarks(review: Review, kind: Literal["unread", "information"], words: Words) -> list[str]:
    return [
        words.tr(
            "{file}: {text}", file=each.origin, text=remark_message(remark, review.plan, words)
        )
        for each in review.reimports
        for remark in getattr(each, kind)
    ]


def _comments(review: Review, words: Words) -> list[str]:
    return [
        words.tr("{file}: {text}", file=each.origin, text=comment_text(comment, review.plan, words))
        for each in review.reimports
        for comment in each.comments
    ]


def _question_lines(review: Review, words: Words) -> list[str]:
    lines = []
    for reimport in review.reimports:
        for question in _relevant_questions(reimport, review):
            options = [
                option_text(question, option, review.plan, words) for option in question.options
            ]
            text = remark_message(question.about, review.plan, words)
            text = words.tr("{question} [{options}]", question=text, options=" / ".join(options))
            options_text = either(
                [f'{ANSWER.name} "{text}"' for text in answer_texts(question)], words
            )
            text = words.tr("{question} Answer: {options}", question=text, options=options_text)
            lines.append(words.tr("{file}: {text}", file=reimport.origin, text=text))
    return lines


def _relevant_questions(reimport: Reimport, review: Review) -> list[Question]:
    """Return the questions without an answer whose answers may change anything."""
    return [
        question
        for question in reimport.questions
        if question.key in review.relevant_questions and question.key not in review.answers
    ]


def answer_texts(question: Question) -> list[str]:
    """Return each answer to `question` as it is written on the command line."""
    return [f"{question.key}={option}" for option in question.options]


def _counts(review: Review, words: Words) -> str:
    left_out = sum(len(each.unread) for each in review.reimports)
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
    place: str, review: Review, effect: EffectOnFindings, applied: int | None, words: Words
) -> dict[str, object]:
    """Return the answer as `docs/command-line.md` describes it, as values of JSON."""
    return {
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
                    _question(question, review, words)
                    for question in _relevant_questions(each, review)
                ],
            }
            for each in review.reimports
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
        "taken": applied,
    }


def _finding_lines(findings: Iterable[InPhases], plan: Plan, words: Words) -> list[str]:
    return [finding_line(each, plan, words) for each in most_severe_first(findings)]


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "kind": difference.verdict.value,
        "sure": difference.is_sure,
        "role": difference.address.role,
        "field": difference.address.field,
        "party": difference.address.party,
        "ours": difference.ours,
        "voices": [
            {
                "file": source.origin,
                "place": source.place,
                "base": source.base,
                "theirs": source.theirs,
                "remarks": list(source.remarks),
                "doubt": source.doubt or None,
                "questions": list(source.pending),
            }
            for source in difference.sources
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
        "message": remark_message(remark, review.plan, words),
    }


def _question(question: Question, review: Review, words: Words) -> dict[str, object]:
    return {
        **_remark(question.about, review, words),
        "key": question.key,
        "options": list(question.options),
        "answers": [f'{ANSWER.name} "{text}"' for text in answer_texts(question)],
    }
