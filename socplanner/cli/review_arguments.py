"""The options of `socplanner review`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

REVIEW_PHASE = Option("--phase", N_("Phase to look at; the first if omitted."), "ID")
CHAPTER = Option(
    "--chapter",
    N_("Chapter to show: the ten keys (all) or failures of a time; every chapter if omitted."),
    "all|build|operate|incident",
    ("all", "build", "operate", "incident"),
)
REVIEW_OPTIONS = (REVIEW_PHASE, CHAPTER)
