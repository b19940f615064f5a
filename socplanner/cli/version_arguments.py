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
GIT_PATH = Option(
    "--git-path",
    N_(
        "For the merge driver of git: write over OURS, and name PATH, its place in the repository. "
        "Versions that cannot be combined are merged as texts, with marks."
    ),
    "PATH",
)
MERGE_OPTIONS = (OUTPUT, GIT_PATH)
OR_TEXT = Option(
    "--or-text", N_("Print the text of a file that is no readable plan, after the reason.")
)
FACTS_OPTIONS = (OR_TEXT,)
GLOBAL = Option("--global", N_("For all repositories of this user instead of this one."))
REMOVE = Option("--remove", N_("Remove what this command has written."))
GIT_SETUP_OPTIONS = (GLOBAL, REMOVE)
