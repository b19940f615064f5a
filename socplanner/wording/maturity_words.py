"""The words of maturity: what each score means on each side, and figures as text.

The wording of the scores is ours, after those of the ISOG-J textbook.
"""

from collections.abc import Mapping

from socplanner.domain.assessment import Assessment, Score, Side
from socplanner.domain.maturity.roll_ups import Mean
from socplanner.wording.language import N_, Words

NOTHING = "–"
"""Where there is no score, no aim, or nothing to make a mean of."""

_SIDES: Mapping[Side, str] = {
    "inhouse": N_("In-house"),
    "outsourced": N_("Outsourced"),
}
_MEANINGS: Mapping[tuple[Side, str], str] = {
    ("inhouse", "5"): N_("Documented, and approved by the CISO or a manager on their behalf"),
    ("inhouse", "4"): N_("Documented, and another person can take over"),
    ("inhouse", "3"): N_("Not documented, but others can stand in for a time or in part"),
    ("inhouse", "2"): N_("Not documented, and only the person in charge can do it"),
    ("inhouse", "1"): N_("Not performed"),
    ("inhouse", "na"): N_("It was decided not to do it in-house"),
    ("inhouse", "unknown"): N_("Not known yet; counts as 1"),
    ("outsourced", "5"): N_("Service and results are understood, and results are as expected"),
    ("outsourced", "4"): N_("Service and results are understood, but fall short of expectations"),
    ("outsourced", "3"): N_("Either the service or its results are not understood"),
    ("outsourced", "2"): N_("Neither the service nor its results are understood"),
    ("outsourced", "1"): N_("Service and results are not checked"),
    ("outsourced", "na"): N_("It was decided not to outsource it"),
    ("outsourced", "unknown"): N_("Not known yet; counts as 1"),
}


def side_name(side: Side, words: Words) -> str:
    """Return the name of `side`."""
    return words.tr(_SIDES[side])


def score_meaning(side: Side, score: Score, words: Words) -> str:
    """Return what `score` means on `side`, in one line."""
    return words.tr(_MEANINGS[side, score])


def short_score(score: Score | None, words: Words) -> str:
    """Return a score in a few letters: a number, N/A, ? for unknown, a dash for none."""
    if score is None:
        return NOTHING
    if score == "na":
        return words.tr("N/A")
    return "?" if score == "unknown" else score


def score_choice(side: Side, score: Score | None, words: Words) -> str:
    """Return a score and what it means on `side`, as a line of a list."""
    if score is None:
        return words.tr("{score}  Not assessed", score=NOTHING)
    return words.tr(
        "{score}  {meaning}",
        score=short_score(score, words),
        meaning=score_meaning(side, score, words),
    )


def aim_choice(side: Side, score: Score | None, words: Words) -> str:
    """Return an aim and what it means on `side`, as a line of a list."""
    if score is None:
        return words.tr("{score}  No aim", score=NOTHING)
    return score_choice(side, score, words)


def points_text(points: int | None) -> str:
    """Return whole points, or a dash for none."""
    return NOTHING if points is None else str(points)


def mean_text(mean: Mean | None) -> str:
    """Return a mean to one decimal, half up, or a dash for none."""
    if mean is None:
        return NOTHING
    return f"{mean.tenths // 10}.{mean.tenths % 10}"


def difference_text(points: int | None) -> str:
    """Return a difference of whole points with its sign, or a dash for none."""
    return NOTHING if points is None else f"{_sign(points)}{abs(points)}"


def mean_difference_text(tenths: int | None) -> str:
    """Return a difference of means, in tenths, with its sign, or a dash for none."""
    if tenths is None:
        return NOTHING
    whole, rest = divmod(abs(tenths), 10)
    return f"{_sign(tenths)}{whole}.{rest}"


def before_and_after(before: str, after: str, words: Words) -> str:
    """Return what was and what is, or what is where both are the same."""
    if before == after:
        return after
    return words.tr("{before} → {after}", before=before, after=after)


def _sign(number: int) -> str:
    if number == 0:
        return "±"
    return "+" if number > 0 else "−"


def assessment_name(assessment: Assessment, words: Words) -> str:
    """Return day and assessor of an assessment; its id where it has no day."""
    day = assessment.day or assessment.id
    if not assessment.by:
        return day
    return words.tr("{day}, {by}", day=day, by=assessment.by)
