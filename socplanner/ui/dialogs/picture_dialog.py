"""The dialog for a picture: what it shows, paper, label, kind of file, and the file itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import (
    BPMN,
    FLOW_SUFFIXES,
    MERMAID,
    PDF,
    PNG,
    RESOLUTIONS,
    ROAD_MAP_ORDERS,
    SVG,
)
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.role_filter import NO_FILTER
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.target_choice import TargetChoice
from socplanner.wording.coverage_words import moment_name
from socplanner.wording.language import N_, Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import phase_name

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
_SUBJECTS = {
    PictureSubject.BOARD: N_("Board"),
    PictureSubject.MATRIX: N_("Matrix"),
    PictureSubject.ROAD_MAP: N_("Road map"),
    PictureSubject.MATURITY: N_("Maturity"),
    PictureSubject.FLOW: N_("Flows"),
    PictureSubject.REVIEW: N_("Review"),
    PictureSubject.SUMMARY: N_("Page for the directors"),
}
_ORDERS = {"role": N_("Role"), "begin": N_("Begin"), "owner": N_("Owner")}
_KINDS = {
    PDF: N_("PDF, for printing and searching (.pdf)"),
    SVG: N_("SVG drawing (.svg)"),
    PNG: N_("PNG image (.png)"),
    MERMAID: N_("Mermaid diagram of one flow (.mmd)"),
    BPMN: N_("BPMN 2.0 of one flow (.bpmn)"),
}

_LONGEST_DECISION = 300
_WITH_ROLES = (PictureSubject.BOARD.value, PictureSubject.MATRIX.value)
"""The contents from which search and filter leave roles out."""


class PictureDialog(QuestionDialog):
    """Asks what to draw and where to; `export` is the answer."""

    def __init__(
        self,
        plan: Plan,
        export: PictureExport,
        choose_target: Callable[[Path], Path | None],
        words: Words,
        parent: QWidget | None = None,
        *,
        problem: str = "",
    ) -> None:
        """Begin with `export`; `choose_target` opens a file dialog and returns a path, or None.

        `problem` is why the last attempt wrote no file, shown until the file is changed.
        """
        super().__init__(words.tr("Export picture"), words.tr("Export"), words, parent)
        self._plan = plan
        self._before = export
        listed = listed_flows(plan, flows_of_catalogue(plan))
        self._flows = {each.flow.id: each.flow.name for each in listed}
        self.subjects = QComboBox(self)
        self.phases = QComboBox(self)
        self.languages = QComboBox(self)
        self.papers = QComboBox(self)
        self.labels = QComboBox(self)
        self.orders = QComboBox(self)
        self.flows = QComboBox(self)
        self.is_walked = QCheckBox(self)
        self.decision = QLineEdit(export.picture.decision, self)
        self.only_matches = QCheckBox(self)
        self.chosen = TargetChoice(_KINDS, export.target, choose_target, words, self)
        self.dots = QComboBox(self)
        self.then_show = QCheckBox(words.tr("Open the folder &afterwards"), self)
        self._fill(export)
        self._lay_out()
        for box in (self.subjects, self.phases, self.languages, self.flows):
            box.currentIndexChanged.connect(self._suggest_name)
        self.chosen.kind_changed.connect(self._suggest_name)
        self._suggest_name()
        self.errors.find_by(self._problems)
        if problem:
            self.errors.report(self.chosen.file, problem)

    @property
    def export(self) -> PictureExport:
        """The picture as the planner has set it."""
        label, is_limited = str(self.labels.currentData()), self.only_matches.isChecked()
        picture = replace(
            self._before.picture,
            subject=PictureSubject(self.subjects.currentData()),
            phase=PhaseId(self.phases.currentData()),
            paper=Paper(self.papers.currentData()),
            tlp=Tlp(label) if label else None,
            search=self._before.search if is_limited else "",
            role_filter=self._before.role_filter if is_limited else NO_FILTER,
            dots=int(self.dots.currentData()),
            order=str(self.orders.currentData()),
            flow=str(self.flows.currentData()),
            moment=self._before.picture.moment if self.is_walked.isChecked() else None,
            decision=self.decision.text().strip(),
        )
        return PictureExport(
            picture,
            self._language,
            self.chosen.target,
            self.then_show.isChecked(),
            self._before.search,
            self._before.role_filter,
        )

    @property
    def _language(self) -> Language:
        return LANGUAGES[self.languages.currentIndex()]

    @property
    def _can_limit(self) -> bool:
        """Whether search or filter of the window leave roles out."""
        return bool(self._before.search) or self._before.role_filter != NO_FILTER

    def _fill(self, export: PictureExport) -> None:
        words, picture = self.words, export.picture
        for subject, title in _SUBJECTS.items():
            self.subjects.addItem(words.tr(title), subject.value)
        for phase in self._plan.phases:
            self.phases.addItem(phase_name(phase, words), phase.id)
        for language in LANGUAGES:
            self.languages.addItem(_LANGUAGE_NAMES[language], language)
        for paper in Paper:
            self.papers.addItem(words.tr("{paper} landscape", paper=paper.name), paper.value)
        self.labels.addItem(words.tr("None"), "")
        for tlp in reversed(Tlp):
            self.labels.addItem(tlp_label(tlp), tlp.value)
        for order in ROAD_MAP_ORDERS:
            self.orders.addItem(words.tr(_ORDERS[order]), order)
        self.flows.addItem(words.tr("All flows"), "")
        for flow_id, name in self._flows.items():
            self.flows.addItem(words.local(name), flow_id)
        for dots in RESOLUTIONS:
            self.dots.addItem(words.tr("{n} dots per inch", n=dots), dots)
        for box, value in (
            (self.subjects, picture.subject.value),
            (self.phases, picture.phase),
            (self.languages, export.language),
            (self.papers, picture.paper.value),
            (self.labels, picture.tlp or ""),
            (self.dots, str(picture.dots)),
            (self.orders, picture.order),
            (self.flows, picture.flow),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._fill_checks(export)
        self.then_show.setChecked(export.then_show)

    def _fill_checks(self, export: PictureExport) -> None:
        """Offer what only some pictures can have: the window's filter, the moment of a walk."""
        words, picture = self.words, export.picture
        text = words.tr("Only roles that &match “{text}”", text=export.search.replace("&", "&&"))
        if export.role_filter != NO_FILTER:
            text = words.tr("Only roles that pass the filter of the &window")
        self.only_matches.setText(text)
        self.only_matches.setChecked(picture.has_conditions)
        self.only_matches.setVisible(self._can_limit)
        if picture.moment is not None:
            moment = moment_name(picture.moment, words)
            self.is_walked.setText(words.tr("Walk-thro&ugh: {moment}", moment=moment))
        self.is_walked.setChecked(picture.moment is not None)
        self.is_walked.setVisible(picture.moment is not None)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.column.addLayout(form)
        form.addRow(words.tr("&Contents"), self.subjects)
        form.addRow(words.tr("&Phase"), self.phases)
        form.addRow(words.tr("&Language of the file"), self.languages)
        form.addRow(words.tr("Pap&er"), self.papers)
        form.addRow(words.tr("&TLP label"), self.labels)
        form.addRow(words.tr("&Order of the moves"), self.orders)
        form.addRow(words.tr("&Business flow"), self.flows)
        if self._before.picture.moment is not None:
            form.addRow("", self.is_walked)
        form.addRow(words.tr("&Decision asked for"), self.decision)
        self.decision.setPlaceholderText(words.tr("lines to be filled in"))
        self.decision.setMaxLength(_LONGEST_DECISION)
        if self._can_limit:
            form.addRow("", self.only_matches)
        form.addRow(words.tr("&Kind of file"), self.chosen.kinds)
        self.chosen.add_file_row(form, self.errors)
        form.addRow(words.tr("&Resolution"), self.dots)
        form.addRow("", self.then_show)
        self.finish_layout()

    def _suggest_name(self) -> None:
        """Suggest a file name from the contents, unless the planner typed one."""
        self.dots.setEnabled(self.chosen.kind == PNG)
        for field in (self.papers, self.labels):
            field.setEnabled(self.chosen.kind not in FLOW_SUFFIXES)
        is_summary = self.subjects.currentData() == PictureSubject.SUMMARY.value
        self.decision.setEnabled(is_summary)
        is_road_map = self.subjects.currentData() == PictureSubject.ROAD_MAP.value
        self.orders.setEnabled(is_road_map)
        is_flow = self.subjects.currentData() == PictureSubject.FLOW.value
        self.flows.setEnabled(is_flow)
        self.is_walked.setEnabled(is_flow)
        self.only_matches.setEnabled(self.subjects.currentData() in _WITH_ROLES)
        phase = next(each for each in self._plan.phases if each.id == self.phases.currentData())
        subject = PictureSubject(self.subjects.currentData())
        title = words_for(self._language).tr(_SUBJECTS[subject])
        if is_flow and self.flows.currentData():
            title = self._flows[self.flows.currentData()].in_(self._language)
        names = (phase.name.in_(self._language), title, self._language)
        self.chosen.suggest(" - ".join((self._plan.organisation, *names)))
        self.errors.check()

    def _problems(self) -> dict[QWidget, str]:
        text = self.chosen.problem()
        is_one_flow = (
            self.export.picture.subject is PictureSubject.FLOW and self.export.picture.flow
        )
        if not text and self.chosen.kind in FLOW_SUFFIXES and not is_one_flow:
            text = self.words.tr(
                "Such a file has one flow: choose “Flows” as the contents, and a flow."
            )
        return {self.chosen.file: text} if text else {}
