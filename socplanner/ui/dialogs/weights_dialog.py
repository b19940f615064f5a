"""The dialog for how much functions, and single roles, matter among the gaps."""

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.weight_edits import SetWeights
from socplanner.domain.weights import LARGEST_WEIGHT, USUAL_WEIGHT
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name, role_label

_ID = Qt.ItemDataRole.UserRole
_ROWS = 5


class WeightsDialog(QuestionDialog):
    """Shows a weight for each function, and the roles with one of their own; `edit` sets all."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the weights of `plan`."""
        super().__init__(words.tr("Weights of the gaps"), words.tr("Apply"), words, parent)
        self._plan = plan
        about = InkLabel(self, "text-2", "body")
        about.setWordWrap(True)
        about.setText(
            words.tr(
                "The priority of a gap is the gap times the weight, from 0 to 9. It orders the "
                "gaps, and changes no mean."
            )
        )
        self.functions = {code: self._weight_field() for code in plan.catalogue.function_by_code}
        self.choice = QComboBox(self)
        self.weight = self._weight_field()
        self.add = QPushButton(words.tr("&Set for the role"), self)
        self.roles = QListWidget(self)
        self.remove = QPushButton(words.tr("&Remove"), self)
        self.weights: dict[RoleId, int] = {}
        self._lay_out(about)
        for role in plan.roles():
            self.choice.addItem(role_label(role, words), role.id)
            if role.id in plan.weights:
                self.weights[role.id] = plan.weights[role.id]
        self._hidden = {
            role.id: plan.weights[role.id]
            for role in plan.all_roles()
            if role.id in plan.weights and role.id not in self.weights
        }
        for code, field in self.functions.items():
            field.setValue(plan.weights.get(code, USUAL_WEIGHT))
        self.add.clicked.connect(self._set_role)
        self.remove.clicked.connect(self._remove_roles)
        self.roles.itemSelectionChanged.connect(self._show_selected)
        self._show_roles()

    @property
    def edit(self) -> SetWeights:
        """The edit that sets all weights."""
        functions = {code: field.value() for code, field in self.functions.items()}
        roles = {str(role): weight for role, weight in {**self.weights, **self._hidden}.items()}
        return SetWeights(MappingProxyType({**functions, **roles}))

    def _weight_field(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(0, LARGEST_WEIGHT)
        field.setValue(USUAL_WEIGHT)
        return field

    def _lay_out(self, about: QWidget) -> None:
        words, grid = self.words, QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, (code, field) in enumerate(self.functions.items()):
            name = function_name(code, self._plan.catalogue, words)
            label = PlainLabel(self, f"{code}  {name}")
            field.setAccessibleName(words.tr("Weight of {name}", name=label.text()))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.choice.setAccessibleName(words.tr("Role"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.weight.setAccessibleName(words.tr("Weight of the role"))
        heading = PlainLabel(self, words.tr("Roles with a weight of their own"))
        self.roles.setAccessibleName(heading.text())
        self.roles.setMaximumHeight(_ROWS * self.fontMetrics().lineSpacing() + 8)
        setting = QHBoxLayout()
        setting.addWidget(self.choice, 1)
        for widget in (self.weight, self.add):
            setting.addWidget(widget)
        below = QHBoxLayout()
        below.addWidget(self.roles, 1)
        below.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.column.addWidget(about)
        self.column.addLayout(grid)
        self.column.addWidget(heading)
        self.column.addLayout(below)
        self.column.addLayout(setting)
        self.finish_layout()

    def _set_role(self) -> None:
        self.weights[RoleId(str(self.choice.currentData()))] = self.weight.value()
        self._show_roles()

    def _remove_roles(self) -> None:
        for item in self.roles.selectedItems():
            del self.weights[RoleId(str(item.data(_ID)))]
        self._show_roles()

    def _show_roles(self) -> None:
        """Show the roles with their weights, in the order of the plan."""
        self.roles.clear()
        for role in self._plan.roles():
            if role.id in self.weights:
                text = self.words.tr(
                    "{role}: {weight}",
                    role=role_label(role, self.words),
                    weight=self.weights[role.id],
                )
                item = QListWidgetItem(text, self.roles)
                item.setData(_ID, role.id)
        self._show_selected()

    def _show_selected(self) -> None:
        """Show the selected role in the fields below, and whether one can be removed."""
        items = self.roles.selectedItems()
        self.remove.setEnabled(bool(items))
        if items:
            role = RoleId(str(items[0].data(_ID)))
            self.choice.setCurrentIndex(self.choice.findData(role))
            self.weight.setValue(self.weights[role])
