"""The view of maturity: means of functions, and the scores, aims and gaps of the roles."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from socplanner.domain.assessment import Score
from socplanner.domain.assessment_edits import AddAssessment, SetScore
from socplanner.domain.duty_edits import SetAim
from socplanner.domain.maturity.comparison import AssessmentComparison
from socplanner.domain.maturity.gaps import open_questions
from socplanner.domain.maturity.role_maturity import sides_of
from socplanner.domain.maturity.roll_ups import function_groups, whole
from socplanner.domain.phases import duties
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.number_card import NumberCard
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_table_view import RoleTableView
from socplanner.ui.maturity.function_bars import FunctionBars
from socplanner.ui.maturity.maturity_strip import BY_GAP, IN_ORDER, MaturityStrip
from socplanner.ui.maturity.radar import Radar, function_means, with_earlier
from socplanner.ui.maturity.radar_legend import LegendLine, RadarLegend
from socplanner.ui.maturity.scores_model import SIDE_OF, ScoreColumn, ScoresModel
from socplanner.ui.maturity.scores_table import ScoresTable
from socplanner.wording.maturity_words import assessment_name, mean_difference_text, mean_text
from socplanner.wording.terms import listed, phase_name

_CHANGED, _COMPARED = "changed", "compare:"
"""What the view remembers of a comparison; the id of the assessment follows the second."""

_LARGE = 2
_LEFT, _RIGHT = 320, 640
_NARROW, _NARROW_COMPARED = 90, 112
"""Letters of the view below which radar and bars give way to the table."""


class MaturityView(RoleTableView):
    """How good the roles are now and are to be; selecting rows selects their roles everywhere."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the newest assessment against the aims of the phase in view."""
        super().__init__(context, parent)
        self.model = ScoresModel(context, self)
        self.table = ScoresTable(self.model, self)
        self.radar = Radar(self)
        self.bars = FunctionBars(self)
        self.cards = {name: NumberCard(self) for name in ("whole", "gaps", "open", "since")}
        self.strip = MaturityStrip(context.translator, self)
        self.legend = RadarLegend(self)
        self.filters = FilterChips(context, self)
        self.filters.fit(0)  # as narrow as can be, until the view has its width
        self.assessed = PlainLabel(self)
        self.begin_button = FlatButton(self, is_edged=True)
        self.interview_button = FlatButton(self, is_edged=True)
        self.weights_button = FlatButton(self, is_edged=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self.show_matches()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.table.setAccessibleName(words.tr("Scores of the roles"))
        self.table.setAccessibleDescription(
            words.tr(
                "Type 1 to 5 to score the cell, 0 for not applicable, ? for not known, Delete for "
                "none; in the column of aims the same sets the aim. Enter opens the role."
            )
        )
        self.begin_button.setText(words.tr("New assessment"))
        self.interview_button.setText(words.tr("Interview…"))
        self.weights_button.setText(words.tr("Weights…"))
        self._show_figures()

    @override
    def choices(self) -> QWidget:
        return self.strip

    @override
    def remembered(self) -> tuple[str, ...]:
        model = self.model
        kept = (
            BY_GAP if model.is_by_gap else "",
            f"{_COMPARED}{model.compare_id}" if model.compare_id else "",
            _CHANGED if model.is_changed_only else "",
        )
        return tuple(filter(None, kept))

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        ids = (each[len(_COMPARED) :] for each in remembered if each.startswith(_COMPARED))
        self._choose_order(BY_GAP if BY_GAP in remembered else IN_ORDER)
        self._compare_with(next(ids, ""))
        self._show_changed_only(_CHANGED in remembered)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def fit_font(self) -> None:
        self._fit()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 4, 10, 4)
        for card in self.cards.values():
            above.addWidget(card)
        above.addStretch(1)
        self.filters.setMinimumWidth(self.filters.least_width())
        above.addWidget(self.filters)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(10, 6, 10, 10)
        left.addWidget(self.radar, 1)
        left.addWidget(self.bars)
        left.addWidget(self.legend)
        left.addWidget(self.assessed)
        buttons = QHBoxLayout()
        for button in (self.interview_button, self.begin_button, self.weights_button):
            button.let_shrink()
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        self.assessed.setWordWrap(True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self.table)
        self.splitter.setSizes([_LEFT, _RIGHT])
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        context, table = self._context, self.table
        self.connect_table(self.model, table)
        table.scored.connect(self._score)
        table.details_requested.connect(self.details_requested)
        self.strip.order_chosen.connect(self._choose_order)
        self.strip.compared.connect(self._compare_with)
        self.strip.changed_only.connect(self._show_changed_only)
        self.bars.function_chosen.connect(self._show_function)
        self.cards["gaps"].clicked.connect(self._show_gaps)
        self.cards["since"].clicked.connect(self._show_changes)
        self.begin_button.clicked.connect(self._begin_assessment)
        self.interview_button.clicked.connect(self._open_interview)
        self.weights_button.clicked.connect(self._edit_weights)
        self.filters.width_changed.connect(self._fit)
        self.model.figures_changed.connect(self._show_figures)
        context.filtering.changed.connect(self._show_figures)
        context.translator.language_changed.connect(self.retranslate)

    def _score(self, column: int, score: Score | None) -> None:
        """Set a score or an aim of the selected roles, by the current column."""
        context, roles = self._context, self.table.selected_roles()
        row = self.table.currentIndex().row()
        if not roles or row < 0:
            return
        sides = self.model.sides(row)
        if column == ScoreColumn.AIM and sides:
            edit = SetAim(context.viewpoint.phase, frozenset(roles), sides[0], score)
            context.document.try_perform(edit)
        elif column in SIDE_OF or column == ScoreColumn.ROLE:
            chosen = (SIDE_OF[column],) if column in SIDE_OF else sides[:1]
            today = context.checking.today
            context.document.try_perform(SetScore(frozenset(roles), chosen, score, today))

    def _show_figures(self) -> None:
        """Show the means, the number of gaps, and what is not answered."""
        words, plan = self._context.translator.words, self._context.document.plan
        roles = self.model.every_row
        total = whole(roles)
        scores = words.tr("{now} → {aim}", now=mean_text(total.mean), aim=mean_text(total.mean_aim))
        large = sum(each.gap >= _LARGE for each in roles)
        questions = len(open_questions(roles))
        captions = {
            "whole": (scores, words.tr("score and aim of the whole")),
            "gaps": (str(large), words.tr("gaps of two points or more")),
            "open": (str(questions), words.tr("not answered, counted as 1")),
        }
        for name, (number, caption) in captions.items():
            self.cards[name].show_number(number, caption, is_short=name == "open" and questions > 0)
        means = function_means(function_groups(plan, roles), plan, words)
        comparison = self.model.comparison
        if comparison is not None:
            means = with_earlier(means, comparison.functions)
        since = self._show_since(comparison)
        self.radar.show_means(means, listed(filter(None, (scores, since)), words))
        chosen = self._context.filtering.role_filter.functions
        self.bars.show_means(means, chosen, words)
        self.strip.show_state(self.model)
        self.legend.show_lines(self._legend_lines())
        self._show_assessed()
        self.table.fit_columns()
        self._fit()

    def _show_since(self, comparison: AssessmentComparison | None) -> str:
        """Show by how much the whole rose or fell; return it as a text, empty for none."""
        card, earlier = self.cards["since"], self.model.earlier
        card.setVisible(comparison is not None)
        if comparison is None or earlier is None:
            return ""
        words = self._context.translator.words
        caption = words.tr("since {day}", day=earlier.day or earlier.id)
        number = mean_difference_text(comparison.whole.difference)
        card.show_number(number, caption, is_short=False)
        return f"{number} {caption}"

    def _legend_lines(self) -> list[LegendLine]:
        """Return what the lines of the radar are, while they are more than score and aim."""
        words, plan = self._context.translator.words, self._context.document.plan
        earlier, phase = self.model.earlier, plan.phase(self._context.viewpoint.phase)
        if earlier is None or phase is None:
            return []
        both = (self.model.assessment, earlier)
        now, before = (each.day or each.id for each in both)
        if now == before:
            now, before = (assessment_name(each, words) for each in both)
        return [
            LegendLine("score", words.tr("Scores of {day}", day=now)),
            LegendLine("before", words.tr("Scores of {day}", day=before)),
            LegendLine("aim", words.tr("Aims of {phase}", phase=phase_name(phase, words))),
        ]

    def _show_assessed(self) -> None:
        """Show the day of the newest assessment; while it is compared, the legend has it."""
        words, newest = self._context.translator.words, self.model.assessment
        self.assessed.setVisible(self.model.earlier is None)
        if newest.id:
            self.assessed.setText(words.tr("Assessed {day}", day=assessment_name(newest, words)))
        else:
            self.assessed.setText(
                words.tr("Not assessed yet: a score that is typed begins an assessment of today.")
            )

    def _choose_order(self, order: str) -> None:
        self.model.sort_by_gap(is_by_gap=order == BY_GAP)
        self.strip.show_state(self.model)

    def _compare_with(self, assessment: str) -> None:
        """Compare with the assessment of this id; an empty one ends the comparison."""
        self.model.compare_with(assessment)
        self.show_matches()

    def _show_changed_only(self, is_changed_only: bool) -> None:
        self.model.show_changed_only(is_changed_only=is_changed_only)
        self.strip.changed.setChecked(is_changed_only)

    def _show_changes(self) -> None:
        self._show_changed_only(True)

    def _show_gaps(self) -> None:
        self._choose_order(BY_GAP)

    def _show_function(self, code: str) -> None:
        """Show the roles of one function alone, or of all for an empty code."""
        filtering = self._context.filtering
        functions = frozenset({code}) if code else frozenset[str]()
        filtering.filter(replace(filtering.role_filter, functions=functions))

    def _open_interview(self) -> None:
        """Ask for the scores of the roles that are shown, one after another, as they are now."""
        from socplanner.ui.maturity.interview_dialog import InterviewDialog

        plan = self._context.document.plan
        present = duties(plan, plan.phases[0].id)
        questions = [
            (row.role.id, side)
            for row in self.model.rows
            for side in sides_of(present[row.role.id].sourcing, row.scores)
        ]
        if questions:
            dialog = InterviewDialog(self._context, questions, self._context.translator.words, self)
            dialog.exec()
            dialog.deleteLater()

    def _edit_weights(self) -> None:
        self.edit_requested.emit("weights", "")

    def _begin_assessment(self) -> None:
        self._context.document.try_perform(AddAssessment(self._context.checking.today))

    def _fit(self) -> None:
        """Give the filters what the numbers leave, and hide radar and bars where it is narrow."""
        self.filters.setMinimumWidth(self.filters.least_width())
        cards = sum(each.sizeHint().width() for each in self.cards.values() if not each.isHidden())
        self.filters.fit(self.width() - cards - 40)
        letters = self.width() / max(self.fontMetrics().averageCharWidth(), 1)
        is_compared = self.model.earlier is not None
        self._left.setVisible(letters >= (_NARROW_COMPARED if is_compared else _NARROW))
