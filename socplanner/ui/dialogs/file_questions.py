"""Every question about files: which one to use, and what to do about a problem with one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLabel, QMessageBox, QWidget

from socplanner.domain.ids import PhaseId
from socplanner.domain.new_plan import NewPlanOptions
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.services.catalogues import shipped
from socplanner.services.file_problem import FileProblem
from socplanner.services.machine_settings import NO_MACHINE_SETTINGS, MachineSettings
from socplanner.services.translator import Translator
from socplanner.services.use_mark import PlanUse
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.message import Answer, AnswerButton, Message, choose
from socplanner.ui.dialogs.picture_export import PictureExport
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.ui.kit.plain_text import make_plain
from socplanner.ui.kit.samples import Sample
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

_ROLES = QMessageBox.ButtonRole


class FileQuestions:
    """Asks the planner; tests replace it with a class that has prepared answers."""

    def __init__(
        self,
        translator: Translator,
        notify: Callable[[Notice], object],
        window: QWidget | None = None,
    ) -> None:
        """Ask in the language of `translator`, above `window`; report by `notify`."""
        self._translator = translator
        self._notify = notify
        self._window = window

    def about_unsaved(self, name: str) -> Answer:
        """Ask what to do with unsaved changes; return SAVE, DISCARD or CANCEL."""
        words = self._words
        message = Message(
            words.tr("Unsaved changes"),
            words.tr("Save the changes of “{plan}”?", plan=name),
            words.tr("If you do not save them, they are lost."),
            QMessageBox.Icon.Question,
        )
        options = (
            AnswerButton(Answer.SAVE, words.tr("&Save"), _ROLES.AcceptRole),
            AnswerButton(Answer.DISCARD, words.tr("&Don’t save"), _ROLES.DestructiveRole),
            self._cancel_button(),
        )
        return self._choose(message, options)

    def about_changed_on_disk(self, path: Path) -> Answer:
        """Ask what to do about a file that changed on disk.

        Return MERGE, SAVE_AS, OVERWRITE, RELOAD or CANCEL.
        """
        words = self._words
        message = Message(
            words.tr("The file has changed"),
            words.tr(
                "“{file}” was changed by another person or program since you opened it.",
                file=path.name,
            ),
            words.tr(
                "Merging keeps the changes of both; where both changed the same, yours stays until "
                "you choose. Saving under another name keeps both files. Overwriting discards the "
                "other changes; reloading shows the other version, and Undo restores yours."
            ),
        )
        options = (
            AnswerButton(Answer.MERGE, words.tr("&Merge and save"), _ROLES.AcceptRole),
            AnswerButton(Answer.SAVE_AS, words.tr("Save &as…"), _ROLES.AcceptRole),
            AnswerButton(Answer.OVERWRITE, words.tr("&Overwrite"), _ROLES.DestructiveRole),
            AnswerButton(Answer.RELOAD, words.tr("&Reload"), _ROLES.DestructiveRole),
            self._cancel_button(),
        )
        return self._choose(message, options)

    def about_open_elsewhere(self, path: Path, use: PlanUse, *, is_shown: bool = False) -> Answer:
        """Ask how to open a plan that is open elsewhere.

        Return READ_ONLY, COPY, OPEN or CANCEL. If it `is_shown` already, nothing can be cancelled.
        """
        words = self._words
        more = words.tr(
            "Read-only: you save your changes under another name. A copy is a plan without a file. "
            "If you open it anyway, what both of you save is merged."
        )
        owner = use.owner or words.tr("not known")
        machine = use.machine or words.tr("not known")
        who = words.tr(
            "Open by: {owner}\nMachine: {machine}\nSince: {since}",
            owner=owner,
            machine=machine,
            since=use.since_text if use.since else words.tr("not known"),
        )
        message = Message(
            words.tr("The plan is open elsewhere"),
            words.tr("“{file}” is open in another window or by another person.", file=path.name),
            f"{who}\n\n{more}",
            QMessageBox.Icon.Information,
        )
        options = [
            AnswerButton(Answer.COPY, words.tr("Open a &copy")),
            AnswerButton(Answer.OPEN, words.tr("Open any&way"), _ROLES.DestructiveRole),
        ]
        read_only = AnswerButton(Answer.READ_ONLY, words.tr("Open &read-only"), _ROLES.AcceptRole)
        if is_shown:
            return choose(message, [*options, read_only], self._window, default=-1)
        return self._choose(message, [read_only, *options, self._cancel_button()])

    def about_failed_write(self, problem: FileProblem) -> Answer:
        """Show why a file was not written; return SAVE_AS, RETRY or CANCEL."""
        words = self._words
        message = Message(
            words.tr("Cannot save the file"),
            words.tr("“{file}” was not saved.", file=problem.path.name),
            errors.message(problem.problem, words),
        )
        options = (
            AnswerButton(Answer.SAVE_AS, words.tr("Save &as…"), _ROLES.AcceptRole),
            AnswerButton(Answer.RETRY, words.tr("&Try again")),
            self._cancel_button(),
        )
        return self._choose(message, options)

    def about_existing(self, path: Path) -> bool:
        """Ask whether to replace a file, and return the answer."""
        words = self._words
        message = Message(
            words.tr("Replace the file"),
            words.tr("There is a file “{file}” already. Replace it?", file=path.name),
            str(path.parent),
        )
        options = (
            AnswerButton(Answer.OVERWRITE, words.tr("&Replace"), _ROLES.DestructiveRole),
            self._cancel_button(),
        )
        return self._choose(message, options, safest=True) is Answer.OVERWRITE

    def about_bad_character(self, problem: FileProblem) -> bool:
        """Ask whether to open a plan without its invalid characters; return the answer."""
        words = self._words
        reason = errors.message_in_file(problem.path.name, problem.line, problem.problem, words)
        message = Message(
            words.tr("Invisible characters in the file"),
            reason,
            words.tr(
                "Open the plan without such characters? Everything else stays as it is, and the "
                "file changes only when you save."
            ),
            QMessageBox.Icon.Question,
        )
        options = (
            AnswerButton(Answer.RETRY, words.tr("&Open without them")),
            self._cancel_button(),
        )
        return self._choose(message, options) is Answer.RETRY

    def about_rejected(self, problem: Problem) -> None:
        """Report why a text that is being typed is invalid, so that the plan was not saved."""
        words = self._words
        text = words.tr("The plan was not saved. {reason}", reason=errors.message(problem, words))
        self._notify(Notice(NoticeKind.PROBLEM, text))

    def show_problem(self, problem: FileProblem, remedy: Remedy | None = None) -> None:
        """Report why a file cannot be opened, with a `remedy` if there is one."""
        words = self._words
        text = errors.message_in_file(problem.path.name, problem.line, problem.problem, words)
        text = words.tr("{reason} The file: {path}", reason=text, path=problem.path)
        self._notify(Notice(NoticeKind.PROBLEM, text, remedy))

    def for_new_plan(
        self,
        samples: Sequence[Sample],
        machine: MachineSettings = NO_MACHINE_SETTINGS,
        pattern: str = "",
    ) -> NewPlanOptions | Path | None:
        """Ask for the options of a new plan, with the defaults of `machine` and a first `pattern`.

        Return the path of a sample if one was chosen instead, None if cancelled.
        """
        from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog

        dialog = NewPlanDialog(shipped(), samples, self._words, self._window, machine, pattern)
        if not dialog.ask():
            return None
        return dialog.beginning if dialog.sample is None else dialog.sample

    def file_to_open(self, folder: Path, title: str = "") -> Path | None:
        """Ask for a plan to open, starting in `folder`; None if cancelled.

        `title` is that of the dialog where the plan is wanted for another purpose.
        """
        words = self._words
        dialog = QFileDialog(self._window, title or words.tr("Open a plan"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._plan_filter(), words.tr("All files (*)")])
        return _chosen_file(dialog, words)

    def file_to_save(self, title: str, suggestion: Path) -> Path | None:
        """Ask for the file to save a plan to, without asking to replace it; None if cancelled."""
        dialog = QFileDialog(self._window, title, str(suggestion.parent))
        dialog.setNameFilters([self._plan_filter(), self._words.tr("All files (*)")])
        dialog.setDefaultSuffix("socplan")
        return _file_to_save(dialog, suggestion, self._words)

    def for_export(
        self, plan: Plan, options: ExportOptions, problem: Problem | None = None
    ) -> ExportOptions | None:
        """Ask what to export and where to, starting with `options`; None if cancelled.

        `problem` is why that was not possible with these options.
        """
        from socplanner.ui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(
            plan,
            options,
            self.export_to_save,
            self._words,
            self._window,
            problem=self._sentence(problem),
        )
        return dialog.options if dialog.ask() else None

    def export_to_save(self, suggestion: Path) -> Path | None:
        """Ask for the file to export to, starting with `suggestion`; None if cancelled."""
        words = self._words
        filters = {
            ".xlsx": words.tr("Excel workbooks (*.xlsx)"),
            ".csv": words.tr("CSV tables (*.csv)"),
            ".md": words.tr("Markdown tables (*.md)"),
        }
        return self._export_to_save(words.tr("Export matrix"), filters, suggestion)

    def for_tender_pack(
        self, plan: Plan, options: ExportOptions, problem: Problem | None = None
    ) -> ExportOptions | None:
        """Ask for the provider of a tender pack and its file, starting with `options`.

        Return None if cancelled; `problem` is why that was not possible with these options.
        """
        from socplanner.ui.dialogs.tender_pack_dialog import TenderPackDialog

        sentence = self._sentence(problem)
        dialog = TenderPackDialog(
            plan, options, self.pack_to_save, self._words, self._window, problem=sentence
        )
        return dialog.options if dialog.ask() else None

    def pack_to_save(self, suggestion: Path) -> Path | None:
        """Ask for the file of a tender pack, starting with `suggestion`; None if cancelled."""
        words = self._words
        filters = {
            ".xlsx": words.tr("Excel workbooks (*.xlsx)"),
            ".pdf": words.tr("PDF files (*.pdf)"),
        }
        return self._export_to_save(words.tr("Tender pack"), filters, suggestion)

    def bids_to_save(self, suggestion: Path) -> Path | None:
        """Ask for the file of a comparison, starting with `suggestion`; None if cancelled."""
        words = self._words
        filters = {".xlsx": words.tr("Excel workbooks (*.xlsx)")}
        return self._export_to_save(words.tr("Export the comparison"), filters, suggestion)

    def for_picture(
        self, plan: Plan, export: PictureExport, problem: Problem | None = None
    ) -> PictureExport | None:
        """Ask what to draw and where to, starting with `export`; None if cancelled.

        `problem` is why that was not possible with these options.
        """
        from socplanner.ui.dialogs.picture_dialog import PictureDialog

        dialog = PictureDialog(
            plan,
            export,
            self.picture_to_save,
            self._words,
            self._window,
            problem=self._sentence(problem),
        )
        return dialog.export if dialog.ask() else None

    def picture_to_save(self, suggestion: Path) -> Path | None:
        """Ask for the file of a picture, starting with `suggestion`; None if cancelled."""
        words = self._words
        filters = {
            ".pdf": words.tr("PDF files (*.pdf)"),
            ".svg": words.tr("SVG drawings (*.svg)"),
            ".png": words.tr("PNG images (*.png)"),
            ".mmd": words.tr("Mermaid diagrams (*.mmd)"),
            ".bpmn": words.tr("BPMN 2.0 files (*.bpmn)"),
        }
        return self._export_to_save(words.tr("Export picture"), filters, suggestion)

    def _export_to_save(
        self, title: str, filters: Mapping[str, str], suggestion: Path
    ) -> Path | None:
        """Ask for a file of one of the kinds in `filters`, by extension; None if cancelled."""
        dialog = QFileDialog(self._window, title, str(suggestion.parent))
        dialog.setNameFilters([*filters.values()])
        dialog.selectNameFilter(filters.get(suggestion.suffix.lower(), ""))
        dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
        return _file_to_save(dialog, suggestion, self._words)

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        """Ask for a folder, starting in `folder`; None if cancelled."""
        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _chosen_file(dialog, self._words)

    def workbooks_to_open(self, folder: Path) -> list[Path]:
        """Ask for workbooks to import, starting in `folder`; an empty list if cancelled."""
        words = self._words
        dialog = QFileDialog(self._window, words.tr("Import matrix"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [words.tr("Workbooks (*.xlsx *.xlsm *.csv *.tsv *.md)"), words.tr("All files (*)")]
        )
        is_accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles() if is_accepted else []
        dialog.deleteLater()
        return [Path(each) for each in chosen]

    def score_sheet_to_open(self, folder: Path) -> Path | None:
        """Ask for a self-check sheet to import, starting in `folder`; None if cancelled."""
        words = self._words
        dialog = QFileDialog(self._window, words.tr("Import self-check"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [words.tr("Workbooks (*.xlsx *.xlsm *.csv *.tsv *.md)"), words.tr("All files (*)")]
        )
        return _chosen_file(dialog, words)

    def about_other_plan(self, path: Path) -> bool:
        """Ask whether to compare a workbook of another plan with this one; return the answer."""
        words = self._words
        message = Message(
            words.tr("Import matrix"),
            words.tr("“{file}” was exported from another plan.", file=path.name),
            words.tr(
                "Compare it with this plan anyway? Roles and parties are matched by id; nothing is "
                "imported until you have reviewed it."
            ),
        )
        options = (AnswerButton(Answer.RETRY, words.tr("Compare anyway")), self._cancel_button())
        return self._choose(message, options, safest=True) is Answer.RETRY

    def about_discarded_work(self, name: str) -> bool:
        """Ask whether to discard recovered work for good; return the answer."""
        words = self._words
        message = Message(
            words.tr("Discard the work"),
            words.tr("Discard the unsaved work on “{plan}”?", plan=name),
            words.tr("It is in no file, and cannot be recovered afterwards."),
        )
        options = (
            AnswerButton(Answer.DISCARD, words.tr("&Discard"), _ROLES.DestructiveRole),
            self._cancel_button(),
        )
        return self._choose(message, options, safest=True) is Answer.DISCARD

    def about_phase(self, plan: Plan, problem: FileProblem) -> PhaseId | None:
        """Ask which phase of `plan` workbooks without a usable phase are for; None if cancelled."""
        words = self._words
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(words.tr("Import matrix"))
        text = errors.message_in_file(problem.path.name, None, problem.problem, words)
        dialog.setLabelText(f"{text}\n\n{words.tr('Phase to import into:')}")
        dialog.setOkButtonText(words.tr("Compare"))
        dialog.setCancelButtonText(words.tr("Cancel"))
        names = [f"{n}  {phase_name(each, words)}" for n, each in enumerate(plan.phases, start=1)]
        dialog.setComboBoxItems(names)
        make_plain(dialog)
        for label in dialog.findChildren(QLabel):
            label.setWordWrap(True)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = plan.phases[names.index(dialog.textValue())].id if is_accepted else None
        dialog.deleteLater()
        return chosen

    def show_folder(self, folder: Path) -> None:
        """Open `folder` in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @property
    def _words(self) -> Words:
        return self._translator.words

    def _sentence(self, problem: Problem | None) -> str:
        return "" if problem is None else errors.message(problem, self._words)

    def _plan_filter(self) -> str:
        return self._words.tr("Plans (*.socplan *.yaml *.yml)")

    def _cancel_button(self) -> AnswerButton:
        return AnswerButton(Answer.CANCEL, self._words.tr("Cancel"), _ROLES.RejectRole)

    def _choose(
        self, message: Message, options: Sequence[AnswerButton], *, safest: bool = False
    ) -> Answer:
        return choose(message, options, self._window, default=-1 if safest else 0)


def _file_to_save(dialog: QFileDialog, suggestion: Path, words: Words) -> Path | None:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(suggestion.name)
    return _chosen_file(dialog, words)


def _chosen_file(dialog: QFileDialog, words: Words) -> Path | None:
    """Return the chosen file, or None; two labels are set since Qt has them in English only."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, words.tr("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, words.tr("Files of type:"))
    is_accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if is_accepted and files else None
