"""Edits of what the plan states about the prompts of a review."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.edit_checks import reject_first
from socplanner.domain.lesson_inputs import NO_ENTRY, LessonEntry, LessonVerdict, is_prompt_id
from socplanner.domain.lesson_validation import lesson_faults
from socplanner.domain.limits import MOST_LESSONS
from socplanner.domain.names import LONGEST_TEXT, clean_text, validated_line
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected


@dataclass(frozen=True, slots=True)
class AnswerPrompt:
    """Set the planner's own verdict about a prompt, with its day; without a verdict, remove it."""

    prompt: str
    verdict: LessonVerdict | None
    day: str = ""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the verdict; raise EditRejected for a bad id, verdict or day."""
        entry = plan.lessons.get(self.prompt, NO_ENTRY)
        return _with_entry(plan, self.prompt, entry._replace(verdict=self.verdict, day=self.day))


@dataclass(frozen=True, slots=True)
class CommentPrompt:
    """Set the planner's comment about a prompt; a blank one is removed."""

    prompt: str
    comment: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the comment; raise EditRejected for a bad id or a long comment."""
        comment = clean_text(self.comment)
        if len(comment) > LONGEST_TEXT:
            raise EditRejected("text-too-long", length=len(comment), longest=LONGEST_TEXT)
        entry = plan.lessons.get(self.prompt, NO_ENTRY)
        return _with_entry(
            plan, self.prompt, entry._replace(comment=comment if comment.strip() else "")
        )


@dataclass(frozen=True, slots=True)
class WaivePrompt:
    """Waive a prompt for a reason, until a day or without an end."""

    prompt: str
    reason: str
    until: str = ""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the waiver; raise EditRejected for an empty reason or a bad day."""
        entry = plan.lessons.get(self.prompt, NO_ENTRY)
        reason = validated_line(self.reason)
        return _with_entry(plan, self.prompt, entry._replace(waived=reason, until=self.until))


@dataclass(frozen=True, slots=True)
class RemovePromptWaiver:
    """Remove the waiver of a prompt, so that it counts again."""

    prompt: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the waiver; raise EditRejected if there is none."""
        entry = plan.lessons.get(self.prompt, NO_ENTRY)
        if not entry.waived:
            raise EditRejected("unknown-prompt-waiver", prompt=self.prompt)
        return _with_entry(plan, self.prompt, entry._replace(waived="", until=""))


def _with_entry(plan: Plan, prompt: str, entry: LessonEntry) -> Plan:
    if not is_prompt_id(prompt):
        raise EditRejected("unknown-prompt", prompt=prompt)
    reject_first(lesson_faults(entry))
    lessons = dict(plan.lessons)
    lessons.pop(prompt, None)
    if entry != NO_ENTRY:
        if len(lessons) >= MOST_LESSONS:
            raise EditRejected("too-many-lessons", most=MOST_LESSONS)
        lessons[prompt] = entry
    ordered = {each: lessons[each] for each in sorted(lessons)}
    return (
        plan if ordered == dict(plan.lessons) else replace(plan, lessons=MappingProxyType(ordered))
    )
