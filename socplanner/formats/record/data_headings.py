"""The headings of the sheet Data, by which re-import recognises that sheet."""

from socplanner.wording.language import N_, Words

_HEADINGS = (
    N_("Role id"),
    N_("Code"),
    N_("Role"),
    N_("Function"),
    N_("Area"),
    N_("Sourcing"),
    N_("Party id"),
    N_("Party"),
    N_("Kind"),
    N_("Letter"),
    N_("Phase"),
)
DATA_COLUMNS = len(_HEADINGS)


def data_headings(words: Words) -> list[str]:
    """Return the headings of the sheet in one language, from left to right."""
    return [words.tr(heading) for heading in _HEADINGS]
