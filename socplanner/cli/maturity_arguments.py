"""The options of `socplanner maturity`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

MATURITY_PHASE = Option("--phase", N_("Phase whose aims count; the last if omitted."), "ID")
ASSESSMENT = Option("--assessment", N_("Assessment by its id or day; the newest if omitted."), "ID")
SINCE = Option("--since", N_("An earlier assessment, to list what changed since."), "ID")
BY = Option(
    "--by",
    N_("What the roles are grouped by; function if omitted."),
    "function|area|sourcing|party|provider",
    ("function", "area", "sourcing", "party", "provider"),
)
WEIGHT = Option(
    "--weight",
    N_(
        "How much a function or a role matters among the gaps, from 0 to 9; as in the plan if "
        "omitted."
    ),
    "CODE=NUMBER",
    repeats=True,
)
MATURITY_OPTIONS = (MATURITY_PHASE, ASSESSMENT, SINCE, BY, WEIGHT)
