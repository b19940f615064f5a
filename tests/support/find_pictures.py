"""The pictures of the chapter on finding things."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.role_filter import RoleFilter
from tests.support.studio import Studio

_TEXTS = {"ja": "ネトワーク", "en": "netwrok"}


def palette(studio: Studio) -> None:
    """Take the palette over the board, with a typing error in its field."""
    studio.window.show()
    studio.window.show_view("board")
    studio.process_events()
    commands = studio.program.commands.palette
    commands.toggle()
    commands.palette.search.complete()
    commands.palette.panel.field.setText(_TEXTS[studio.language])
    studio.shoot(studio.window, "palette")
    commands.palette.cancel()


def changes(studio: Studio) -> None:
    """Take the matrix of the target with its changes, and the board with a filter."""
    window, viewpoint = studio.window, studio.window.viewpoint
    window.show()
    window.show_view("matrix")
    viewpoint.look_at_phase(studio.plan.phases[-1].id)
    window.actions_["show-changes"].trigger()
    viewpoint.select([RoleId("v2:D-3")])
    window.status.clearMessage()
    studio.shoot(window, "changes")
    window.actions_["show-changes"].trigger()
    window.show_view("board")
    viewpoint.select([])
    viewpoint.look_at_phase(studio.plan.phases[0].id)
    conditions = RoleFilter(frozenset("CD"), sourcings=frozenset({Sourcing.OUTSOURCE}))
    window.context.filtering.filter(conditions)
    studio.shoot(window, "filter")
    window.context.filtering.clear()


SHOTS = (palette, changes)
