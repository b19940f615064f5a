"""What the edits of an import are called; loaded only once there is one, to start quickly."""

from socplanner.domain.foreign.taking import TakeForeign
from socplanner.domain.history import Edit
from socplanner.domain.returned.accept_edit import AcceptReturned
from socplanner.wording.language import Words


def import_label(edit: Edit, words: Words) -> str:
    """Return what `edit` is called in a menu; raise TypeError if it comes from no import."""
    match edit:
        case AcceptReturned():
            return words.tr("Import matrix")
        case TakeForeign(understood=understood):
            return words.tr("Take over sheet {sheet}", sheet=understood.sheet)
        case _:
            raise TypeError(type(edit))
