"""Texts of a cell, a line and a party: tooltips, and names for a screen reader."""

from collections import Counter
from collections.abc import Iterable

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.finding import Finding
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Duty, Party, Plan
from socplanner.ui.matrix.matrix_lines import Line
from socplanner.wording.findings import statement
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    area_short,
    function_name,
    letter_label,
    letters_in_words,
    party_kind_name,
    party_label,
    party_name,
    role_label,
    severity_name,
    sourcing_name,
)


def cell_in_words(plan: Plan, role: Role, party: Party, cell: Cell, words: Words) -> str:
    """Return role, party and the meaning of the letters."""
    return words.tr(
        "{role} – {party}: {letters}",
        role=role_label(role, words),
        party=party_name(party, words),
        letters=letters_in_words(plan.letter_set, cell, words),
    )


def cell_in_short(plan: Plan, role: Role, party: Party, cell: Cell, words: Words) -> str:
    """Return the same with the code of the role alone: its name stands beside the cell."""
    return words.tr(
        "{role} – {party}: {letters}",
        role=role.code,
        party=party_name(party, words),
        letters=letters_in_words(plan.letter_set, cell, words),
    )


def line_label(plan: Plan, line: Line, words: Words) -> str:
    """Return the text of a line's header."""
    if line.role is not None:
        return role_label(line.role, words)
    return f"{line.function}. {function_name(line.function, plan.catalogue, words)}"


def line_in_words(
    plan: Plan, line: Line, duty: Duty, findings: Iterable[Finding], words: Words
) -> str:
    """Return a line's label, and of a role its sourcing, area and findings."""
    label = line_label(plan, line, words)
    if line.role is None:
        return label
    state = f"{sourcing_name(duty.sourcing, words)} · {area_short(duty.area, words)}"
    return "\n".join((label, state, *findings_in_words(findings, plan, words)))


def findings_in_words(findings: Iterable[Finding], plan: Plan, words: Words) -> list[str]:
    """Return a sentence for each finding, with its severity."""
    return [
        f"{severity_name(each.severity, words)} {each.rule}: {statement(each, plan, words)}"
        for each in findings
    ]


def folded_in_words(label: str, roles: int, findings: int, words: Words) -> str:
    """Return the label of a function with how many roles and findings are folded away."""
    count = words.count("{n} role", "{n} roles", roles)
    text = words.tr("{function}, folded: {roles}", function=label, roles=count)
    if not findings:
        return text
    return f"{text} · {words.count('{n} finding', '{n} findings', findings)}"


def party_in_words(
    plan: Plan, party: Party, load: Counter[str], left: Counter[str] | None, words: Words
) -> str:
    """Return a party with its kind, its parent and how often it has each letter.

    Where a filter hides roles, the counts in the shown ones (`left`) come first.
    """
    kind = party_kind_name(party.kind, words)
    parts = [words.tr("{party} ({kind})", party=party_name(party, words), kind=kind)]
    if party.parent is not None:
        above = party_label(plan, party.parent, words)
        parts.append(words.tr("Belongs to {party}", party=above))
    for letter in plan.letter_set.letters:
        count = count_of(load, left, letter.symbol, words)
        parts.append(f"{letter_label(letter, words)}: {count}")
    return "\n".join(parts)


def count_of(load: Counter[str], left: Counter[str] | None, symbol: str, words: Words) -> str:
    """Return how often a letter is assigned, as `5 of 17` where a filter hides roles."""
    if left is None:
        return str(load[symbol])
    return words.tr("{n} of {total}", n=left[symbol], total=load[symbol])
