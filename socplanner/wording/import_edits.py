"""The names of edits that import a file into the plan; loaded only when there is one."""

from socplanner.domain.assessment_edits import ImportAssessment
from socplanner.domain.external.import_edit import ImportExternalMatrix
from socplanner.domain.history import Edit
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.replace_plan import ReplacePlan, ReplaceVersion
from socplanner.wording.language import Words


def import_label(edit: Edit, words: Words) -> str:
    """Return the name of `edit` for a menu; raise TypeError for an unknown kind."""
    match edit:
        case AcceptReimport():
            return words.tr("Import matrix")
        case ImportExternalMatrix(understood=understood):
            return words.tr("Import sheet {sheet}", sheet=understood.sheet)
        case ImportAssessment(day=day):
            return words.tr("Import the self-check of {day}", day=day)
        case _:
            return _version_label(edit, words)


def _version_label(edit: Edit, words: Words) -> str:
    match edit:
        case ReplacePlan() | ReplaceVersion(source="reload"):
            return words.tr("Reload the file")
        case ReplaceVersion(source="merge"):
            return words.tr("Merge with the file")
        case ReplaceVersion(source="adopt", number=number):
            return words.count(
                "Adopt {n} difference of another version",
                "Adopt {n} differences of another version",
                number,
            )
        case ReplaceVersion(source="choose", number=number):
            return words.count(
                "Choose a side of {n} conflict", "Choose a side of {n} conflicts", number
            )
        case ReplaceVersion(name=name):
            return words.tr("Restore the version of {time}", time=name)
        case _:
            raise TypeError(type(edit))
