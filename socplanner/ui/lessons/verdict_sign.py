"""Icon and ink of each verdict; the word stands beside them."""

from typing import NamedTuple

from socplanner.domain.lesson_inputs import LessonVerdict


class VerdictSign(NamedTuple):
    """The icon of a verdict, and the token of its ink."""

    icon: str
    ink: str


VERDICT_SIGNS = {
    LessonVerdict.NOT_MET: VerdictSign("error", "error"),
    LessonVerdict.DOUBTFUL: VerdictSign("warning", "warning"),
    LessonVerdict.UNCLEAR: VerdictSign("unknown", "text-2"),
    LessonVerdict.MET: VerdictSign("done", "ok"),
}
