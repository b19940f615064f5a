"""The sheet of flows has every step as the program walks it on Sunday at 03:00, as plain text."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from socplanner.domain.duty_edits import SetCells, SetCoverage
from socplanner.domain.flow_edits import AddFlow
from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.walk import StepState, walk
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.flow_words import moment_text, step_state_name
from socplanner.wording.terms import role_code
from tests.support.flows import chain, flow, step
from tests.support.plans import sample
from tests.support.workbooks import FACTS

MAKER = sample("manufacturer")
FIRST_ROW = 5
NUMBER, ROLE, DOES, PERFORMED, AFTER, SENDS, RECEIVERS, MEANS, TLP, LIMIT, REMARKS, STATE, ENDS = (
    range(13)
)
D4 = RoleId("v2:D-4")


def _with_response() -> Plan:
    """Return the sample with the flow of incident response as its only one."""
    defaults = flows_of_catalogue(MAKER)
    (response,) = [each for each in defaults.flows if each.id == "incident-response"]
    plan = replace(MAKER, flows=(), counterparts=defaults.counterparts)
    return AddFlow(response._replace(version=0)).apply(plan)


PLAN = _with_response()


def _content(plan: Plan, language: Language = "en", phase: int = 0) -> bytes:
    return render(matrix_of(plan, plan.phases[phase].id), words_for(language), FACTS)


def _sheet(content: bytes, language: Language = "en") -> Worksheet:
    sheet = load_workbook(io.BytesIO(content))[words_for(language).tr("Flows")]
    assert isinstance(sheet, Worksheet)
    return sheet


def _rows(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """Return the rows of the first flow by their numbers."""
    rows = sheet.iter_rows(min_row=FIRST_ROW + 1, values_only=True)
    return {str(row[NUMBER]): row for row in rows if row[ROLE]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", [0, 1])
def test_every_step_has_its_state_and_end_on_sunday_night(phase: int, language: Language) -> None:
    words, (response,) = words_for(language), PLAN.flows
    sheet = _sheet(_content(PLAN, language, phase), language)
    walked = walk(PLAN, PLAN.phases[phase].id, response, started_at(SUNDAY_NIGHT))
    rows = _rows(sheet)
    assert list(rows) == [str(number + 1) for number in range(len(response.steps))]
    for row, each in zip(rows.values(), response.steps, strict=True):
        of_walk = walked.walked(each.id)
        assert of_walk is not None
        assert row[ROLE] == role_code(PLAN, each.role)
        assert row[DOES] == words.local(each.does)
        assert row[STATE] == step_state_name(of_walk.state, words)
        assert row[ENDS] == moment_text(walked.clock, of_walk.ends, words)
    assert sheet["A5"].value == words.local(response.name)
    assert moment_name(SUNDAY_NIGHT, words) in str(sheet["A2"].value)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ("D-4", "IT section", "TLP:AMBER", "Unmanned")),
        ("ja", ("D-4", "情報システム課", "TLP:AMBER", "無人")),
    ],
)
def test_the_hole_of_the_sample_is_in_the_row_of_d_4(
    language: Language, row: tuple[str, ...]
) -> None:
    (d4,) = [each for each in _rows(_sheet(_content(PLAN, language), language)).values()
             if each[ROLE] == "D-4"]  # fmt: skip
    code, party, label, state = row
    assert d4[ROLE] == code
    assert party in str(d4[PERFORMED])
    assert (d4[TLP], d4[STATE]) == (label, state)


def test_a_step_that_stops_the_flow_is_bold_and_no_longer_so_once_it_is_covered() -> None:
    def bold(plan: Plan) -> set[object]:
        rows = _sheet(_content(plan)).iter_rows(min_row=FIRST_ROW + 1)
        return {row[ROLE].value for row in rows if row[ROLE].value and row[STATE].font.b}

    stopping = {StepState.UNMANNED, StepState.NO_PARTY}
    walked = walk(PLAN, PLAN.phases[0].id, PLAN.flows[0], started_at(SUNDAY_NIGHT))
    assert bold(PLAN) == {
        role_code(PLAN, each.step.role) for each in walked.steps if each.state in stopping
    }
    covered = SetCoverage(PLAN.phases[0].id, frozenset({D4}), "24x365").apply(PLAN)
    assert bold(PLAN) - bold(covered) == {"D-4"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_planner_types_is_text_and_no_formula(language: Language) -> None:
    evil = LocalText("=1+1 計算", "=1+1")
    typed = step("1", D4)._replace(does=evil, sends=evil, condition=evil, note=evil, limit="PT5M")
    plan = AddFlow(BusinessFlow("evil", evil, (typed,))).apply(replace(PLAN, flows=()))
    sheet, wanted = _sheet(_content(plan, language), language), evil.in_(language)
    row = sheet[FIRST_ROW + 1]
    cells = [sheet.cell(FIRST_ROW, 1), row[DOES], row[SENDS]]
    assert [cell.value for cell in cells] == [wanted] * 3
    assert str(row[REMARKS].value).startswith("=1+1")
    assert {cell.data_type for cell in (*cells, row[REMARKS])} == {"s"}
    assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)


def test_flows_stand_one_below_the_other_with_a_row_between() -> None:
    plan = replace(PLAN, flows=())
    for number, roles in enumerate(((D4, D4), (), (D4,))):
        plan = AddFlow(chain(*roles)._replace(id=f"f{number}")).apply(plan)
    sheet = _sheet(_content(plan))
    numbers = [cell.value for cell in sheet["A"][FIRST_ROW - 1 :]]
    assert numbers == ["Flow", "1", "2", None, "Flow", None, "Flow", "1"]
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "C5"


def test_what_is_not_stated_is_blank_and_a_role_of_no_party_has_a_dash() -> None:
    now = PLAN.phases[0].id
    blank = tuple((D4, party.id, Cell("")) for party in PLAN.parties)
    plan = SetCells(now, blank).apply(replace(PLAN, flows=()))
    (row,) = _rows(_sheet(_content(AddFlow(flow(step("1", D4))).apply(plan)))).values()
    columns = (SENDS, RECEIVERS, MEANS, TLP, LIMIT, REMARKS)
    assert [row[column] for column in columns] == [None] * len(columns)
    assert (row[PERFORMED], row[STATE]) == ("–", "No party performs it")


def test_the_sheet_is_there_for_all_parties_of_a_plan_with_flows() -> None:
    def names(plan: Plan, copy: WorkbookCopy) -> list[str]:
        facts = replace(FACTS, workbook_copy=copy)
        content = render(matrix_of(plan, plan.phases[0].id), words_for("en"), facts)
        return load_workbook(io.BytesIO(content), read_only=True).sheetnames

    assert "Flows" in names(PLAN, WorkbookCopy())
    assert "Flows" not in names(replace(PLAN, flows=()), WorkbookCopy())
    assert "Flows" not in names(PLAN, WorkbookCopy(PLAN.parties[0].id))
