"""The panel of one counterpart: its agreement, what flows hand on, and its reporting duties."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from socplanner.domain.sharing.shares import Share
from socplanner.domain.sharing.sharing_groups import SharingGroup
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.sharing.agreement_table import AgreementModel, AgreementTable
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.duty_clock_words import term_text
from socplanner.wording.marking import tlp_label
from socplanner.wording.sharing_words import (
    counterpart_kind_text,
    label_remark,
    share_content,
    share_sender,
    share_target,
    short_label,
    types_text,
)
from socplanner.wording.terms import listed

_SHARE_LINES = 7


class CounterpartPanel(Backdrop):
    """Shows the chosen counterpart; edits are requested."""

    edit_requested = Signal()
    remove_requested = Signal()
    counterparts_requested = Signal()
    escaped = Signal()

    def __init__(self, state: SharingState, parent: QWidget) -> None:
        """Show the counterpart of `state`; `refresh` follows it."""
        super().__init__("surface", Qt.Edge.LeftEdge, parent)
        self._state = state
        self.title = PlainLabel(self)
        self.title.setWordWrap(True)
        self.about = InkLabel(self, "text-2", "dense")
        self.about.setWordWrap(True)
        self.edit_button = FlatButton(self, is_edged=True)
        self.remove_button = FlatButton(self, is_edged=True)
        self.counterparts_button = FlatButton(self, is_edged=True)
        for button in (self.edit_button, self.remove_button, self.counterparts_button):
            button.let_shrink()
        self.model = AgreementModel(state, self)
        self.table = AgreementTable(self.model, self)
        self.caption = InkLabel(self, "text-2", "dense")
        self.shares = QListWidget(self)
        self.shares.setFrameShape(QListWidget.Shape.NoFrame)
        self.shares.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.edit_button.clicked.connect(self.edit_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self.counterparts_button.clicked.connect(self.counterparts_requested)
        self.table.edit_requested.connect(self.edit_requested)
        self.table.remove_requested.connect(self.remove_requested)
        self.table.escaped.connect(self.escaped)
        self.fit_font()

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self.title.setFont(scaled(self.font(), "title"))
        self.about.apply_style()
        self.caption.apply_style()
        self.table.fit_font()
        line = self.fontMetrics().lineSpacing()
        self.shares.setMaximumHeight(line * _SHARE_LINES + 8)
        self.shares.setMinimumHeight(2 * line)
        self.table.setMinimumSize(8 * line, 3 * line)

    def refresh(self) -> None:
        """Show the counterpart as it is now."""
        state, words = self._state, self._state.words
        group = state.group
        self.counterparts_button.setText(words.tr("Counterparts…"))
        self.remove_button.setText(words.tr("Remove the agreement"))
        self.table.setAccessibleDescription(
            words.tr("Enter edits the agreement, Delete removes it.")
        )
        has_agreement = group is not None and group.agreement is not None
        for widget in (self.table, self.caption, self.shares, self.edit_button):
            widget.setVisible(group is not None)
        self.remove_button.setVisible(has_agreement)
        self.shares.clear()
        if group is None:
            self.title.setText(words.tr("Nothing is shared yet"))
            text = words.tr("Add counterparts, and name them as receivers of steps of flows.")
            self.about.setText(text)
            return
        name = state.name_of(group.counterpart)
        self.title.setText(name)
        self.about.setText(self._about(group))
        edit = words.tr("Edit the agreement…") if has_agreement else words.tr("Add an agreement…")
        self.edit_button.setText(edit)
        self.table.setAccessibleName(words.tr("Agreement with {counterpart}", counterpart=name))
        self.model.refresh()
        self.table.resizeRowsToContents()
        self.caption.setText(words.tr("What flows hand on, and what has to be reported"))
        self.shares.setAccessibleName(self.caption.text())
        for line in self._lines(group):
            self.shares.addItem(line)
            self.shares.item(self.shares.count() - 1).setToolTip(tool_tip(line))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.edit_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.counterparts_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 8)
        column.setSpacing(6)
        for widget in (self.title, self.about):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        column.addWidget(self.caption)
        column.addWidget(self.shares)

    def _about(self, group: SharingGroup) -> str:
        """Return the kind, and the label and types of the agreement."""
        words, agreement = self._state.words, group.agreement
        parts = [counterpart_kind_text(group.kind, words)]
        if agreement is None:
            parts.append(words.tr("no agreement yet"))
            return listed(parts, words)
        if agreement.tlp is not None:
            parts.append(tlp_label(agreement.tlp))
        parts.append(types_text(agreement, words))
        parts.append(words.local(agreement.note))
        about = listed(filter(None, parts), words)
        remark = label_remark(agreement.tlp, group.kind, words)
        return f"{about}\n{remark}" if remark else about

    def _lines(self, group: SharingGroup) -> Iterator[str]:
        words = self._state.words
        for share in group.sent:
            yield self._line("→", share)
        for share in group.received:
            yield self._line("←", share)
        for duty in group.duties:
            name, term = words.local(duty.name), term_text(duty, words)
            yield "◷ " + words.tr("{duty}: {term}", duty=name, term=term)

    def _line(self, sign: str, share: Share) -> str:
        state, words = self._state, self._state.words
        other = share_sender(state.plan, share, words)
        if sign == "←":
            other = share_target(state.plan, share, state.sharing.counterparts, words)
        label = short_label(share.step.tlp, words)
        return f"{sign} {share_content(share, words)}  {label}  {other}"
