"""Folding, filtering and sorting the matrix: views of it, held to what the domain says."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell, symbols_in
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.domain.role_filter import NO_LETTER, RoleFilter
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, SortedBy, natural
from socplanner.ui.matrix.load_model import LoadModel
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_model import MatrixModel
from tests.support.contexts import context_of
from tests.support.plans import hybrid_plan

B1, SOC, CISO, CSIRT = RoleId("v2:B-1"), PartyId("soc"), PartyId("ciso"), PartyId("csirt")


@pytest.fixture
def model(context: PlanContext) -> MatrixModel:
    """Return the model, watched by Qt's own tester."""
    model = MatrixModel(context)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, mode, model)
    return model


@pytest.fixture
def shown(model: MatrixModel, context: PlanContext) -> MatrixArrangement:
    """Return what arranges the model."""
    return MatrixArrangement(model, context, model)


def codes(model: MatrixModel) -> list[str]:
    """Return the lines, roles by code and bands by function."""
    return [line.function if line.role is None else line.role.code for line in model.lines]


def test_a_folded_function_is_its_band_alone(
    qtbot: QtBot, model: MatrixModel, shown: MatrixArrangement
) -> None:
    whole = codes(model)
    with qtbot.assertNotEmitted(model.modelReset):
        shown.fold("B", is_folded=True)
        assert codes(model)[6:10] == ["A-6", "B", "C", "C-1"]
        assert model.is_folded(7)
        assert not model.is_folded(0)
        shown.fold_all(are_folded=True)
        assert codes(model) == list("ABCDEFGHI")
        shown.fold_all(are_folded=False)
    assert codes(model) == whole


def test_a_folded_band_counts_what_it_hides(
    model: MatrixModel, shown: MatrixArrangement, document: Document, viewpoint: Viewpoint
) -> None:
    shown.fold("B", is_folded=True)
    assert model.band_counts(7) == (5, 0, None)
    messages: list[int] = []
    model.lines_changed.connect(lambda first, last: messages.extend((first, last)))
    document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("A")),)))
    roles, result, worst = model.band_counts(7)
    assert (roles, worst) == (5, Severity.ERROR)
    assert result
    assert messages[0] <= 7 <= messages[-1]
    text = str(model.headerData(7, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole))
    assert "folded: 5 roles" in text
    assert f"{result} finding" in text


