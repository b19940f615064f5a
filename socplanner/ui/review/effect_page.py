"""The page that previews how the chosen changes affect the findings of the checks."""

from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.checks.effect import NO_EFFECT, Effect, effect_of
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.wording.effect_words import effect_in_brief
from socplanner.wording.finding_lines import finding_line, most_severe_first
from socplanner.wording.language import Words

_PAUSE = 30
"""Milliseconds to wait for further choices: checking thousands of roles takes longer."""


class EffectPage(QWidget):
    """Lists the findings that an edit would add and resolve."""

    shown = Signal()
    """The list of findings was updated."""

    def __init__(self, plan: Plan, today: str, words: Words, parent: QWidget | None = None) -> None:
        """Compare with the findings of `plan`; waivers expire by the day `today`, yyyy-mm-dd."""
        super().__init__(parent)
        self._plan = plan
        self._today = today
        self._words = words
        self._edit: Edit | None = None
        self.effect: Effect = NO_EFFECT
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.look)
        self._about = PlainLabel(self)
        self._about.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.header().setStretchLastSection(False)  # long sentences are scrolled to
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(words.tr("Findings"))
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self.tree, 1)
        self._show(plan)

    def show_effect_of(self, edit: Edit | None) -> None:
        """Show the effect of `edit` after a pause; None if nothing can be imported."""
        self._edit = edit
        self._soon.start()

    def look(self) -> None:
        """Show the effect of the edit at once."""
        self._soon.stop()
        after = self._plan
        if self._edit is not None:
            with suppress(EditRejected):  # performing it reports why
                after = self._edit.apply(self._plan)
        self.effect = effect_of(self._plan, after, self._today)
        self._show(after)
        self.shown.emit()

    @property
    def title(self) -> str:
        """The title of the tab, with the number of findings that change."""
        return self._words.tr("Chec&ks ({n})", n=sum(map(len, self.effect)))

    @property
    def brief(self) -> str:
        """The numbers of findings added and resolved, as a sentence."""
        return effect_in_brief(self.effect, self._words)

    def _show(self, after: Plan) -> None:
        words, effect = self._words, self.effect
        self.tree.clear()
        made, resolved = len(effect.made), len(effect.resolved)
        if made:
            name = words.count("{n} new finding", "{n} new findings", made)
            self._add(name, effect.made, after)
        if resolved:
            name = words.count("{n} finding resolved", "{n} findings resolved", resolved)
            self._add(name, effect.resolved, self._plan)
        about = words.tr("Effect of the chosen changes on the findings:")
        if not made and not resolved:
            about = words.tr("The chosen changes neither cause nor resolve any finding.")
        self._about.setText(about)
        self.tree.expandAll()

    def _add(self, name: str, findings: tuple[InPhases, ...], plan: Plan) -> None:
        group = QTreeWidgetItem(self.tree, [name])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for finding in most_severe_first(findings):
            line = finding_line(finding, plan, self._words)
            item = QTreeWidgetItem(group, [line])
            item.setToolTip(0, tool_tip(line))
