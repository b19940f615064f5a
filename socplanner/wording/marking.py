"""The meanings of TLP labels, as text; the labels themselves are the same in every language."""

from collections.abc import Mapping

from socplanner.domain.marking import Marking, Tlp
from socplanner.wording.language import N_, Words

_MEANINGS: Mapping[Tlp, str] = {
    Tlp.RED: N_("Only for the recipients themselves."),
    Tlp.AMBER_STRICT: N_("Only within the organisation, for those who need to know."),
    Tlp.AMBER: N_("Within the organisation and its clients, for those who need to know."),
    Tlp.GREEN: N_("Within the community, not in public."),
    Tlp.CLEAR: N_("May be passed on without limit."),
}


def tlp_label(tlp: Tlp) -> str:
    """Return the label as the protocol writes it: `TLP:AMBER+STRICT`."""
    return f"TLP:{tlp.value.upper()}"


def tlp_meaning(tlp: Tlp, words: Words) -> str:
    """Return who may read a document with the label."""
    return words.tr(_MEANINGS[tlp])


def marking_label(marking: Marking) -> str:
    """Return label and classification on one line; empty where there is neither."""
    label = "" if marking.tlp is None else tlp_label(marking.tlp)
    return "  ".join(part for part in (label, marking.classification) if part)
