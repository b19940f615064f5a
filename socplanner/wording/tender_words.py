"""Tenders in words: the tables of a pack, for its sheets and its pages, and names of answers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import Role
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Party
from socplanner.domain.staffing_inputs import Workload
from socplanner.domain.tender.pack import Pack, PackDuty, RetainedParty
from socplanner.domain.tender_inputs import VENDOR_ANSWERS, ServiceTerms, VendorAnswer
from socplanner.wording.coverage_words import decisive_names, hours_lines, state_name
from socplanner.wording.flow_words import duration_text
from socplanner.wording.language import N_, Words
from socplanner.wording.marking import tlp_label, tlp_meaning
from socplanner.wording.staffing_words import short_number
from socplanner.wording.terms import (
    letter_label,
    listed,
    party_initials,
    party_name,
    phase_name,
    role_label,
    role_name,
    sourcing_name,
)

Descriptions = Mapping[RoleId, LocalText]

_ANSWERS: Mapping[VendorAnswer, str] = {
    "yes": N_("Yes"),
    "conditions": N_("With conditions"),
    "no": N_("No"),
}
LEVEL_NAMES = {
    "acknowledge": N_("Acknowledged within"),
    "report": N_("Reported within"),
    "restore": N_("Restored within"),
}
ASSUMPTION_NAMES = {
    "log_sources": N_("Log sources"),
    "events_per_second": N_("Events a second"),
    "devices": N_("Devices"),
    "sites": N_("Sites"),
    "languages": N_("Languages"),
    "remark": N_("Other assumptions"),
}
HANDLING_NAMES = {
    "subcontractors": N_("Subcontractors"),
    "storage": N_("Place of storage"),
    "erasure": N_("Erasure"),
    "personal_data": N_("Personal data"),
}
NOTHING_TO_BID = N_(
    "{party} performs no role in phase “{phase}”, so that a vendor would have nothing to bid for: "
    "choose another phase or provider."
)
TRANSITION_NAMES = {"takeover": N_("Begin of the service"), "handback": N_("End of the service")}


class TextColumn(NamedTuple):
    """A column of a table of texts: its heading, and its width in Excel's units."""

    heading: str
    width: float
    is_bold: bool = False
    is_middle: bool = False


