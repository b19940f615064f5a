"""A planner adds a role of the organisation, uses it in every view, and removes it again."""

from socplanner.domain.catalogue import Area
from socplanner.domain.custom_role_edits import (
    AddCustomRole,
    ChangeCustomRole,
    HideCustomRole,
    MoveCustomRole,
    RemoveCustomRole,
)
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from tests.journeys.test_first_light import Journey, journey

__all__ = ["journey"]
OT, NIGHT = RoleId("own:OT-1"), RoleId("own:NIGHT")


def selected(journey: Journey) -> list[RoleId]:
    """Return the selected roles."""
    return list(journey.window.viewpoint.roles)


def test_every_view_follows_a_custom_role(journey: Journey) -> None:
    document, window = journey.program.document, journey.window
    matrix = journey.matrix
    journey.do("board")
    board = journey.board
    document.perform(AddCustomRole("OT-1", "B", LocalText.same("Plant"), Area.II))
    document.perform(AddCustomRole("NIGHT", "B", LocalText.same("Nights"), Area.II))
    assert board.model.role(board.model.row_of(OT)).name.en == "Plant"
    assert board.list.placement.lane(board.model.row_of(OT)) == "II"
    assert matrix.model.row_of(NIGHT) == matrix.model.row_of(OT) + 1
    document.perform(MoveCustomRole(NIGHT, 0))
    assert matrix.model.row_of(OT) == matrix.model.row_of(NIGHT) + 1
    window.viewpoint.select([OT])
    document.perform(ChangeCustomRole(OT, "C", LocalText.same("Plants")))
    assert selected(journey) == [OT]
    assert board.model.role(board.model.row_of(OT)).name.en == "Plants"
    assert window.inspector.editor is not None
    assert window.inspector.editor.heading.name.text() == "Plants"
    document.perform(HideCustomRole(OT))
    assert selected(journey) == []
    assert board.model.row_of(OT) < 0
    assert matrix.model.row_of(OT) < 0
    document.undo()
    assert board.model.row_of(OT) >= 0
    window.viewpoint.select([OT])
    document.perform(RemoveCustomRole(OT))
    assert selected(journey) == []
    assert board.model.row_of(OT) < 0
    assert matrix.model.row_of(OT) < 0
    for _ in range(5):
        document.undo()
    assert len(list(document.plan.roles())) == 54
    assert board.model.rowCount() == 54
