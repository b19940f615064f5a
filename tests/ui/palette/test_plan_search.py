"""The entries follow the plan, and are made again only where it changed."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.palette.plan_search import PlanSearch
from socplanner.wording.search.search_part import ResultGroup
from tests.support.contexts import context_of
from tests.support.palette_parts import best_entries
from tests.support.plans import big_plan

C1 = RoleId("v2:C-1")
OF_PLAN = (ResultGroup.ROLES, ResultGroup.PARTIES, ResultGroup.FINDINGS, ResultGroup.NOTES)


@pytest.fixture
def search(context: PlanContext) -> PlanSearch:
    """Return a search that is up to date."""
    made = PlanSearch(context)
    made.prepare(())
    made.complete()
    return made


def updated(search: PlanSearch) -> list[ResultGroup]:
    """Bring `search` up to date, and return the groups that were made again."""
    before = [search.part(group) for group in OF_PLAN]
    search.prepare(())
    search.complete()
    after = [search.part(group) for group in OF_PLAN]
    return [a.group for a, b in zip(after, before, strict=True) if a is not b]


def test_nothing_is_made_again_without_a_change(search: PlanSearch) -> None:
    assert updated(search) == []


def test_a_note_is_found_in_its_phase_only(
    search: PlanSearch, document: Document, viewpoint: Viewpoint, plan: Plan
) -> None:
    target = plan.phases[1].id
    document.perform(SetNote(target, frozenset({C1}), "Keep the evidence <b>90 days</b>"))
    assert ResultGroup.NOTES in updated(search)
    assert list(best_entries(search, "90 days")) == []
    viewpoint.look_at_phase(target)
    assert ResultGroup.NOTES in updated(search)
    (entry,) = best_entries(search, "90 days")
    assert (entry.group, entry.target, entry.detail) == (
        ResultGroup.NOTES,
        C1,
        "C-1 Network forensics",
    )


def test_new_findings_are_found(search: PlanSearch, document: Document, plan: Plan) -> None:
    edit = ChangeSourcing(plan.phases[0].id, frozenset({C1}), Sourcing.UNDECIDED)
    document.perform(edit)
    assert updated(search) == [ResultGroup.FINDINGS, ResultGroup.NOTES]
    groups = [entry.group for entry in best_entries(search, "not decided yet")]
    assert groups == [ResultGroup.FINDINGS]


def test_another_language_makes_all_again(search: PlanSearch, context: PlanContext) -> None:
    context.translator.set_language("ja")
    assert updated(search) == list(OF_PLAN)
    assert next(best_entries(search, "c1")).title == "ネットワークフォレンジック"


def test_thousands_of_findings_do_not_keep_a_key_waiting(
    qtbot: QtBot, translator: Translator
) -> None:
    document = Document(History.of(big_plan(1500, 40)))
    search = PlanSearch(context_of(document, translator))
    search.prepare(())
    assert search.part(ResultGroup.FINDINGS).entries == ()
    qtbot.waitUntil(lambda: bool(search.part(ResultGroup.FINDINGS).entries), timeout=20_000)
    assert len(search.part(ResultGroup.FINDINGS).entries) > 1000
    assert next(best_entries(search, "c1")).target == C1


def test_what_was_not_finished_is_begun_again(qtbot: QtBot, translator: Translator) -> None:
    document = Document(History.of(big_plan(1500, 40)))
    search = PlanSearch(context_of(document, translator))
    search.prepare(())
    search.stop()
    search.complete()
    assert search.part(ResultGroup.FINDINGS).entries == ()
    search.prepare(())
    search.complete()
    assert len(search.part(ResultGroup.FINDINGS).entries) > 1000


def test_parties_are_found_by_their_initials(search: PlanSearch) -> None:
    entry = next(best_entries(search, "mss"))
    assert (entry.group, entry.target) == (ResultGroup.PARTIES, PartyId("mss"))


def test_an_empty_search_has_empty_parts(qapp: QObject, context: PlanContext) -> None:
    assert PlanSearch(context).part(ResultGroup.ROLES).entries == ()