@pytest.mark.parametrize(
    ("questions", "wanted"),
    [
        (RoleFilter(functions=frozenset("AC")), lambda of: of[0].function in "AC"),
        (RoleFilter(areas=frozenset({Area.II})), lambda of: of[1].area is Area.II),
        (
            RoleFilter(sourcings=frozenset({Sourcing.OUTSOURCE, Sourcing.BOTH})),
            lambda of: of[1].sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH),
        ),
        (RoleFilter(party=SOC), lambda of: bool(of[1].letters.get(SOC))),
        (
            RoleFilter(party=SOC, letter="A"),
            lambda of: "A" in symbols_in(of[1].letters.get(SOC, Cell(""))),
        ),
        (RoleFilter(party=SOC, letter=NO_LETTER), lambda of: SOC not in of[1].letters),
        (
            RoleFilter(letter="C", functions=frozenset("D")),
            lambda of: of[0].function == "D" and "C" in of[1].letters.values(),
        ),
    ],
)
def test_each_filter_leaves_its_roles_only(
    questions: RoleFilter,
    wanted: object,
    model: MatrixModel,
    shown: MatrixArrangement,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    assert callable(wanted)
    shown.filtering.filter(questions)
    current = duties(document.plan, viewpoint.phase)
    expected = [role.code for role in document.plan.roles() if wanted((role, current[role.id]))]
    assert [line.role.code for line in model.lines if line.role is not None] == expected
    assert 0 < len(expected) < 54
    assert shown.count == len(expected)
    assert {line.function for line in model.lines if line.is_band} == {code[0] for code in expected}


def test_roles_are_filtered_by_severity_and_by_rule(
    model: MatrixModel, shown: MatrixArrangement, document: Document, viewpoint: Viewpoint
) -> None:
    document.perform(SetCells(viewpoint.phase, ((B1, CISO, Cell("A")),)))
    shown.filtering.filter(RoleFilter(severities=frozenset({Severity.ERROR})))
    assert codes(model) == ["B", "B-1"]
    shown.filtering.filter(RoleFilter(rules=frozenset({"R01"})))
    assert codes(model) == ["B", "B-1"]
    shown.filtering.filter(
        RoleFilter(rules=frozenset({"R01"}), severities=frozenset({Severity.INFO}))
    )
    assert codes(model) == []


def test_a_role_that_no_longer_matches_stays_until_the_filters_change(
    model: MatrixModel, shown: MatrixArrangement, document: Document, viewpoint: Viewpoint
) -> None:
    shown.filtering.filter(RoleFilter(party=SOC, letter="A"))
    before = codes(model)
    assert "B-1" in before
    document.perform(SetCells(viewpoint.phase, ((B1, SOC, Cell("")),)))
    assert codes(model) == before
    shown.filtering.clear()
    shown.filtering.filter(RoleFilter(party=SOC, letter="A"))
    assert "B-1" not in codes(model)


def test_the_load_counts_what_the_filter_leaves_beside_the_whole(
    model: MatrixModel,
    shown: MatrixArrangement,
    translator: Translator,
    document: Document,
    viewpoint: Viewpoint,
) -> None:
    load = LoadModel(model, translator, model)
    column = model.column_of(SOC)
    whole = int(str(load.index(1, column).data()))
    shown.filtering.filter(RoleFilter(functions=frozenset("B")))
    assert load.index(1, column).data() == f"5/{whole}"
    texts = load.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert texts == f"SOC: A Accountable in 5 of {whole} roles"
    document.perform(SetCells(viewpoint.phase, ((B1, SOC, Cell("R")),)))
    assert load.index(1, column).data() == f"4/{whole - 1}"
    heading = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))
    assert f"A Accountable: 4 of {whole - 1}" in heading
    shown.clear()
    assert load.index(1, column).data() == str(whole - 1)


def test_sorting_goes_up_down_and_back_to_the_catalogue(
    model: MatrixModel, shown: MatrixArrangement
) -> None:
    canonical = codes(model)
    order = CANONICAL.after_click(SortedBy.NAME)
    shown.sort(order)
    names = [line.role.name.en for line in model.lines if line.role is not None]
    assert names == sorted(names, key=natural)
    assert not any(line.is_band for line in model.lines)
    order = order.after_click(SortedBy.NAME)
    shown.sort(order)
    turned = [line.role.name.en for line in model.lines if line.role is not None]
    assert turned == sorted(names, key=natural, reverse=True)
    order = order.after_click(SortedBy.NAME)
    assert order == CANONICAL
    shown.sort(order)
    assert codes(model) == canonical


@pytest.mark.parametrize("is_backwards", [False, True])
def test_a_party_sorts_by_its_letters_with_blanks_last(
    model: MatrixModel, shown: MatrixArrangement, is_backwards: bool
) -> None:
    shown.sort(LineOrder(SortedBy.PARTY, CSIRT, is_backwards))
    column = model.column_of(CSIRT)
    current = [model.cell(row, column) for row in range(model.rowCount())]
    runs = [cell for at, cell in enumerate(current) if at == 0 or current[at - 1] != cell]
    assert runs[-1] == ""
    ranked = [cell for cell in ("A", "A/R", "R", "C", "I") if cell in runs]
    assert runs[:-1] == (ranked[::-1] if is_backwards else ranked)


def test_codes_sort_as_people_count() -> None:
    assert sorted(["R-10", "r-9", "A-2", "A-11"], key=natural) == ["A-2", "A-11", "r-9", "R-10"]


def test_each_order_has_every_role_once(model: MatrixModel, shown: MatrixArrangement) -> None:
    everyone = {line.role.id for line in model.all_lines if line.role is not None}
    for by in SortedBy:
        shown.sort(LineOrder(by, SOC if by is SortedBy.PARTY else None))
        rows = [line.role.id for line in model.lines if line.role is not None]
        assert len(rows) == len(everyone)
        assert set(rows) == everyone
        assert all(model.row_of(role) == model.lines.index(line) for role, line in _roles(model))


