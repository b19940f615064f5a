"""What of a plan can be found: its roles, parties, findings and notes, in both languages."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.wording.findings import rule_name, statement, subject
from socplanner.wording.language import Words
from socplanner.wording.search.search_part import ResultGroup, SearchEntry
from socplanner.wording.terms import (
    function_name,
    party_initials,
    party_kind_name,
    party_name,
    role_code,
    role_label,
    role_name,
    severity_name,
)


class BothWords(NamedTuple):
    """The messages in the language of the window, and in the other one."""

    window: Words
    other: Words

    def both(self, text: Callable[[Words], str]) -> tuple[str, str]:
        """Return `text` in the language of the window, and in the other one."""
        return text(self.window), text(self.other)


def role_entries(plan: Plan, words: BothWords) -> Iterator[SearchEntry]:
    """Yield every role of `plan`; it is found by its function too."""
    functions: dict[str, tuple[str, ...]] = {}
    for role in plan.roles():
        more = functions.get(role.function)
        if more is None:
            own = function_name(role.function, plan.catalogue, words.window)
            other = function_name(role.function, plan.catalogue, words.other)
            more = functions[role.function] = (own, other)
        yield SearchEntry(
            ResultGroup.ROLES,
            role.id,
            role_name(role, words.window),
            role_name(role, words.other),
            role.code,
            more,
        )


def party_entries(plan: Plan, words: BothWords) -> Iterator[SearchEntry]:
    """Yield every party of `plan`, with its initials as its code."""
    for party in plan.parties:
        other_initials = party_initials(party, words.other)
        yield SearchEntry(
            ResultGroup.PARTIES,
            party.id,
            party_name(party, words.window),
            party_name(party, words.other),
            party_initials(party, words.window),
            (other_initials, *words.both(lambda each: party_kind_name(party.kind, each))),  # noqa: B023
            detail=party_kind_name(party.kind, words.window),
        )


class FindingEntries:
    """Makes entries of findings; sentences that were made once are kept.

    A sentence does not depend on the role of its finding, so thousands of findings share some.
    """

    def __init__(self, plan: Plan, words: BothWords) -> None:
        """Write sentences of `plan`."""
        self._plan = plan
        self._words = words
        self._sentences: dict[tuple[object, ...], tuple[str, str]] = {}
        self._rules: dict[tuple[object, ...], str] = {}

    def fits(self, plan: Plan, words: BothWords) -> bool:
        """Return whether the sentences kept are those of `plan` too."""
        return (
            plan.parties is self._plan.parties
            and plan.letter_set is self._plan.letter_set
            and plan.thresholds is self._plan.thresholds
            and words == self._words
        )

    def entries(self, plan: Plan, findings: Iterable[Finding]) -> Iterator[SearchEntry]:
        """Yield the entries of `findings`, which are those of `plan`."""
        for finding in findings:
            own, other = self._sentence(finding)
            if finding.role is None:
                place = code = subject(finding, plan, self._words.window)
            else:
                code = role_code(plan, finding.role)
                role = plan.role(finding.role)
                place = code if role is None else role_label(role, self._words.window)
            more = (code, self._rule(finding))
            yield SearchEntry(
                ResultGroup.FINDINGS, finding, own, other, finding.rule, more, detail=place
            )

    def _sentence(self, finding: Finding) -> tuple[str, str]:
        key = (finding.rule, finding.variant, finding.parties, finding.values)
        if key not in self._sentences:
            self._sentences[key] = (
                statement(finding, self._plan, self._words.window),
                statement(finding, self._plan, self._words.other),
            )
        return self._sentences[key]

    def _rule(self, finding: Finding) -> str:
        """Return rule and severity of `finding` in both languages."""
        key = (finding.rule, finding.severity)
        if key not in self._rules:
            names = (
                f"{rule_name(finding.rule, words)} {severity_name(finding.severity, words)}"
                for words in self._words
            )
            self._rules[key] = " ".join(names)
        return self._rules[key]


def note_entries(plan: Plan, phase: PhaseId, words: BothWords) -> Iterator[SearchEntry]:
    """Yield the notes of `phase`, in the order of the roles."""
    by_role = duties(plan, phase)
    for role in plan.roles():
        note = by_role[role.id].note if role.id in by_role else ""
        if note:
            yield SearchEntry(
                ResultGroup.NOTES,
                role.id,
                " ".join(note.split()),
                more=(role.code,),
                detail=role_label(role, words.window),
            )
