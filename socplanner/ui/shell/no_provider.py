"""The notice that a command needs a provider, which the plan does not have."""

from socplanner.domain.plan import Plan
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.wording.language import Words


def no_provider_notice(plan: Plan, words: Words) -> Notice | None:
    """Return the notice; None where the plan has a provider."""
    if any(party.is_provider for party in plan.parties):
        return None
    text = words.tr("The plan has no provider: add one under Parties first.")
    return Notice(NoticeKind.PROBLEM, text)
