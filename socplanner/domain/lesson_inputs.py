"""What a plan states about the prompts of a review: own verdicts, comments and waivers.

Rules:

- An entry is about a prompt, in every phase: a review looks at the organisation on a day.
- An entry without any value is not stored. Prompts that no program knows keep theirs: a newer
  program may have more prompts.
"""

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

_PROMPT = "[A-Z]{1,2}[0-9]{1,2}[a-z]?"


class LessonVerdict(Enum):
    """The answer to a prompt, the one that asks for most first."""

    NOT_MET = "not-met"
    DOUBTFUL = "doubtful"
    UNCLEAR = "cannot-tell"
    MET = "met"


OWN_VERDICTS = (LessonVerdict.MET, LessonVerdict.DOUBTFUL, LessonVerdict.NOT_MET)
"""The answers that a planner can give."""


class LessonEntry(NamedTuple):
    """What the planner states about a prompt; empty texts and None are not stated.

    `day` is the day of the own `verdict`; `waived` is the reason of a waiver, and `until` its last
    day, empty where it never ends. Days are as 2026-12-31.
    """

    verdict: LessonVerdict | None = None
    day: str = ""
    comment: str = ""
    waived: str = ""
    until: str = ""

    def is_waived_on(self, today: str) -> bool:
        """Return whether there is a waiver, and it is valid on the day `today`."""
        return bool(self.waived) and not (self.until and self.until < today)


NO_ENTRY = LessonEntry()
Lessons = Mapping[str, LessonEntry]
"""The entries by the ids of their prompts."""

NO_LESSONS: Lessons = MappingProxyType({})


def no_lessons() -> Lessons:
    """Return no entries; a dataclass cannot have a mapping proxy as a default (3.11)."""
    return NO_LESSONS


def is_prompt_id(text: str) -> bool:
    """Return whether `text` can be the id of a prompt, such as K03a or FI2."""
    return re.fullmatch(_PROMPT, text) is not None
