"""Maturity in the inspector: scores of the newest assessment, aims of the phase in view."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.assessment import SIDES, Assessment, RoleScores, Side, SideScore
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetAimDay
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Aim
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.inspector.inspector_panel import InspectorPanel
from socplanner.ui.inspector.maturity_box import SCORE_CHOICES, MaturityBox
from socplanner.ui.kit.viewpoint import Viewpoint
from tests.support.contexts import context_of

B1, B2 = RoleId("v2:B-1"), RoleId("v2:B-2")
TODAY = "2026-11-30"


@pytest.fixture
def panel(
    qtbot: QtBot, document: Document, viewpoint: Viewpoint, translator: Translator
) -> InspectorPanel:
    """Return the panel with B-1 selected, on the 30th of November 2026."""
    checking = Checking(document, viewpoint, lambda: date(2026, 11, 30))
    panel = InspectorPanel(context_of(document, translator, viewpoint, checking))
    qtbot.addWidget(panel)
    panel.resize(300, 690)
    panel.show()
    viewpoint.select([B1])
    return panel


@pytest.fixture
def box(panel: InspectorPanel) -> MaturityBox:
    """Return the box in the panel."""
    assert panel.editor is not None
    return panel.editor.maturity


def newest(document: Document) -> Assessment:
    """Return the only assessment."""
    (assessment,) = document.plan.assessments
    return assessment


def choose(box: MaturityBox, side: Side, key: str) -> None:
    """Choose a score by its key."""
    combo = box.sides[side].score
    combo.setFocus()
    QTest.keyClicks(combo, key)


def test_the_first_score_begins_an_assessment_of_today_in_one_step(
    box: MaturityBox, document: Document
) -> None:
    assert box.sides["outsourced"].score.currentText() == "–  Not assessed"
    choose(box, "outsourced", "4")
    assert newest(document).day == TODAY
    assert newest(document).scores == {B1: RoleScores(outsourced=SideScore("4"))}
    document.undo()
    assert document.plan.assessments == ()


def test_the_words_of_a_score_stand_beside_the_choice_on_each_side(
    box: MaturityBox, document: Document, translator: Translator
) -> None:
    choose(box, "inhouse", "3")
    choose(box, "outsourced", "3")
    inside, outside = (box.sides[side].meaning.text() for side in SIDES)
    assert inside == "3: Not documented, but others can stand in for a time or in part"
    assert outside == "3: Either the service or its results are not understood"
    texts = [box.sides["inhouse"].score.itemText(at) for at in range(len(SCORE_CHOICES))]
    assert texts[1].startswith("5  Documented, and approved")
    translator.use(words_for("ja"))
    assert box.sides["inhouse"].meaning.text().startswith("3: 文書はないが")
    assert box.sides["outsourced"].score.itemText(3).startswith("3  サービスの内容か結果")


def test_score_and_aim_stand_together(box: MaturityBox, document: Document) -> None:
    choose(box, "outsourced", "3")
    combo = box.sides["outsourced"].aim
    combo.setFocus()
    QTest.keyClicks(combo, "5")
    assert box.sides["outsourced"].meaning.text().splitlines()[1].startswith("→ 5: Service and")
    assert duty(document.plan, PhaseId("now"), B1).aim == Aim(outsourced="5")


def test_evidence_is_typed_and_stored_when_the_field_is_left(
    box: MaturityBox, document: Document
) -> None:
    choose(box, "outsourced", "3")
    before = document.history.index
    line = box.sides["outsourced"].texts["evidence"]
    line.setFocus()
    QTest.keyClicks(line, "Report")
    assert not document.is_saved
    assert document.history.index == before
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert newest(document).scores[B1].outsourced == SideScore("3", "Report")
    assert document.history.index == before + 1


def test_text_typed_for_a_role_reaches_it_after_the_selection_changed(
    qtbot: QtBot, box: MaturityBox, document: Document, viewpoint: Viewpoint
) -> None:
    line = box.sides["outsourced"].texts["remark"]
    line.setFocus()
    QTest.keyClicks(line, "late")
    viewpoint.select([B2])
    qtbot.waitUntil(lambda: bool(document.plan.assessments))
    assert newest(document).scores == {B1: RoleScores(outsourced=SideScore(None, "", "late"))}
    assert line.text() == ""


def test_texts_are_shown_for_sides_that_are_used_or_scored(
    box: MaturityBox, document: Document
) -> None:
    now, one = PhaseId("now"), frozenset({B1})
    document.perform(ChangeSourcing(now, one, Sourcing.OUTSOURCE))
    inside, outside = (box.sides[side].texts["evidence"] for side in SIDES)
    assert (inside.isVisibleTo(box), outside.isVisibleTo(box)) == (False, True)
    document.perform(SetScore(one, ("inhouse",), "na", TODAY))
    assert inside.isVisibleTo(box)


def test_several_roles_are_scored_at_once(
    box: MaturityBox, document: Document, viewpoint: Viewpoint
) -> None:
    document.perform(SetScore(frozenset({B1}), ("outsourced",), "3", TODAY))
    viewpoint.select([B1, B2])
    combo = box.sides["outsourced"].score
    assert combo.currentIndex() == -1
    assert combo.placeholderText() == "mixed"
    before = document.history.index
    choose(box, "outsourced", "4")
    assert document.history.index == before + 1
    assert {scores.outsourced.score for scores in newest(document).scores.values()} == {"4"}


def test_a_day_is_stored_whole_and_a_wrong_one_is_reported(
    box: MaturityBox, panel: InspectorPanel, document: Document
) -> None:
    notices: list[str] = []
    panel.noticed.connect(notices.append)
    box.day.setFocus()
    QTest.keyClicks(box.day, "2027-03")
    QTest.keyClick(box.day, Qt.Key.Key_Return)
    assert notices == ["“2027-03” is not a date: write it in the form 2026-12-31."]
    assert box.day.text() == ""
    QTest.keyClicks(box.day, "2027-03-31")
    QTest.keyClick(box.day, Qt.Key.Key_Return)
    now = PhaseId("now")
    assert duty(document.plan, now, B1).aim.until == "2027-03-31"
    document.perform(SetAimDay(now, frozenset({B1}), ""))
    assert box.day.text() == ""


def test_an_older_assessment_is_followed_by_a_new_one(box: MaturityBox, document: Document) -> None:
    assert not box.start.isVisibleTo(box)
    document.perform(SetScore(frozenset({B1}), ("outsourced",), "3", "2025-04-18"))
    assert box.start.isVisibleTo(box)
    box.start.click()
    assert [each.day for each in document.plan.assessments] == ["2025-04-18", TODAY]
    assert not box.start.isVisibleTo(box)
    choose(box, "outsourced", "4")
    assert [each.scores[B1].outsourced.score for each in document.plan.assessments] == ["3", "4"]


def test_every_field_has_a_name(box: MaturityBox) -> None:
    names = {
        widget.accessibleName()
        for rows in box.sides.values()
        for widget in (rows.score, rows.aim, *rows.texts.values())
    }
    assert len(names) == 8
    assert "Maturity In-house, now" in names
    assert box.day.accessibleName()
