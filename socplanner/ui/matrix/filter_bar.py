"""The choices of the matrix in the strip above it: filters, order, and how many are shown."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import UNDECIDED
from socplanner.services.checking import Checking
from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import icon_pixmap, severity_icon, sourcing_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.theme import severity_colour, sourcing_colours
from socplanner.ui.matrix.choice_button import ChoiceButton, FilterChoice
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, SortedBy
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.role_filter import NO_FILTER, NO_LETTER, RoleFilter
from socplanner.wording.findings import rule_name
from socplanner.wording.terms import (
    area_name,
    function_name,
    letter_label,
    party_name,
    severity_name,
    sourcing_name,
)

Choices = Iterable[FilterChoice]
_BACKWARDS = "-"
_SPACING = 4
_SEVERITY = "severity:"
_ICON = 16


class FilterBar(QWidget):
    """Sets filters and order of the arrangement, and shows them."""

    def __init__(
        self,
        model: MatrixModel,
        arrangement: MatrixArrangement,
        checking: Checking,
        translator: Translator,
        parent: QWidget,
    ) -> None:
        """Put the buttons in a row."""
        super().__init__(parent)
        self._matrix = model
        self._arrangement = arrangement
        self._checking = checking
        self._translator = translator
        self.functions = ChoiceButton(self)
        self.areas = ChoiceButton(self)
        self.sourcings = ChoiceButton(self)
        self.party = ChoiceButton(self, is_single=True)
        self.letter = ChoiceButton(self, is_single=True)
        self.findings = ChoiceButton(self)
        self.order = ChoiceButton(self, is_single=True)
        self.all = FlatButton(self, "filter", is_edged=True)
        self.fold = FlatButton(self)
        self.clear = FlatButton(self)
        self.count = PlainLabel(self)
        self._filters = (
            self.functions,
            self.areas,
            self.sourcings,
            self.party,
            self.letter,
            self.findings,
        )
        self._lay_out()
        for button in self._filters:
            button.chosen.connect(self._on_chosen)
        self.order.chosen.connect(self._on_order_chosen)
        for button in (*self._filters, self.order):
            button.filling.connect(self.show_state)
        self.fold.clicked.connect(self._on_fold_clicked)
        self.clear.clicked.connect(arrangement.clear)
        arrangement.changed.connect(self.show_state)
        translator.language_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show the filters and the order of now, in the language of the window."""
        self._show_titles()
        role_filter, arrangement, words = (
            self._arrangement.role_filter,
            self._arrangement,
            self._translator.words,
        )
        self.functions.set_choices(self._function_choices(), role_filter.functions)
        self.areas.set_choices(
            self._area_choices(), frozenset(each.value for each in role_filter.areas)
        )
        chosen = frozenset(each.value for each in role_filter.sourcings)
        self.sourcings.set_choices(self._sourcing_choices(), chosen)
        self.party.set_choices(self._party_choices(), _one(role_filter.party))
        self.letter.set_choices(self._letter_choices(), _one(role_filter.letter))
        graves = frozenset(f"{_SEVERITY}{each.value}" for each in role_filter.severities)
        self.findings.set_choices(self._finding_choices(), graves | role_filter.rules)
        self.order.set_choices(self._order_choices(), _one(_order_id(arrangement.order)))
        is_folded = bool(arrangement.folded)
        self.fold.setText(words.tr("Unfold all") if is_folded else words.tr("Fold all"))
        self.fold.setEnabled(arrangement.order.is_canonical)
        is_arranged = role_filter != NO_FILTER or not arrangement.order.is_canonical
        self.clear.setVisible(is_arranged)
        text = words.count(
            "{shown} of {n} role",
            "{shown} of {n} roles",
            arrangement.total,
            shown=arrangement.count,
        )
        self.count.setText(text if arrangement.is_filtered else "")
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        for button in (*self._filters, self.order):
            row.addWidget(button)
        self.all.least_height, self.all.rounding, self.all.icon_size = 24, 12, 16
        self.all.is_icon_alone = False
        self.all.open_with(QMenu(self))
        row.addWidget(self.all)
        for plain in (self.clear, self.fold):
            plain.least_height, plain.air = 24, 12
            row.addWidget(plain)
        row.addStretch(1)
        row.addWidget(self.count)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size that the one button for all filters needs."""
        return QSize(self.all.sizeHint().width() + 2 * _SPACING, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show a button for each filter if all of them fit, else one button with a menu."""
        buttons = (*self._filters, self.order)
        rest = [each for each in (self.clear, self.fold, self.count) if each.isVisibleTo(self)]
        needed = sum(each.sizeHint().width() + _SPACING for each in (*buttons, *rest))
        has_room = needed <= self.width()
        for button in buttons:
            button.setVisible(has_room)
        self.all.setVisible(not has_room)
        self.all.is_marked = any(button.is_marked for button in buttons)

    def _show_titles(self) -> None:
        words = self._translator.words
        self.setAccessibleName(words.tr("Filter and order of the matrix"))
        for button, title, nothing in (
            (self.functions, words.tr("Function"), words.tr("All functions")),
            (self.areas, words.tr("Area"), words.tr("All areas")),
            (self.sourcings, words.tr("Sourcing"), words.tr("Any sourcing")),
            (self.party, words.tr("Party"), words.tr("Any party")),
            (self.letter, words.tr("Letter"), words.tr("Any letter or none")),
            (self.findings, words.tr("Checks"), words.tr("All roles")),
            (self.order, words.tr("Sort"), words.tr("As in the catalogue")),
        ):
            button.entitle(title, nothing)
            button.menu().setTitle(title)
        if self.all.menu().isEmpty():
            for button in (*self._filters, self.order):
                self.all.menu().addMenu(button.menu())
        self.all.setText(words.tr("Filter and sort"))
        self.all.setAccessibleName(words.tr("Filter and sort"))
        self.clear.setText(words.tr("Show all"))
        self.clear.setToolTip(words.tr("Clear filters and sorting"))

    def _function_choices(self) -> Choices:
        words, catalogue = self._translator.words, self._matrix.plan.catalogue
        for line in self._matrix.all_lines:
            if line.is_band:
                name = function_name(line.function, catalogue, words)
                yield FilterChoice(line.function, f"{line.function}. {name}")

    def _area_choices(self) -> Choices:
        words, catalogue = self._translator.words, self._matrix.plan.catalogue
        return [FilterChoice(each.value, area_name(each, catalogue, words)) for each in Area]

    def _sourcing_choices(self) -> Choices:
        words = self._translator.words
        return [
            FilterChoice(
                each.value,
                sourcing_name(each, words),
                self._icon(sourcing_icon(each), sourcing_colours(each, self.palette()).ink),
            )
            for each in Sourcing
        ]

    def _party_choices(self) -> Choices:
        words = self._translator.words
        return [FilterChoice(party.id, party_name(party, words)) for party in self._matrix.parties]

    def _letter_choices(self) -> Choices:
        words = self._translator.words
        letters = (*self._matrix.plan.letter_set.letters, UNDECIDED)
        choices = [FilterChoice(each.symbol, letter_label(each, words)) for each in letters]
        return [*choices, FilterChoice(NO_LETTER, words.tr("No letter"))]

    def _finding_choices(self) -> Choices:
        words = self._translator.words
        graves = [
            FilterChoice(
                f"{_SEVERITY}{each.value}",
                severity_name(each, words),
                self._icon(severity_icon(each), severity_colour(each, self.palette())),
            )
            for each in Severity
        ]
        # A finding about a party over all roles is about none of them.
        rules_in_use = {each.rule for each in self._checking.all() if each.role is not None}
        rules = rules_in_use | self._arrangement.role_filter.rules
        named = (FilterChoice(rule, f"{rule} {rule_name(rule, words)}") for rule in sorted(rules))
        return [*graves, *named]

    def _order_choices(self) -> Choices:
        words = self._translator.words
        named = [
            (SortedBy.CODE, words.tr("Code")),
            (SortedBy.NAME, words.tr("Name")),
            (SortedBy.AREA, words.tr("Area")),
            (SortedBy.SOURCING, words.tr("Sourcing")),
            (SortedBy.FINDINGS, words.tr("Checks")),
        ]
        order = self._arrangement.order
        choices = [FilterChoice(by.value, name) for by, name in named]
        if order.party is not None:
            column = self._matrix.column_of(order.party)
            name = party_name(self._matrix.parties[column], words) if column >= 0 else ""
            choices.append(FilterChoice(SortedBy.PARTY.value, name))
        if order.is_backwards:
            turned = _order_id(order)
            down = words.tr("{order}, backwards")
            choices += [
                FilterChoice(turned, down.format(order=each.label))
                for each in choices
                if f"{each.id}{_BACKWARDS}" == turned
            ]
        return choices

    def _icon(self, name: str, colour: QColor) -> QIcon:
        return QIcon(icon_pixmap(name, colour, _ICON, self.devicePixelRatioF()))

    def _on_chosen(self) -> None:
        rules = self.findings.ids
        party = next(iter(self.party.ids), None)
        self._arrangement.filter(
            RoleFilter(
                self.functions.ids,
                frozenset(map(Area, self.areas.ids)),
                frozenset(map(Sourcing, self.sourcings.ids)),
                None if party is None else PartyId(party),
                next(iter(self.letter.ids), ""),
                frozenset(
                    Severity(int(each.removeprefix(_SEVERITY)))
                    for each in rules
                    if each.startswith(_SEVERITY)
                ),
                frozenset(each for each in rules if not each.startswith(_SEVERITY)),
            )
        )

    def _on_order_chosen(self) -> None:
        chosen = next(iter(self.order.ids), "")
        by = SortedBy(chosen.removesuffix(_BACKWARDS)) if chosen else SortedBy.CATALOGUE
        order = self._arrangement.order
        if by is SortedBy.CATALOGUE:
            self._arrangement.sort(CANONICAL)
        else:
            party = order.party if by is SortedBy.PARTY else None
            self._arrangement.sort(order.after_click(by, party))

    def _on_fold_clicked(self) -> None:
        self._arrangement.fold_all(are_folded=not self._arrangement.folded)


def _one(choice: str | None) -> frozenset[str]:
    return frozenset({choice}) if choice else frozenset()


def _order_id(order: LineOrder) -> str:
    if order.is_canonical:
        return ""
    return f"{order.by.value}{_BACKWARDS}" if order.is_backwards else order.by.value
