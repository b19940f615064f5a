"""The findings of the selected roles: which are shown, and what each states."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.run import check_plan
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.inspector.findings_box import FindingNote, FindingsBox
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.wording.findings import remedy, statement
from socplanner.wording.terms import role_code, severity_name

WORDS = words_for("ja")
MOST = 8


@pytest.fixture
def findings(plan: Plan) -> tuple[Finding, ...]:
    """Return the findings about roles of a plan in which nothing is decided."""
    nothing = replace(plan, phases=tuple(replace(each, changes={}) for each in plan.phases))
    return tuple(each for each in check_plan(nothing) if each.role is not None)


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    """Return the panel around the box."""
    panel = QWidget()
    qtbot.addWidget(panel)
    return panel


def shown_notes(box: FindingsBox) -> list[FindingNote]:
    """Return the notes that are shown."""
    return [each for each in box.findChildren(FindingNote) if not each.isHidden()]


@pytest.mark.parametrize("has_code", [False, True])
def test_a_note_states_severity_rule_text_and_remedy(
    panel: QWidget, plan: Plan, findings: tuple[Finding, ...], has_code: bool
) -> None:
    note, finding = FindingNote(panel), findings[0]
    note.show_finding(finding, plan, WORDS, has_code=has_code)
    heading = note.findChildren(TextIcon)[0].text()
    assert heading.startswith(f"{severity_name(finding.severity, WORDS)} {finding.rule}")
    assert finding.role is not None
    assert heading.endswith(role_code(plan, finding.role)) is has_code
    text = note.findChildren(QLabel)[-1]
    assert text.text() == f"{statement(finding, plan, WORDS)}\n→ {remedy(finding, plan, WORDS)}"
    assert text.accessibleName() == f"{heading}\n{text.text()}"


def test_severities_differ_without_colour(
    panel: QWidget, plan: Plan, findings: tuple[Finding, ...]
) -> None:
    drawings = []
    for severity in Severity:
        note = FindingNote(panel)
        note.show_finding(findings[0]._replace(severity=severity), plan, WORDS, has_code=False)
        heading = note.findChildren(TextIcon)[0]
        heading.resize(heading.sizeHint())
        heading.show_colour(panel.palette().text().color())
        heading.setText("")
        drawings.append(heading.grab().toImage())
    assert all(one != other for one, other in combinations(drawings, 2))


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1])
def test_the_first_findings_are_shown_and_the_others_counted(
    panel: QWidget, plan: Plan, findings: tuple[Finding, ...], count: int
) -> None:
    box = FindingsBox(panel)
    box.show_findings(findings[: MOST + 1], plan, WORDS, is_one_role=False)
    box.show_findings(findings[:count], plan, WORDS, is_one_role=False)
    assert box.isHidden() is (count == 0)
    assert len(shown_notes(box)) == min(count, MOST)
    counts = [each.text() for each in box.findChildren(QLabel) if not each.isHidden()]
    assert (WORDS.count("and {n} more", "and {n} more", 1) in counts) is (count > MOST)
