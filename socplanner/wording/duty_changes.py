"""What changes of a role between two phases, in words."""

from socplanner.domain.duty_values import DutyAddress, duty_value
from socplanner.domain.ids import RoleId
from socplanner.domain.phase_changes import DutyPair, PhasePair, changed_duty_values
from socplanner.domain.plan import Duty, Plan
from socplanner.wording.language import N_, Words
from socplanner.wording.review_words import field_text, value_text
from socplanner.wording.short_texts import shortened_apart
from socplanner.wording.terms import phase_name, score_name

_AIM_NAMES = {
    "aim_inhouse": N_("Aim of maturity in-house"),
    "aim_outsourced": N_("Aim of maturity outsourced"),
    "aim_until": N_("Day of the aim"),
}
_NOTHING = "–"


def changes_heading(phases: PhasePair, words: Words) -> str:
    """Return the heading over the changes between `phases`."""
    return words.tr(
        "Changes from {before} to {after}",
        before=phase_name(phases.before, words),
        after=phase_name(phases.after, words),
    )


def change_lines(plan: Plan, role: RoleId, pair: DutyPair, words: Words) -> list[str]:
    """Return a line for each value of `role` that differs: its name, the values before, after."""
    return [_line(plan, each, pair, words) for each in changed_duty_values(role, pair)]


def duty_field_name(address: DutyAddress, plan: Plan, words: Words) -> str:
    """Return the name of the party of `address`, for letters, or else of its field."""
    aim = _AIM_NAMES.get(address.field)
    return field_text(address, plan, words) if aim is None else words.tr(aim)


def duty_value_text(address: DutyAddress, duty: Duty, words: Words) -> str:
    """Return the value that `duty` has at `address`."""
    value = duty_value(duty, address)
    if address.field == "letters":
        return value or _NOTHING
    if address.field in _AIM_NAMES:
        return score_name(value, words) if value else _NOTHING
    return value_text(address, value, words)


def _line(plan: Plan, address: DutyAddress, pair: DutyPair, words: Words) -> str:
    before, after = shortened_apart([duty_value_text(address, duty, words) for duty in pair])
    return words.tr(
        "{what}: {before} → {after}",
        what=duty_field_name(address, plan, words),
        before=before,
        after=after,
    )
