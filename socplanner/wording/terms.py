"""The terms of the field: areas, sourcings, parties, letters and roles, as text."""

from collections.abc import Iterable, Mapping

from socplanner.domain.catalogue import Area, Catalogue, Mark, Pattern, Role, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell, Letter, LetterSet
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.wording.language import N_, Words

_SOURCINGS: Mapping[Sourcing, str] = {
    Sourcing.INSOURCE: N_("In-house"),
    Sourcing.OUTSOURCE: N_("Outsourced"),
    Sourcing.BOTH: N_("Both"),
    Sourcing.NOT_CARRIED_OUT: N_("Not performed"),
    Sourcing.UNDECIDED: N_("Undecided"),
}
_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Info"),
}
_PARTY_KINDS: Mapping[str, str] = {
    "internal": N_("Internal"),
    "provider": N_("Provider"),
    "authority": N_("Authority"),
}
_MARKS: Mapping[Mark, str] = {
    Mark.PUBLISHED: N_("Published"),
    Mark.RECALLED: N_("From memory of the edition: check it"),
    Mark.DEFAULT: N_("This tool's default: check it against the edition"),
}
_SCORES: Mapping[str, str] = {
    "na": N_("Not applicable"),
    "unknown": N_("Unknown"),
}


def area_name(area: Area, catalogue: Catalogue, words: Words) -> str:
    """Return the full name of `area` in the catalogue, or `Not placed`."""
    facts = catalogue.facts_of(area)
    return area_short(area, words) if facts is None else words.local(facts.name)


def area_short(area: Area, words: Words) -> str:
    """Return the short name of `area`: `Area II`, or `Not placed`."""
    if area is Area.UNPLACED:
        return words.tr("Not placed")
    return words.tr("Area {number}", number=area.value)


def sourcing_name(sourcing: Sourcing, words: Words) -> str:
    """Return the name of `sourcing`."""
    return words.tr(_SOURCINGS[sourcing])


def severity_name(severity: Severity, words: Words) -> str:
    """Return the name of `severity`."""
    return words.tr(_SEVERITIES[severity])


def party_kind_name(kind: str, words: Words) -> str:
    """Return the name of a kind of party."""
    return words.tr(_PARTY_KINDS[kind])


def party_name(party: Party, words: Words) -> str:
    """Return the name of `party`."""
    return words.local(party.name)


def party_initials(party: Party, words: Words) -> str:
    """Return the initials of `party` for its badge, or else one or two letters of its name."""
    initials = words.local(party.initials).strip()
    if initials:
        return initials
    parts = words.local(party.name).split()
    if not parts:
        return party.id[:2].upper()
    if len(parts) > 1:
        return (parts[0][0] + parts[1][0]).upper()
    return parts[0][:2].upper() if parts[0].isascii() else parts[0][0]


def party_label(plan: Plan, party_id: PartyId, words: Words) -> str:
    """Return the name of the party `party_id`, or its id if the plan has none such."""
    party = plan.party(party_id)
    return party_id if party is None else party_name(party, words)


def parties_in_words(plan: Plan, parties: Iterable[PartyId], words: Words) -> str:
    """Return the names of `parties`, as they are listed in a sentence."""
    return listed((party_label(plan, each, words) for each in parties), words)


def role_name(role: Role, words: Words) -> str:
    """Return the name of `role`."""
    return words.local(role.name)


def role_label(role: Role, words: Words) -> str:
    """Return code and name of `role`: `B-1 Basic real-time analysis`."""
    return f"{role.code} {role_name(role, words)}"


def role_code(plan: Plan, role_id: RoleId) -> str:
    """Return the code of the role `role_id`, or its id without the edition if it is unknown."""
    role = plan.role(role_id)
    return role_id.partition(":")[2] if role is None else role.code


def phase_name(phase: Phase, words: Words) -> str:
    """Return the name of `phase`."""
    return words.local(phase.name)


def phase_label(plan: Plan, phase_id: PhaseId, words: Words) -> str:
    """Return the name of the phase `phase_id`, or its id if the plan has none such."""
    phase = plan.phase(phase_id)
    return phase_id if phase is None else phase_name(phase, words)


def function_name(code: str, catalogue: Catalogue, words: Words) -> str:
    """Return the name of the function `code`, or the code if the catalogue has none such."""
    function = catalogue.function_by_code.get(code)
    return code if function is None else words.local(function.name)


def pattern_name(pattern: Pattern, words: Words) -> str:
    """Return the name of `pattern`."""
    return words.local(pattern.name)


def letter_name(letter: Letter, words: Words) -> str:
    """Return the name of `letter`, such as `Responsible`."""
    return words.local(letter.name)


def letter_label(letter: Letter, words: Words) -> str:
    """Return symbol and name of `letter`, such as `R Responsible`."""
    return f"{letter.symbol} {letter_name(letter, words)}"


def letters_in_words(letter_set: LetterSet, cell: Cell, words: Words) -> str:
    """Return the names of the letters in `cell`; for an empty one, that it has no part."""
    letters = letter_set.letters_in(cell)
    if not letters:
        return words.tr("Not involved")
    return listed((letter_name(letter, words) for letter in letters), words)


def score_name(score: str, words: Words) -> str:
    """Return the text of a maturity score: the number, or the name of `na` and `unknown`."""
    return words.tr(_SCORES[score]) if score in _SCORES else score


def mark_name(mark: Mark, words: Words) -> str:
    """Return where a fact of the catalogue comes from."""
    return words.tr(_MARKS[mark])


def listed(texts: Iterable[str], words: Words) -> str:
    """Return `texts` joined by the comma of the language."""
    return words.tr(", ").join(texts)
