"""The texts of a review: chapters, verdicts, waivers, and what is counted of them."""

from collections.abc import Iterable, Mapping

from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.lessons.prompts import Chapter, Prompt, Prompts
from socplanner.domain.lessons.reviewing import PromptReview, verdict_counts
from socplanner.domain.plan import Plan
from socplanner.wording.evidence_words import evidence_sentence
from socplanner.wording.language import N_, Words

_CHAPTERS: Mapping[Chapter, str] = {
    "all": N_("Ten keys"),
    "build": N_("Building"),
    "operate": N_("Operating"),
    "incident": N_("Responding"),
}
_VERDICTS: Mapping[LessonVerdict, str] = {
    LessonVerdict.MET: N_("Met"),
    LessonVerdict.DOUBTFUL: N_("Doubtful"),
    LessonVerdict.NOT_MET: N_("Not met"),
    LessonVerdict.UNCLEAR: N_("Cannot tell"),
}
_SIGNS: Mapping[LessonVerdict, str] = {
    LessonVerdict.MET: "○",
    LessonVerdict.DOUBTFUL: "△",
    LessonVerdict.NOT_MET: "✕",
    LessonVerdict.UNCLEAR: "?",
}


def chapter_name(chapter: Chapter, words: Words) -> str:
    """Return the name of `chapter`."""
    return words.tr(_CHAPTERS[chapter])


def verdict_name(verdict: LessonVerdict, words: Words) -> str:
    """Return the name of `verdict`."""
    return words.tr(_VERDICTS[verdict])


def verdict_sign(verdict: LessonVerdict) -> str:
    """Return a sign of one character for `verdict`, the same in both languages."""
    return _SIGNS[verdict]


def signed_verdict(verdict: LessonVerdict, words: Words) -> str:
    """Return `verdict` as sign and name: `✕ Not met`."""
    return f"{_SIGNS[verdict]} {verdict_name(verdict, words)}"


def verdict_words(review: PromptReview, words: Words) -> str:
    """Return the verdict that counts, and whether it is waived or the planner's own."""
    name = verdict_name(review.verdict, words)
    if review.is_waived:
        return words.tr("{verdict} (waived)", verdict=name)
    return words.tr("{verdict} (own)", verdict=name) if review.is_own else name


def signed_verdict_words(review: PromptReview, words: Words) -> str:
    """Return the same with the sign of the verdict before it."""
    return f"{_SIGNS[review.verdict]} {verdict_words(review, words)}"


def key_title(prompts: Prompts, prompt: Prompt, words: Words) -> str:
    """Return the key of `prompt` with its number: `10 Respond calmly, as professionals`."""
    return f"{prompt.key} {words.local(prompts.key_name(prompt))}"


def evidence_lines(review: PromptReview, plan: Plan, words: Words) -> list[str]:
    """Return the evidence of `review`, each with the sign of its verdict; the rest is counted."""
    answer = review.answer
    lines = [
        f"{_SIGNS[each.verdict]} {evidence_sentence(each, plan, words)}" for each in answer.evidence
    ]
    if answer.more:
        lines.append(more_evidence(answer.more, words))
    return lines


def more_evidence(number: int, words: Words) -> str:
    """Return that there is more evidence than is listed."""
    return words.count("and {n} more", "and {n} more", number)


def own_verdict_text(entry: LessonEntry, words: Words) -> str:
    """Return the planner's own verdict with its day; empty where there is none."""
    if entry.verdict is None:
        return ""
    verdict = verdict_name(entry.verdict, words)
    if not entry.day:
        return words.tr("Own verdict: {verdict}", verdict=verdict)
    return words.tr("Own verdict: {verdict} ({day})", verdict=verdict, day=entry.day)


def prompt_waiver_text(entry: LessonEntry, today: str, words: Words) -> str:
    """Return the waiver with its end, and whether it has ended; empty where there is none."""
    if not entry.waived:
        return ""
    values = {"reason": entry.waived, "day": entry.until}
    if not entry.is_waived_on(today):
        return words.tr("Waiver ended on {day}: {reason}", **values)
    if entry.until:
        return words.tr("Waived until {day}: {reason}", **values)
    return words.tr("Waived: {reason}", reason=entry.waived)


def counts_text(reviews: Iterable[PromptReview], words: Words) -> str:
    """Return how many prompts have each verdict, and how many are waived."""
    listed = tuple(reviews)
    counts = verdict_counts(listed)
    parts = [f"{signed_verdict(each, words)} {counts[each]}" for each in LessonVerdict]
    waived = sum(review.is_waived for review in listed)
    return "  ".join([*parts, f"{words.tr('Waived')} {waived}"])
