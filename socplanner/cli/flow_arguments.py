"""The options of `socplanner flow`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

FLOW_FORMATS = ("text", "json", "mermaid", "bpmn", "svg")
FLOW_ID = Option(
    "--flow", N_("The flow to look at; incident response, or else the first, if omitted."), "ID"
)
FLOW_AT = Option(
    "--at",
    N_("Walk through it at a day and time: mon to sun, holiday or a date, and HH:MM."),
    "MOMENT",
)
ALL_HOURS = Option("--all-hours", N_("Show for all flows at how many hours they get through."))
FLOW_FORMAT = Option(
    "--format",
    N_("Output for people or for programs; text if omitted."),
    "|".join(FLOW_FORMATS),
    FLOW_FORMATS,
)
FLOW_OPTIONS = (FLOW_ID, FLOW_AT, ALL_HOURS, FLOW_FORMAT)
