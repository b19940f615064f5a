"""A workbook that was sent out, edited and read back, for tests of the reader."""

from collections.abc import Mapping

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import Review, review
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.formats.reimport.reimport_reading import is_ours, reimport_of
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.i18n import words_for
from tests.support.mutations import Treated
from tests.support.small_plan import A1, NOW, SOC, small_plan
from tests.support.workbooks import written

BOTH = [words_for(language) for language in LANGUAGES]
PLAN = small_plan()
EDITED = DutyAddress(A1, "letters", SOC)
NO_ANSWERS: Mapping[str, str] = {}


def edited_once(plan: Plan = PLAN) -> Treated:
    """Return the workbook of `plan` in which one cell was edited."""
    treated = Treated(written(plan).content)
    treated.type(A1, f"party:{SOC}", "A/R")
    return treated


def read_back(
    treated: Treated | bytes, plan: Plan = PLAN, *, of_any_plan: bool = False
) -> Reimport:
    """Return what the reader makes of `treated`, as a workbook of `plan`."""
    content = treated if isinstance(treated, bytes) else treated.saved()
    sheets = sheets_of(content, "a.xlsx")
    assert is_ours(sheets, plan)
    return reimport_of(sheets, "a.xlsx", plan, BOTH, of_any_plan=of_any_plan)


def reviewed(reimport: Reimport, answers: Mapping[str, str] = NO_ANSWERS) -> Review:
    """Hold `reimport` against the plan, with `answers` to its questions."""
    return review(PLAN, NOW, [reimport], answers)


def changes(reimport: Reimport, answers: Mapping[str, str] = NO_ANSWERS) -> dict[DutyAddress, str]:
    """Return what could be taken without asking."""
    return {each.address: each.proposals[0] for each in reviewed(reimport, answers).sure}


def unknown(reimport: Reimport, answers: Mapping[str, str] = NO_ANSWERS) -> dict[DutyAddress, str]:
    """Return what differs without anybody knowing whose it is; nothing else may be sure."""
    result = reviewed(reimport, answers)
    assert result.sure == ()
    return {each.address: each.proposals[0] for each in result.without_origin}


def answered(reimport: Reimport, option: str) -> dict[str, str]:
    """Return `option` as the answer to every question of `reimport`."""
    return {question.key: option for question in reimport.questions}


def codes(reimport: Reimport) -> tuple[list[str], list[str], list[str]]:
    """Return the codes of questions, of what was ignored, and of notices."""
    return (
        [each.about.code for each in reimport.questions],
        [each.code for each in reimport.ignored],
        [each.code for each in reimport.notices],
    )


def copy_row(treated: Treated, role: RoleId, target: int) -> None:
    """Copy the row of `role` to the row `target`."""
    source = treated.row(role)
    for column in range(1, treated.matrix.max_column + 1):
        treated.matrix.cell(target, column).value = treated.matrix.cell(source, column).value


def letters_of(role: RoleId, party: PartyId) -> DutyAddress:
    """Return the topic of the letters of `party` for `role`."""
    return DutyAddress(role, "letters", party)
