"""The options of `socplanner cost`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

COST_PHASE = Option("--phase", N_("Phase to look at; the first if omitted."), "ID")
PATTERNS = Option("--patterns", N_("Also compare the plan under the four sourcing patterns."))
COST_OPTIONS = (COST_PHASE, PATTERNS)
