"""Each mistake in an assessment or an aim is reported in its line; empty entries are not read."""

from pathlib import Path

import pytest

from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

PLAN = Path(__file__).parents[2] / "golden" / "plans" / "assessments.socplan"
SCORES = "    scores:\n      v2:A-1"
FIRST = "  - id: now\n    scores:\n      v2:A-1: {inhouse: '4'}\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("v2:A-1: {inhouse: '4'}", "v2:A-9: {inhouse: '4'}", "v2:A-9", "unknown-role-in-file"),
        ("v2:A-1: {inhouse: '4'}", "v2:A-1: {inhouse: '6'}", "'6'", "unknown-choice"),
        ("v2:A-1: {inhouse: '4'}", "v2:A-1: {inside: '4'}", "inside", "unknown-key"),
        (
            "    scores:\n      v2:A-1",
            "    date: soon\n    scores:\n      v2:A-1",
            "soon",
            "bad-day",
        ),
        (
            "    scores:\n      v2:A-1",
            "    by: ' '\n    scores:\n      v2:A-1",
            "by:",
            "empty-name",
        ),
        ("- id: later\n    scores", "- id: now\n    scores", "", "doubled-assessment"),
        ("- id: later\n    scores", "- id: A b\n    scores", "A b", "bad-id"),
        ("aim: {inhouse: '5'}", "aim: {inhouse: '5', until: soon}", "soon", "bad-day"),
        ("aim: {inhouse: '5'}", "aim: {inhouse: high}", "high", "unknown-choice"),
    ],
)
def test_a_mistake_is_reported_in_its_line(old: str, new: str, line: str, code: str) -> None:
    text = PLAN.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    with pytest.raises(FormatError) as refusal:
        loads(text.encode(), catalogue_of)
    assert refusal.value.problem.code == code
    number = refusal.value.line
    assert number is not None
    assert line in text.splitlines()[number - 1]


@pytest.mark.parametrize(
    "new",
    [
        FIRST.replace("{inhouse: '4'}", "{}"),
        FIRST.replace("{inhouse: '4'}", "{inhouse: }"),
        FIRST.replace(" {inhouse: '4'}", ""),
        FIRST.replace("    scores:", "    date:\n    by:\n    scores:"),
    ],
)
def test_empty_entries_are_kept_and_not_read(new: str) -> None:
    text = PLAN.read_text("utf-8").replace(FIRST, new, 1)
    opened = loads(text.encode(), catalogue_of)
    assert dumps(opened.plan, opened).decode() == text