class TextTable(NamedTuple):
    """A sheet or some pages of a pack: a name, a sentence about it, columns and rows of texts."""

    name: str
    about: str
    columns: tuple[TextColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def answer_name(answer: VendorAnswer, words: Words) -> str:
    """Return the name of an answer of a vendor."""
    return words.tr(_ANSWERS[answer])


def answer_names(words: Words) -> list[str]:
    """Return the names of all answers, the best first."""
    return [answer_name(answer, words) for answer in VENDOR_ANSWERS]


def volume_text(terms: ServiceTerms) -> str:
    """Return the volume of a role with its unit."""
    return " ".join(part for part in (terms.quantity, terms.unit) if part)


def pack_title(pack: Pack, words: Words) -> str:
    """Return the title of a pack."""
    return words.tr("Tender: {party}", party=party_name(pack.party, words))


def pack_facts(pack: Pack, day: str, words: Words) -> list[tuple[str, str]]:
    """Return names and texts of what a pack is about; `day` is that of the export."""
    marking = pack.plan.marking
    label = "–"
    if marking.tlp is not None:
        label = f"{tlp_label(marking.tlp)}: {tlp_meaning(marking.tlp, words)}"
    return [
        (words.tr("Asked by"), pack.plan.organisation),
        (words.tr("Service"), party_name(pack.party, words)),
        (words.tr("Phase"), phase_name(pack.phase, words)),
        (words.tr("Date"), day),
        (words.tr("TLP label"), label),
        (words.tr("Classification"), marking.classification or "–"),
        (words.tr("Currency"), pack.plan.cost.currency or words.tr("not stated")),
        (words.tr("Roles to bid for"), str(len(pack.performed))),
    ]


def answer_steps(words: Words) -> list[str]:
    """Return how a vendor answers, step by step."""
    return [
        words.tr("Read the sheets: they describe what is asked for, and what stays inside."),
        words.tr("Enter your name and the date on the sheet “{sheet}”.", sheet=words.tr("Answers")),
        words.tr(
            "Choose an answer for each role: {answers}. Write conditions into the comment.",
            answers=listed(answer_names(words), words),
        ),
        words.tr(
            "Enter the price a month of each role as a number without tax; what belongs to no "
            "single role goes into the flat price."
        ),
        words.tr("Leave blank what you do not want to answer; it is listed as not answered."),
        words.tr(
            "Save as .xlsx and return the file. Do not delete rows, columns or sheets: hidden keys "
            "are used for matching."
        ),
    ]


def pack_tables(pack: Pack, descriptions: Descriptions, words: Words) -> tuple[TextTable, ...]:
    """Return the tables of a pack but for the answers, in their order."""
    return (
        duty_table(pack, descriptions, words),
        assumption_table(pack, words),
        inside_table(pack, words),
        row_table(pack, words),
        handling_table(pack, words),
        transition_table(pack, words),
    )


def duty_table(pack: Pack, descriptions: Descriptions, words: Words) -> TextTable:
    """Return what is to be done: the roles that the provider performs, with their terms."""
    columns = (
        TextColumn(words.tr("Code"), 9, is_bold=True),
        TextColumn(words.tr("Role"), 19, is_bold=True),
        TextColumn(words.tr("What the role does"), 30),
        TextColumn(words.tr("Deliverable"), 24),
        TextColumn(words.tr("Frequency"), 13),
        TextColumn(words.tr("Hours"), 16),
        *(TextColumn(words.tr(name), 13) for name in LEVEL_NAMES.values()),
        TextColumn(words.tr("Volume"), 14),
        TextColumn(words.tr("Inputs from"), 17),
        TextColumn(words.tr("Permitted actions"), 22),
        TextColumn(words.tr("Escalation at night"), 18),
        TextColumn(words.tr("Criteria annexed"), 16),
        TextColumn(words.tr("Aim"), 6, is_middle=True),
    )
    about = words.tr(
        "What is to be done, and how fast. The aim is the maturity from 1 to 5 that the results "
        "are to reach; blank cells are not stated."
    )
    rows = tuple(_duty_row(pack, each, descriptions, words) for each in pack.performed)
    return TextTable(words.tr("Duties"), about, columns, rows)


def _duty_row(
    pack: Pack, each: PackDuty, descriptions: Descriptions, words: Words
) -> tuple[str, ...]:
    terms, about = each.terms, descriptions.get(each.role.id)
    hours = each.duty.row.duty.coverage
    criteria = (pack.plan.role(role) for role in terms.criteria)
    return (
        each.role.code,
        role_name(each.role, words),
        "" if about is None else words.local(about),
        terms.deliverable,
        terms.frequency,
        "\n".join(hours_lines(coverage_of(hours), pack.plan, words)) if hours else "",
        *(duration_text(getattr(terms, level), words) for level in LEVEL_NAMES),
        volume_text(terms),
        "\n".join(input_texts(each, words)),
        terms.actions,
        terms.night,
        "\n".join(role_label(role, words) for role in criteria if role is not None),
        each.aim if each.aim in ("1", "2", "3", "4", "5") else "",
    )


def input_texts(each: PackDuty, words: Words) -> Iterator[str]:
    """Yield who gives what to the provider for a duty."""
    for source in each.inputs:
        parties = listed((party_name(party, words) for party in source.parties), words)
        if source.what is None:
            yield words.tr("{party} (consulted)", party=parties)
            continue
        what = words.local(source.what)
        text = words.tr("{party}: {what}", party=parties, what=what) if what else parties
        yield text if source.tlp is None else f"{text} ({tlp_label(source.tlp)})"


def assumption_table(pack: Pack, words: Words) -> TextTable:
    """Return what a bid may assume, and the work that the plan states for the provider."""
    assumptions = pack.stated.assumptions
    rows = [
        (words.tr(name), _plain_number(getattr(assumptions, field)))
        for field, name in ASSUMPTION_NAMES.items()
    ]
    rows += [(words.local(each.name), _work_text(each, words)) for each in pack.volumes]
    about = words.tr("Please bid under these assumptions; what is blank is not stated.")
    return _pairs(words.tr("Assumptions"), about, rows, words)


def inside_table(pack: Pack, words: Words) -> TextTable:
    """Return who stays inside, for which roles, and when they are on duty."""
    columns = (
        TextColumn(words.tr("Party"), 30, is_bold=True),
        TextColumn(words.tr("Initials"), 10, is_middle=True),
        TextColumn(words.tr("Accountable for"), 26),
        TextColumn(words.tr("Consulted about"), 26),
        TextColumn(words.tr("Hours"), 34),
        *(TextColumn(name, 17) for name in decisive_names(words)),
    )
    about = words.tr(
        "Who receives and judges the results inside, and when. These parties remain accountable."
    )
    rows = tuple(_inside_row(pack, each, words) for each in pack.inside)
    return TextTable(words.tr("Retained inside"), about, columns, rows)


def _inside_row(pack: Pack, each: RetainedParty, words: Words) -> tuple[str, ...]:
    hours = (
        line for text in each.hours for line in hours_lines(coverage_of(text), pack.plan, words)
    )
    return (
        party_name(each.party, words),
        party_initials(each.party, words),
        _codes(each.accountable, words),
        _codes(each.consulted, words),
        "\n".join(dict.fromkeys(hours)),
        *(state_name(state, words) for state in each.states),
    )


def row_table(pack: Pack, words: Words) -> TextTable:
    """Return the rows of the provider with the letters of its neighbours there."""
    shown = [
        place
        for place, party in enumerate(pack.plan.parties)
        if any(each.duty.row.cells[place] for each in pack.duties) or party == pack.party
    ]
    parties = [pack.plan.parties[place] for place in shown]
    columns = (
        TextColumn(words.tr("Code"), 8, is_bold=True),
        TextColumn(words.tr("Role"), 34, is_bold=True),
        TextColumn(words.tr("Sourcing"), 14),
        *(
            TextColumn(_heading(party, words), 13, is_bold=party == pack.party, is_middle=True)
            for party in parties
        ),
    )
    letters = listed((letter_label(each, words) for each in pack.plan.letter_set.letters), words)
    about = words.tr(
        "Who does what in the roles of the provider. Letters: {letters}.", letters=letters
    )
    rows = tuple(
        (
            each.role.code,
            role_name(each.role, words),
            sourcing_name(each.duty.row.duty.sourcing, words),
            *(each.duty.row.cells[place] for place in shown),
        )
        for each in pack.duties
    )
    return TextTable(words.tr("Responsibilities"), about, columns, rows)


def handling_table(pack: Pack, words: Words) -> TextTable:
    """Return how information is to be handled."""
    handling, tlp = pack.stated.handling, pack.plan.marking.tlp
    label = "" if tlp is None else f"{tlp_label(tlp)}\n{tlp_meaning(tlp, words)}"
    rows = [(words.tr("TLP label"), label)]
    rows += [(words.tr(name), getattr(handling, key)) for key, name in HANDLING_NAMES.items()]
    about = words.tr("How the provider is to handle what it receives and what it learns.")
    return _pairs(words.tr("Handling of information"), about, rows, words)


def transition_table(pack: Pack, words: Words) -> TextTable:
    """Return how the service begins, and how it ends."""
    transition = pack.stated.transition
    rows = [(words.tr(name), getattr(transition, key)) for key, name in TRANSITION_NAMES.items()]
    about = words.tr("How the service is taken over, and how it is handed back at its end.")
    return _pairs(words.tr("Transition"), about, rows, words)


def _pairs(name: str, about: str, rows: Iterable[tuple[str, str]], words: Words) -> TextTable:
    columns = (
        TextColumn(words.tr("Subject"), 34, is_bold=True),
        TextColumn(words.tr("Requirement"), 100),
    )
    return TextTable(name, about, columns, tuple(rows))


def _heading(party: Party, words: Words) -> str:
    return f"{party_initials(party, words)}\n{party_name(party, words)}"


def _codes(roles: Iterable[Role], words: Words) -> str:
    return listed((role.code for role in roles), words)


def _plain_number(value: float | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else f"{value:,}"


def _work_text(work: Workload, words: Words) -> str:
    if work.volume is not None:
        return words.tr("{n} a day", n=short_number(work.volume))
    if work.incidents is not None:
        return words.tr("{n} a year", n=short_number(work.incidents))
    return words.tr("{n} hours a year", n=short_number(work.hours_a_year))
