"""Area and sourcing of the selected roles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from socplanner.domain.catalogue import Area, Mark, Sourcing
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.quiet_combo import QuietCombo
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.icons import sourcing_icon
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    area_name,
    area_short,
    mark_name,
    sourcing_name,
)

_AREAS = (Area.I, Area.II, Area.III, Area.IV, Area.UNPLACED)


class PlacementBox(QWidget):
    """The area as a list, the catalogue's default beside it, the sourcing as a row of buttons."""

    area_chosen = Signal(object)
    sourcing_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty lists."""
        super().__init__(parent)
        self.area = QuietCombo(self)
        self.default = text_label(self, is_quiet=True)
        self.sourcing = Segments(self)
        self.sourcing.fill_width()
        self._area_label = title_label(self)
        self._sourcing_label = title_label(self)
        self._sourcing = text_label(self)
        self._lay_out()
        self.area.activated.connect(self._on_area_activated)
        self.sourcing.chosen.connect(self._on_sourcing_chosen)

    def retranslate(self, plan: Plan, words: Words) -> None:
        """Show every text in the language of `words`."""
        self._area_label.setText(words.tr("Area"))
        self._sourcing_label.setText(words.tr("Sourcing"))
        self.area.setAccessibleName(words.tr("Area"))
        self.area.setPlaceholderText(words.tr("mixed"))
        self.area.clear()
        for area in _AREAS:
            name = area_name(area, plan.catalogue, words)
            self.area.addItem(name if area is Area.UNPLACED else f"{area.value}  {name}")
        self.sourcing.setAccessibleName(words.tr("Sourcing"))
        self.sourcing.set_choices(
            (
                Segment(each.value, sourcing_name(each, words), sourcing_icon(each))
                for each in Sourcing
            ),
            "",
        )

    def show_roles(self, plan: Plan, selected: SelectedRoles, words: Words) -> None:
        """Show area and sourcing of `selected`."""
        areas = selected.areas()
        at = _AREAS.index(areas[0]) if areas else -1
        if self.area.currentIndex() != at:
            self.area.setCurrentIndex(at)
        self.area.setToolTip(tool_tip(self.area.currentText()))
        self._show_default(selected, words)
        self._show_sourcing(selected.sourcings(), words)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._area_label, 0, 0)
        grid.addWidget(self.default, 0, 1)
        grid.addWidget(self.area, 1, 0, 1, 2)
        grid.addWidget(self._sourcing_label, 2, 0)
        grid.addWidget(self._sourcing, 2, 1)
        grid.addWidget(self.sourcing, 3, 0, 1, 2)

    def _show_default(self, selected: SelectedRoles, words: Words) -> None:
        """Show the catalogue's area, and whether the planner's differs from it."""
        role = selected.only
        away = sum(
            role.default_area not in (current.area, Area.UNPLACED)
            for role, current in zip(selected.roles, selected.duties, strict=True)
        )
        if role is None:
            text = words.count(
                "≠ {n} role away from its default area",
                "≠ {n} roles away from their default area",
                away,
            )
            self.default.setText(text if away else "")
        elif role.default_area is Area.UNPLACED:
            self.default.setText(words.tr("The catalogue has no area for it."))
        else:
            area = area_short(role.default_area, words)
            text = words.tr("≠ default: {area}") if away else words.tr("as by default: {area}")
            self.default.setText(text.format(area=area))
        self.default.setToolTip(tool_tip(mark_name(Mark.DEFAULT, words)))

    def _show_sourcing(self, sourcings: tuple[Sourcing, ...], words: Words) -> None:
        self.sourcing.choose(sourcings[0].value if sourcings else "")
        names = (sourcing_name(each, words) for each in sourcings)
        self._sourcing.setText(next(names, words.tr("mixed")))

    def _on_area_activated(self, at: int) -> None:
        self.area_chosen.emit(_AREAS[at])

    def _on_sourcing_chosen(self, sourcing: str) -> None:
        self.sourcing_chosen.emit(Sourcing(sourcing))
