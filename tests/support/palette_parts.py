"""What the palette finds in the sample plan, as a window in either language has it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from socplanner.domain.history import History
from socplanner.domain.local_text import Language
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.palette.action_entries import command_entries, view_entries
from socplanner.ui.palette.plan_search import PlanSearch
from socplanner.ui.shell.views import ACTIONS
from socplanner.wording.search.search_part import ResultGroup, SearchEntry, part_of
from tests.support.contexts import context_of


def plan_search(plan: Plan, language: Language, parent: QObject) -> PlanSearch:
    """Return the search in `plan` of a window in `language`, with views and commands, complete."""
    document = Document(History.of(plan), parent)
    made = PlanSearch(context_of(document, Translator(words_for(language), parent)), parent)
    actions = Actions(ACTIONS, int, parent)
    actions.retranslate(words_for(language))
    words = made.both_words()
    made.prepare(
        (
            part_of(ResultGroup.VIEWS, view_entries(actions, words)),
            part_of(ResultGroup.COMMANDS, command_entries(actions, words)),
        )
    )
    made.complete()
    return made


def best_entries(made: PlanSearch, text: str, most: int = 6) -> Iterator[SearchEntry]:
    """Yield the results for `text` in the order in which they are shown."""
    for results in made.results(text, most):
        yield from results.entries


def short_name(entry: SearchEntry) -> str:
    """Return what a test calls `entry`: the code of a role, the id of anything else."""
    return entry.code if entry.group is ResultGroup.ROLES else str(entry.target)
