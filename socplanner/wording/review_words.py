"""The texts of a review: fields, values, verdicts and comments."""

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Difference, Verdict
from socplanner.domain.reimport.sheet_values import DASH, STRUCK_OUT, USUAL, CellComment
from socplanner.wording.language import N_, Words
from socplanner.wording.short_texts import on_one_line
from socplanner.wording.terms import listed, party_name, role_label, sourcing_name

_FIELDS = {
    "letters": N_("Letters"),
    "sourcing": N_("Sourcing"),
    "area": N_("Area"),
    "coverage": N_("Coverage"),
    "note": N_("Note"),
}
_VERDICTS = {
    Verdict.CHANGE: N_("Change"),
    Verdict.UNKNOWN: N_("Differs, origin unknown"),
    Verdict.DOUBT: N_("Removed?"),
    Verdict.CONFLICT: N_("Conflict: the plan changed too"),
    Verdict.DISAGREEMENT: N_("The files disagree"),
    Verdict.SAME: N_("Same as in the plan"),
}


_DOUBTS = {
    DASH: N_("Dash instead of letters: removed?"),
    STRUCK_OUT: N_("Struck out: removed?"),
    USUAL: N_("Not only letters: is this the meaning?"),
}


def role_text(address: DutyAddress, plan: Plan, words: Words) -> str:
    """Return the role of `address` by code and name."""
    role = plan.role(address.role)
    return address.role if role is None else role_label(role, words)


def field_text(address: DutyAddress, plan: Plan, words: Words) -> str:
    """Return the name of the party of `address`, for letters, or else of its field."""
    if address.party is None:
        return words.tr(_FIELDS[address.field])
    party = plan.party(address.party)
    return address.party if party is None else party_name(party, words)


def value_text(address: DutyAddress, value: str, words: Words) -> str:
    """Return a value of `address` on one line."""
    if address.field == "sourcing":
        return sourcing_name(Sourcing(value), words)
    if address.field == "area":
        return words.tr("not placed") if value == Area.UNPLACED.value else value
    return on_one_line(value) or words.tr("(empty)")


def verdict_text(difference: Difference, words: Words) -> str:
    """Return the verdict of `difference`, or that it waits for an answer."""
    if difference.pending:
        return words.tr("Waiting for an answer")
    if difference.verdict is Verdict.DOUBT:
        return listed([words.tr(_DOUBTS[code]) for code in difference.doubts], words)
    return words.tr(_VERDICTS[difference.verdict])


def comment_text(comment: CellComment, plan: Plan, words: Words) -> str:
    """Return a comment on one line, with its role, its place, and its author if there is one."""
    role = role_text(DutyAddress(comment.role, "note"), plan, words)
    text = " ".join(comment.text.split())
    if not comment.author:
        return words.tr("{role} ({place}): {text}", role=role, place=comment.place, text=text)
    return words.tr(
        "{role} ({place}), {author}: {text}",
        role=role,
        place=comment.place,
        author=" ".join(comment.author.split()),
        text=text,
    )


def doubt_label(code: str, words: Words) -> str:
    """Return why it is not certain that a value is meant."""
    return words.tr(_DOUBTS[code])
