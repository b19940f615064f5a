"""The sentences of the rules of tenders, as `findings` has those of the others."""

from collections.abc import Mapping

from socplanner.wording.language import N_

TENDER_SENTENCES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("V01", "level"): (
        N_("{parties} is responsible ({r}), but the tender states no service level."),
        N_("State in the service terms how fast it acknowledges, reports or restores."),
    ),
    ("V01", "volume"): (
        N_("{parties} is responsible ({r}), but the tender states no volume."),
        N_("State the volume in the service terms, or work of its post in the staffing."),
    ),
    ("V02", "nobody-inside"): (
        N_("{parties} is responsible ({r}), but no party is retained inside."),
        N_("Make an internal party accountable ({a}) or consulted ({c})."),
    ),
    ("V02", "no-people"): (
        N_("The parties retained inside have no people: {parties}."),
        N_("State their people, or give {a} or {c} to a party that has some."),
    ),
    ("V03", "criteria"): (
        N_("{parties} judges events, but does not have the criteria of {codes}."),
        N_("Annex the criteria in the service terms, or inform ({i}) the provider of them there."),
    ),
}
TENDER_RULES: Mapping[str, tuple[str, str]] = {
    "V01": (
        N_("What is bought is described"),
        N_("Without service levels and volumes bids cannot be compared, nor services be judged."),
    ),
    "V02": (
        N_("Someone is retained inside"),
        N_("Reports of a provider are of no use if no one inside receives and judges them."),
    ),
    "V03": (
        N_("Providers know the criteria"),
        N_("Who does not know what matters to the organisation reports too much, or too late."),
    ),
}
