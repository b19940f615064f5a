"""The section `lessons`: own verdicts, comments and waivers of the prompts of a review."""

from types import MappingProxyType
from typing import cast

from socplanner.domain.lesson_inputs import (
    NO_ENTRY,
    NO_LESSONS,
    OWN_VERDICTS,
    LessonEntry,
    Lessons,
    LessonVerdict,
    is_prompt_id,
)
from socplanner.domain.lesson_validation import lesson_faults
from socplanner.domain.limits import MOST_LESSONS
from socplanner.domain.names import LONGEST_TEXT, TEXT_PATTERN
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.part_reading import refuse_first
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    NAME,
    Choice,
    MapOf,
    Record,
    Text,
    without_extensions,
)
from socplanner.formats.plan.text_fields import line_of, long_text_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

LESSON = Record(
    {
        "verdict": Choice(
            tuple(each.value for each in OWN_VERDICTS),
            N_("Your own verdict; it counts where the plan cannot tell."),
        ),
        "date": Text(N_("The day of your verdict, such as 2026-12-31.")),
        "comment": Text("", TEXT_PATTERN, LONGEST_TEXT),
        "waived": NAME._replace(about=N_("Why the prompt does not count.")),
        "until": Text(N_("The last day of the waiver, such as 2026-12-31; without it, unlimited.")),
    },
    (),
    N_("What you state about a prompt of the review."),
)


def _read(tree: Tree, _: References) -> Lessons:
    """Return the entries; raise FormatError for a bad id, verdict or day."""
    if not tree:
        return NO_LESSONS
    entries = {
        key: _entry(key, cast("TreeMapping", value))
        for key, value in without_extensions(cast("TreeMapping", tree)).items()
    }
    return MappingProxyType({key: each for key, each in entries.items() if each != NO_ENTRY})


def _entry(key: str, record: TreeMapping) -> LessonEntry:
    path: Path = ("lessons", key)
    if not is_prompt_id(key):
        raise refused("unknown-prompt", path, prompt=key)
    fields = {name: str(value) for name, value in without_extensions(record).items()}
    verdict = fields.get("verdict")
    comment, waived = fields.get("comment", ""), fields.get("waived", "")
    entry = LessonEntry(
        None if verdict is None else LessonVerdict(verdict),
        fields.get("date", ""),
        long_text_of(comment, (*path, "comment")) if comment.strip() else "",
        line_of(waived, (*path, "waived")) if waived else "",
        fields.get("until", ""),
    )
    refuse_first(lesson_faults(entry), path)
    return entry


def _written(plan: Plan) -> dict[str, dict[str, str]] | None:
    return {key: _written_entry(entry) for key, entry in plan.lessons.items()} or None


def _written_entry(entry: LessonEntry) -> dict[str, str]:
    values = {
        "verdict": "" if entry.verdict is None else entry.verdict.value,
        "date": entry.day,
        "comment": entry.comment,
        "waived": entry.waived,
        "until": entry.until,
    }
    return {key: value for key, value in values.items() if value}


LESSONS_SECTION = Section(
    "lessons",
    "lessons",
    MapOf(LESSON, N_("By the id of a prompt, such as FI2."), MOST_LESSONS),
    _read,
    _written,
)
