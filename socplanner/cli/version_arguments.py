"""The options of the commands for versions of a plan: `diff`, `merge` and `git-setup`."""

from socplanner.cli.option import Option
from socplanner.wording.language import N_

DIFF_FORMATS = ("text", "json", "html")
DIFF_PHASE = Option("--phase", N_("Only what differs in this phase."), "ID")
DIFF_FORMAT = Option(
    "--format",
    N_("Output for people or for programs; text if omitted."),
    "|".join(DIFF_FORMATS),
    DIFF_FORMATS,
)
DIFF_OPTIONS = (DIFF_PHASE, DIFF_FORMAT)
OUTPUT = Option("-o", N_("The file to write; without it, nothing is written."), "OUT")
MERGE_OPTIONS = (OUTPUT,)
GLOBAL = Option("--global", N_("For all repositories of this user instead of this one."))
REMOVE = Option("--remove", N_("Remove what this command has written."))
GIT_SETUP_OPTIONS = (GLOBAL, REMOVE)
