"""The search of the window reaches the map, the list and the duties."""

import pytest
from PySide6.QtWidgets import QApplication

from socplanner.domain.flow_inputs import Receiver
from socplanner.ui.sharing.sharing_search import following_match, matching_counterparts
from socplanner.ui.sharing.sharing_state import DUTIES, LIST, MAP, SharingState
from socplanner.ui.sharing.sharing_view import SharingView


def _reported(view: SharingView) -> list[tuple[int, int]]:
    """Return the list of numbers of matches that the view reports from now on."""
    result: list[tuple[int, int]] = []

    def keep(matches: int, total: int) -> None:
        result.append((matches, total))

    view.matches_changed.connect(keep)
    return result


@pytest.mark.parametrize(
    ("current", "step", "number"), [(-1, 1, 2), (2, 1, 5), (5, 1, 2), (5, -1, 2), (2, -1, 5)]
)
def test_the_following_match_goes_round(current: int, step: int, number: int) -> None:
    assert following_match([2, 5], current, step) == number
    assert following_match([], current, step) == -1


def test_counterparts_match_by_name_and_kind(state: SharingState) -> None:
    groups = state.sharing.groups
    named = [groups[each].counterpart for each in matching_counterparts(state, "jpcert")]
    assert named == [Receiver("counterpart", "jpcert")]
    authorities = [groups[each] for each in matching_counterparts(state, "authority")]
    assert len(authorities) > 2


def test_a_search_goes_through_the_map(view: SharingView) -> None:
    reported = _reported(view)
    assert view.set_filter("JPCERT") == 1
    assert reported[-1] == (1, len(view.state.sharing.groups))
    view.find_next(1)
    assert view.state.counterpart == "counterpart:jpcert"
    view.set_filter("")
    assert reported[-1][0] == -1


def test_a_search_filters_list_and_duties(view: SharingView) -> None:
    reported = _reported(view)
    view.state.choose_page(LIST)
    every = view.shares.rowCount()
    view.set_filter("technical facts")
    assert 0 < view.shares.rowCount() < every
    assert reported[-1] == (view.shares.rowCount(), every)
    assert {view.shares.counterpart_of(row) for row in range(view.shares.rowCount())} == {
        "counterpart:jpcert"
    }
    view.state.choose_page(DUTIES)
    assert view.duties.model.rowCount() == 0
    view.set_filter("72 h")
    QApplication.processEvents()
    assert [each.duty.id for each in view.duties.model.duties] == ["eu-dpa"]
    assert "EU" in view.duties.title.text()
    view.set_filter("")
    assert view.duties.model.rowCount() == len(view.state.duties)
    view.state.choose_page(MAP)
    assert reported[-1] == (-1, len(view.state.sharing.groups))
