"""The review of a phase: every prompt with its answer, and what the planner states about it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.ids import PhaseId
from socplanner.domain.lesson_inputs import NO_ENTRY, LessonEntry, LessonVerdict
from socplanner.domain.lessons.answers import answer_to
from socplanner.domain.lessons.evidence import PromptAnswer
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.lessons.prompts import Prompt, Prompts
from socplanner.domain.plan import Plan


class PromptReview(NamedTuple):
    """A prompt with the answer of the plan, and the entry of the planner.

    `is_waived` is whether its waiver is valid on the day of the review.
    """

    prompt: Prompt
    answer: PromptAnswer
    entry: LessonEntry
    is_waived: bool

    @property
    def verdict(self) -> LessonVerdict:
        """The verdict that counts: the planner's own one where the plan is unclear."""
        if self.answer.verdict is LessonVerdict.UNCLEAR and self.entry.verdict is not None:
            return self.entry.verdict
        return self.answer.verdict

    @property
    def is_own(self) -> bool:
        """Whether the verdict that counts is the planner's own one."""
        return self.answer.verdict is LessonVerdict.UNCLEAR and self.entry.verdict is not None

    @property
    def is_failing(self) -> bool:
        """Whether the prompt is not met and not waived."""
        return self.verdict is LessonVerdict.NOT_MET and not self.is_waived


def reviewed_prompts(
    plan: Plan,
    phase: PhaseId,
    prompts: Prompts,
    today: str,
    defaults: DefaultFlows = NO_DEFAULT_FLOWS,
) -> tuple[PromptReview, ...]:
    """Return the review of `phase` on the day `today`; raise KeyError for an unknown phase.

    `defaults` are walked where the plan has no flow of its own.
    """
    facts = LessonFacts(plan, phase, today, defaults)
    return tuple(_reviewed(facts, prompt) for prompt in prompts.prompts)


def verdict_counts(reviews: Iterable[PromptReview]) -> Counter[LessonVerdict]:
    """Return how many of `reviews` have each verdict; waived ones are not among them."""
    return Counter(review.verdict for review in reviews if not review.is_waived)


def _reviewed(facts: LessonFacts, prompt: Prompt) -> PromptReview:
    entry = facts.plan.lessons.get(prompt.id, NO_ENTRY)
    return PromptReview(prompt, answer_to(prompt.id, facts), entry, entry.is_waived_on(facts.today))
