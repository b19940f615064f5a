"""The matrix in letters other than RACI: keys, filter and look follow the set of the plan."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socplanner.domain.custom_role_edits import AddCustomRole
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letter_set_edits import SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import DACI, RACI
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import AddParty, RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Party
from socplanner.domain.role_filter import RoleFilter
from socplanner.services.document import Document
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.letters_popup import LettersPopup
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.letter_sets import CUSTOM_SET, letter_of, set_of

B1, IT = RoleId("v2:B-1"), PartyId("it")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def use(document: Document, letters: LetterSet) -> None:
    """Switch the plan of `document` to `letters`."""
    document.perform(SwitchLetterSet(letters, proposed_mapping(document.plan.letter_set, letters)))


def typed(view: MatrixView, document: Document, viewpoint: Viewpoint, key: str) -> str:
    """Type `key` into a cell; return what it holds then."""
    view.table.go(view.model.row_of(B1), view.model.column_of(IT))
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    QTest.keyClicks(view.table, key)
    return duty(document.plan, viewpoint.phase, B1).letters.get(IT, "")


@pytest.mark.parametrize(
    ("key", "cell"), [("a", "AP"), ("s", "SV"), ("I", "I"), ("o", "O"), ("r", ""), ("?", "?")]
)
def test_a_key_means_the_only_letter_that_begins_with_it(
    view: MatrixView, document: Document, viewpoint: Viewpoint, key: str, cell: str
) -> None:
    use(document, CUSTOM_SET)
    assert typed(view, document, viewpoint, key) == cell


def test_a_key_that_begins_two_letters_means_neither(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    letters = set_of(
        letter_of("Ra", "performs"), letter_of("Rb"), letter_of("A", "accountable"), letter_of("AB")
    )
    use(document, letters)
    assert typed(view, document, viewpoint, "r") == ""
    assert typed(view, document, viewpoint, "a") == "A"


def test_a_key_ticks_a_letter_of_two_characters_in_the_popup(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    use(document, CUSTOM_SET)
    assert typed(view, document, viewpoint, "i") == "I"
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    popup = view.findChild(LettersPopup)
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_A)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert duty(document.plan, viewpoint.phase, B1).letters[IT] == "AP/I"


def test_a_filter_for_a_removed_letter_is_reset(view: MatrixView, document: Document) -> None:
    everything = view.arrangement.count
    view.arrangement.filtering.filter(RoleFilter(letter="R"))
    use(document, DACI)
    assert view.arrangement.filtering.role_filter.letter == ""
    assert view.arrangement.count == everything
    view.arrangement.filtering.filter(RoleFilter(letter="D"))
    document.undo()
    assert view.arrangement.filtering.role_filter.letter == ""


def test_cells_and_counts_follow_and_come_back(view: MatrixView, document: Document) -> None:
    def counts() -> list[str]:
        load = view.load.model()
        return [load.headerData(row, Qt.Orientation.Vertical) for row in range(load.rowCount())]

    assert [each[0] for each in counts()] == ["R", "A", "C", "I"]
    use(document, DACI)
    assert [each[0] for each in counts()] == ["D", "A", "C", "I"]
    document.undo()
    assert document.plan.letter_set is RACI
    assert [each[0] for each in counts()] == ["R", "A", "C", "I"]


def test_letters_and_parties_may_change_in_one_step(view: MatrixView, document: Document) -> None:
    """As in the history: the counts under the matrix get other rows and columns at once."""
    use(document, CUSTOM_SET)
    assert len(CUSTOM_SET.letters) > len(RACI.letters)
    document.perform(AddParty(Party(PartyId("new"), "internal", LocalText.same("New"))))
    document.perform(RemoveParty(IT))
    last = document.history.index
    for step in (0, last, 0):
        document.go_to(step)
        model = view.load.model()
        assert model.rowCount() == len(document.plan.letter_set.letters)
        assert model.columnCount() == len(document.plan.parties)


def test_roles_and_parties_may_change_in_one_step(view: MatrixView, document: Document) -> None:
    """As when an earlier version is restored: the lines are arranged before the counts follow."""
    document.perform(AddCustomRole("OT-1", "A", LocalText.same("Plant")))
    document.perform(AddParty(Party(PartyId("new"), "internal", LocalText.same("New"))))
    view.set_filter("A-")
    last = document.history.index
    for step in (0, last, 0):
        document.go_to(step)
        assert view.load.model().columnCount() == len(document.plan.parties)
