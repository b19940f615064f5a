"""The sheet of sharing and those of agreements, read back as another program reads them."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.sharing_edits import SetAgreement
from socplanner.domain.sharing_inputs import Agreement, SharingAnswer, SharingSide
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.agreement_sheets import MOST_AGREEMENT_SHEETS
from socplanner.services.i18n import words_for
from socplanner.services.plan_sharing import PlanSharing
from tests.support.plans import sample
from tests.support.workbooks import FACTS

BANK = sample("bank")
ISAC = "Agreement Sharing community (su"


def book_of(plan: Plan, language: Language = "en", *, party: str = "") -> Workbook:
    """Return the workbook of the first phase of `plan`."""
    sharing = PlanSharing(plan, plan.phases[0].id)
    copy = WorkbookCopy(plan.parties[0].id) if party else FACTS.workbook_copy
    facts = replace(FACTS, flows=sharing.defaults, duties=sharing.duties, workbook_copy=copy)
    matrix = matrix_of(plan, plan.phases[0].id)
    return load_workbook(io.BytesIO(render(matrix, words_for(language), facts)))


def texts(book: Workbook, name: str) -> list[tuple[str, ...]]:
    """Return the texts of each row of a sheet."""
    return [
        tuple("" if each is None else str(each) for each in row)
        for row in book[name].iter_rows(values_only=True)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_share_is_a_row_and_every_duty_too(language: Language) -> None:
    words = words_for(language)
    rows = texts(book_of(BANK, language), words.tr("Sharing"))
    sharing = PlanSharing(BANK, BANK.phases[0].id)
    yes, no = words.tr("yes"), words.tr("no")
    leaving = [row[-1] for row in rows if row[-1] in (yes, no)]
    assert len(leaving) == len(sharing.shares)
    assert leaving == sorted(leaving, key=[yes, no].index)
    shown = {row[0] for row in texts(book_of(BANK, language), words.tr("Reporting duties"))}
    assert {words.local(each.duty.name) for each in sharing.duties} <= shown


def test_a_sheet_of_an_agreement_has_both_tables_shares_and_duties() -> None:
    rows = texts(book_of(BANK), ISAC)
    table = {row[0]: row[1:] for row in rows if row[0]}
    assert table["TLP"][0] == "TLP:GREEN"
    assert table["How"] == (
        "Portal, Machine to machine: STIX/TAXII",
        "Mail, Portal, Machine to machine",
    )
    assert table["Agreed on, by"] == ("", "")
    name = next(each for each in book_of(BANK).sheetnames if "Personal" in each)
    ppc = texts(book_of(BANK), name)
    assert any(row[0] == "we send" and row[2].startswith("Mihama CSIRT (D-7)") for row in ppc)
    assert any("3 days to 5 days" in row[1] and "as of 2025-04-01" in row[2] for row in ppc)


def test_sheets_are_bounded_and_those_with_an_agreement_come_first() -> None:
    added = tuple(
        Counterpart(f"c{number}", "partner", LocalText.same(f"Partner {number}"))
        for number in range(2 * MOST_AGREEMENT_SHEETS)
    )
    plan = replace(BANK, counterparts=(*BANK.counterparts, *added), sharing=())
    for each in added[-3:]:
        plan = SetAgreement(Agreement(Receiver("counterpart", each.id))).apply(plan)
    names = [each for each in book_of(plan).sheetnames if each.startswith("Agreement ")]
    assert len(names) == MOST_AGREEMENT_SHEETS
    assert names[:3] == [f"Agreement {each.name.en}" for each in added[-3:]]


def test_names_are_made_legal_and_texts_stay_texts() -> None:
    evil = Counterpart("evil", "partner", LocalText.same("=1+1/[x]:*?"))
    twin = evil._replace(id="twin")
    side = SharingSide(why=SharingAnswer((), LocalText.same("=1+1")))
    plan = replace(BANK, flows=(), sharing=(), reporting=(), counterparts=(evil, twin))
    for each in (evil, twin):
        counterpart = Receiver("counterpart", each.id)
        plan = SetAgreement(Agreement(counterpart, send=side)).apply(plan)
    book = book_of(plan)
    names = [each for each in book.sheetnames if each.startswith("Agreement ")]
    assert len(set(names)) == 2
    cells = [cell for row in book[names[0]].iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_copies_for_a_party_and_plans_that_share_nothing_have_no_such_sheet() -> None:
    plain = replace(BANK, flows=(), sharing=(), reporting=())
    for book in (book_of(plain), book_of(BANK, party="one")):
        assert not {"Sharing", "Reporting duties"} & set(book.sheetnames)
        assert not any(each.startswith("Agreement ") for each in book.sheetnames)
