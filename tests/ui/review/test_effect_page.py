"""Before anything is taken, the findings that the ticked changes make and resolve are listed."""

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.review.effect_page import EffectPage

D1, D3 = RoleId("v2:D-1"), RoleId("v2:D-3")
CSIRT = PartyId("csirt")


@pytest.fixture
def page(qtbot: QtBot, plan: Plan) -> EffectPage:
    """Return the page for a plan in which nobody answers for D-3."""
    plan = SetCells(NOW, ((D3, CSIRT, Cell("R")),)).apply(plan)
    page = EffectPage(plan, "2026-11-29", words_for("en"))
    qtbot.addWidget(page)
    return page


def listed(page: EffectPage) -> dict[str, list[str]]:
    """Return what stands below each heading."""
    result: dict[str, list[str]] = {}
    model = page.tree.model()
    for row in range(model.rowCount()):
        heading = model.index(row, 0)
        below = (model.index(place, 0, heading) for place in range(model.rowCount(heading)))
        result[str(heading.data())] = [str(index.data()) for index in below]
    return result


def test_made_and_resolved_findings_are_listed_once_for_all_phases(page: EffectPage) -> None:
    page.show_effect_of(SetCells(NOW, ((D3, CSIRT, Cell("A/R")), (D1, CSIRT, Cell("R")))))
    page.look()
    assert listed(page) == {
        "1 new finding": [
            "Error R01, Now / Target, D-1 Incident report acceptance: No party is accountable (A)."
        ],
        "1 finding resolved": [
            "Error R01, Now / Target, D-3 Incident analysis: No party is accountable (A)."
        ],
    }
    assert page.brief == "1 new finding (1 error)   ·   1 finding resolved"


def test_a_change_without_effect_is_shown_as_such(page: EffectPage) -> None:
    page.show_effect_of(SetCells(NOW, ((D1, PartyId("consult"), Cell("I")),)))
    page.look()
    assert listed(page) == {}
    assert page.brief == ""


def test_several_ticks_are_looked_at_together(qtbot: QtBot, page: EffectPage) -> None:
    with qtbot.waitSignal(page.shown):
        for cell in ("C", "", "R"):
            page.show_effect_of(SetCells(NOW, ((D1, CSIRT, Cell(cell)),)))
    assert list(listed(page)) == ["1 new finding"]


def test_an_edit_that_will_be_refused_has_no_effect(page: EffectPage) -> None:
    page.show_effect_of(SetCells(NOW, ((RoleId("v2:lost"), CSIRT, BLANK),)))
    page.look()
    assert listed(page) == {}
