"""Scores inside phases, as format 2 had them, become assessments and aims, and nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.assessment import SCORES, SIDES, RoleScores, SideScore
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Aim
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.maturity_upgrade import with_assessments
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of

OLD = Path(__file__).parents[2] / "golden" / "plans" / "format-2.socplan"
NEW = OLD.with_name("assessments.socplan")
NOW, NEXT, LATER = PhaseId("now"), PhaseId("next"), PhaseId("later")
A1, A2, B1 = RoleId("v2:A-1"), RoleId("v2:A-2"), RoleId("v2:B-1")


def test_the_golden_plan_has_assessments_and_aims() -> None:
    plan = loads(OLD.read_bytes(), catalogue_of).plan
    assert [(each.id, each.day) for each in plan.assessments] == [("now", ""), ("later", "")]
    first, later = plan.assessments
    assert first.scores[B1] == RoleScores(outsourced=SideScore("3"))
    assert later.scores[B1] == RoleScores(SideScore("2"), SideScore("unknown"))
    assert first.scores[A1] == later.scores[A1] == RoleScores(SideScore("4"))
    assert first.scores[A2] == RoleScores(SideScore("unknown"))
    assert [duty(plan, phase, A1).aim for phase in (NOW, NEXT, LATER)] == [
        *(Aim(), Aim(), Aim("5")),
    ]
    assert [duty(plan, phase, B1).aim.outsourced for phase in (NOW, NEXT, LATER)] == ["4", "5", "5"]
    assert duty(plan, LATER, A2).aim == Aim("3")


def test_its_text_keeps_comments_and_extensions() -> None:
    opened = loads(OLD.read_bytes(), catalogue_of)
    assert opened.text == NEW.read_text("utf-8")
    assert dumps(opened.plan, opened) == NEW.read_bytes()
    assert loads(NEW.read_bytes(), catalogue_of).plan == opened.plan


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_are_kept(newline: str) -> None:
    text = OLD.read_text("utf-8").replace("\n", newline)
    upgraded = with_assessments(text)
    assert upgraded == NEW.read_text("utf-8").replace("\n", newline)


def test_a_plan_without_scores_changes_its_format_only() -> None:
    text = "format: 2 # first\nphases:\n- id: now\n  duties: {}\nx-a: 1\n"
    assert with_assessments(text) == text.replace("format: 2", "format: 3")


@pytest.mark.parametrize(
    "text",
    [
        "{format: 2, id: x, phases: [{id: now, duties: {v2:A-1: {maturity: {inhouse: 3}}}}]}\n",
        "? format\n: 2\n? phases\n: - id: now\n    duties: {v2:A-1: {maturity: {inhouse: 3}}}\n",
    ],
)
def test_a_text_that_cannot_be_patched_is_rewritten(text: str) -> None:
    upgraded = with_assessments(f"# ours\n{text}")
    assert upgraded.startswith("# ours\n")
    assert "maturity" not in upgraded
    assert "assessments" in upgraded


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("maturity: {inhouse: 9}", "unknown-choice"),
        ("maturity: {inside: 3}", "unknown-key"),
        ("maturity: [3]", "expected-mapping"),
    ],
)
def test_a_bad_score_is_reported_in_its_line(text: str, code: str) -> None:
    lines = OLD.read_text("utf-8").splitlines()
    at = next(place for place, line in enumerate(lines) if "maturity: {inhouse: 4" in line)
    lines[at] = f"        {text}"
    with pytest.raises(FormatError) as refusal:
        loads("\n".join(lines).encode(), catalogue_of)
    assert (refusal.value.problem.code, refusal.value.line) == (code, at + 1)


def test_another_mistake_is_reported_in_its_line_of_the_old_file() -> None:
    text = OLD.read_text("utf-8").replace("coverage: 24x365", "cover: 24x365")
    with pytest.raises(FormatError) as refusal:
        loads(text.encode(), catalogue_of)
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "cover:" in line)
    assert (refusal.value.problem.code, refusal.value.line) == ("unknown-key", line)


@pytest.mark.parametrize(
    "text",
    [
        "format: 2\nphases: none\n",
        "format: 2\nphases: [a, 1]\n",
        "format: 2\nphases:\n- duties: [a]\n- id: x\n  duties:\n    v2:A-1: maturity\n",
        "format: 2\nphases:\n- duties:\n    v2:A-1:\n      maturity:\n",
    ],
)
def test_what_is_no_plan_is_left_to_the_reader(text: str) -> None:
    assert "3" in with_assessments(text)


def test_targets_alone_become_aims_and_a_comment_of_theirs_stays() -> None:
    text = (
        "format: 2\nphases:\n  - id: now\n    duties:\n      v2:A-1:\n        area: I\n"
        "        maturity: {inhouse-target: 4}  # by the board\n"
        "      v2:A-2: {maturity: {inhouse-target: 3}}\n"
        "      x-v2: {maturity: {inhouse: 9}}\n"
        "  - id: next\n    duties:\n      v2:A-1:\n        area: II\n        note: More.\n"
    )
    assert with_assessments(text) == (
        "format: 3\nphases:\n  - id: now\n    duties:\n      v2:A-1:\n        area: I\n"
        "      x-v2: {maturity: {inhouse: 9}}\n"
        "  - id: next\n    duties:\n      v2:A-1:\n        area: II\n        aim: {inhouse: '4'}\n"
        "        note: More.\n      v2:A-2:\n        aim: {inhouse: '3'}\n# by the board\n"
    )


KEYS = tuple(key for side in SIDES for key in (side, f"{side}-target"))
MATURITIES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(SCORES), max_size=4)
PHASES = st.lists(
    st.dictionaries(st.sampled_from([A1, A2, B1]), MATURITIES, max_size=3), min_size=1, max_size=3
)


@settings(max_examples=60, deadline=None)
@given(PHASES)
def test_every_score_and_every_last_target_is_kept(phases: list[dict[str, dict[str, str]]]) -> None:
    text = _text(phases)
    opened = loads(text.encode(), catalogue_of)
    plan = opened.plan
    assert dumps(plan, opened).decode() == opened.text
    by_id = {each.id: each for each in plan.assessments}
    current: dict[tuple[str, str], str] = {}
    shown = None
    for place, phase in enumerate(phases):
        for role, written in phase.items():
            current |= {(role, key): score for key, score in written.items()}
        shown = by_id.get(f"p{place}", shown)  # type: ignore[call-overload]
        for role in (A1, A2, B1):
            scores = RoleScores() if shown is None else shown.scores.get(role, RoleScores())
            for side in SIDES:
                assert scores.of(side).score == current.get((role, side))
    for role in (A1, A2, B1):
        aim = duty(plan, plan.phases[-1].id, role).aim
        for side in SIDES:
            target = current.get((role, f"{side}-target"))
            assert aim.of(side) == (None if target == "unknown" else target)


def _text(phases: list[dict[str, dict[str, str]]]) -> str:
    lines = ["format: 2", "id: x", "organisation: X", "catalogue: v2", "letter-set: raci"]
    lines += ["parties: []", "phases:"]
    for place, phase in enumerate(phases):
        lines += [f"  - id: p{place}", "    name: P"]
        lines += ["    duties:"] if phase else []
        for role, written in phase.items():
            values = ", ".join(f"{key}: {score}" for key, score in written.items())
            lines += [f"      {role}:", "        area: I", f"        maturity: {{{values}}}"]
    return "\n".join([*lines, ""])