def _roles(model: MatrixModel) -> Iterator[tuple[RoleId, object]]:
    for line in model.lines:
        if line.role is not None:
            yield line.role.id, line


def test_a_search_finds_what_is_folded_away(model: MatrixModel, shown: MatrixArrangement) -> None:
    shown.fold_all(are_folded=True)
    assert shown.search("b-1") == 1
    assert codes(model) == ["B", "B-1"]
    shown.search("")
    assert codes(model) == list("ABCDEFGHI")


def test_a_role_is_revealed_whatever_hides_it(model: MatrixModel, shown: MatrixArrangement) -> None:
    shown.fold("B", is_folded=True)
    shown.filtering.filter(RoleFilter(functions=frozenset("AB"), party=CISO))
    assert model.row_of(B1) == -1
    shown.reveal(B1)
    assert codes(model)[-2:] == ["B", "B-1"]


def test_a_removed_party_is_removed_from_the_filters(
    model: MatrixModel, shown: MatrixArrangement, document: Document
) -> None:
    shown.filtering.filter(RoleFilter(party=SOC))
    shown.sort(LineOrder(SortedBy.PARTY, SOC))
    document.perform(RemoveParty(SOC))
    assert shown.filtering.role_filter.party is None
    assert shown.order == CANONICAL
    assert model.rowCount() == 9 + 54


def test_another_plan_phase_or_language_keeps_the_filters(
    model: MatrixModel,
    shown: MatrixArrangement,
    document: Document,
    viewpoint: Viewpoint,
    translator: Translator,
    plan: Plan,
) -> None:
    shown.filtering.filter(RoleFilter(sourcings=frozenset({Sourcing.OUTSOURCE})))
    now = codes(model)
    viewpoint.look_at_phase(plan.phases[1].id)
    assert codes(model) != now
    document.open(History.of(plan))
    assert codes(model) == now
    shown.sort(LineOrder(SortedBy.NAME))
    english = codes(model)
    translator.use(words_for("ja"))
    assert sorted(codes(model)) == sorted(english)
    assert codes(model) != english


class _Watched:
    """A model with its arrangement and Qt's tester, made once for many examples."""

    def __init__(self) -> None:
        self.owner = QObject()
        document = Document(History.of(hybrid_plan()), self.owner)
        checking = Checking(document, self.owner)
        translator = Translator(words_for("en"))
        viewpoint = Viewpoint(document, self.owner)
        context = context_of(document, translator, viewpoint, checking)
        self.model = MatrixModel(context, self.owner)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(self.model, mode, self.model)
        self.shown = MatrixArrangement(self.model, context, self.owner)


@pytest.fixture(scope="module")
def watched(qapp: object) -> _Watched:
    """Return one model for all examples."""
    return _Watched()


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("fold"), st.sampled_from("ABCDEFGHI"), st.booleans()),
            st.tuples(st.just("filter"), st.frozensets(st.sampled_from("ABCDEFGHI")), st.none()),
            st.tuples(st.just("sort"), st.sampled_from(list(SortedBy)), st.booleans()),
        ),
        max_size=6,
    )
)
def test_cursors_stay_with_their_roles_through_any_arrangement(
    watched: _Watched, steps: list[tuple[str, object, bool]]
) -> None:
    model, shown = watched.model, watched.shown
    shown.fold_all(are_folded=False)
    shown.clear()
    kept = {
        line.role.id: QPersistentModelIndex(model.index(row, 1))
        for row, line in enumerate(model.lines)
        if line.role is not None
    }
    for kind, what, flag in steps:
        if kind == "fold":
            shown.fold(str(what), is_folded=flag)
        elif kind == "filter":
            assert isinstance(what, frozenset)
            shown.filtering.filter(RoleFilter(functions=what))
        else:
            assert isinstance(what, SortedBy)
            shown.sort(LineOrder(what, SOC if what is SortedBy.PARTY else None, flag))
        for role, index in kept.items():
            assert not index.isValid() or index.row() == model.row_of(role)
