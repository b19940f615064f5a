"""The options of the commands that show what follows from a plan."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

COVERAGE_PHASE = Option("--phase", N_("Phase to look at; the first if omitted."), "ID")
ROADMAP_PHASE = Option("--phase", N_("Phase whose moves are shown; all if omitted."), "ID")
DETECTED_AT = Option(
    "--at",
    N_("When the incident is detected: mon to sun, holiday or a date, and HH:MM."),
    "MOMENT",
)
AT = Option(
    "--at",
    N_("Day and time: mon to sun, holiday or a date, and HH:MM; “sun 03:00” if omitted."),
    "MOMENT",
)
