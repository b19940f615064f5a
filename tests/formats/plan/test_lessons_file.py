"""A change of the review touches its own lines of the file; what people wrote there is kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.history import Edit
from socplanner.domain.lesson_edits import (
    AnswerPrompt,
    CommentPrompt,
    RemovePromptWaiver,
    WaivePrompt,
)
from socplanner.domain.lesson_inputs import OWN_VERDICTS, LessonEntry, LessonVerdict
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "lessons.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
PROMPTS = st.sampled_from(["K01a", "K10a", "FI2", "FI4"])
TEXTS = st.text("aあ:#'\"\n -", min_size=1, max_size=12).filter(str.strip)
LINES = st.text("aあ:#'\" -", min_size=1, max_size=12).filter(str.strip)
EDITS = st.one_of(
    st.builds(CommentPrompt, PROMPTS, TEXTS),
    st.builds(WaivePrompt, PROMPTS, LINES, st.sampled_from(["", "2027-03-31"])),
    st.builds(
        AnswerPrompt, PROMPTS, st.sampled_from(OWN_VERDICTS), st.sampled_from(["", "2026-05-10"])
    ),
)


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert dict(PLAN.lessons) == {
        "K10a": LessonEntry(comment="The night rota begins in autumn."),
        "FI2": LessonEntry(waived="The retainer comes within two hours", until="2027-03-31"),
        "FI4": LessonEntry(LessonVerdict.MET, "2026-05-10"),
    }
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN


def test_another_edit_keeps_the_entries_as_they_are_written() -> None:
    after = RenameOrganisation("Other").apply(PLAN)
    assert dumps(after, OPENED).decode() == TEXT.replace("Works", "Other")


@pytest.mark.parametrize(
    ("edit", "gone", "added"),
    [
        (
            CommentPrompt("K10a", "It began."),
            '    comment: "The night rota begins in autumn."\n',
            "    comment: It began.\n",
        ),
        (
            AnswerPrompt("FI4", LessonVerdict.NOT_MET, "2026-05-10"),
            "    verdict: met\n",
            "    verdict: not-met\n",
        ),
        (
            RemovePromptWaiver("FI2"),
            "  FI2: {waived: The retainer comes within two hours, until: 2027-03-31}\n",
            "",
        ),
    ],
)
def test_a_changed_entry_changes_its_line_alone(edit: Edit, gone: str, added: str) -> None:
    written = dumps(edit.apply(PLAN), OPENED).decode()
    assert gone in TEXT
    assert written == TEXT.replace(gone, added)


@given(st.lists(EDITS, max_size=5))
def test_any_entries_are_read_as_they_were_written(edits: list[Edit]) -> None:
    after = PLAN
    for edit in edits:
        after = edit.apply(after)
    assert loads(dumps(after, OPENED), catalogue_of).plan.lessons == after.lessons
    assert loads(dumps(after), catalogue_of).plan == after


def test_an_entry_without_a_value_is_not_stored() -> None:
    text = TEXT.replace("  FI4:\n", "  FI5: {comment: '  '}\n  FI4:\n")
    assert "FI5" not in loads(text.encode(), catalogue_of).plan.lessons
