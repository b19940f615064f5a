"""The window on a plan, without the program around it, for the time of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.shell.main_window import MainWindow


@contextmanager
def window_on(
    plan: Plan, view: str, *, phase: PhaseId | None = None, width: int = 1280, height: int = 800
) -> Iterator[MainWindow]:
    """Show `view` of `plan` in an English window, and destroy it afterwards."""
    window = MainWindow(Document(History.of(plan)), Translator(words_for("en")))
    window.resize(width, height)
    window.show()
    if phase is not None:
        window.viewpoint.look_at_phase(phase)
    window.show_view(view)
    QCoreApplication.processEvents()
    yield window
    window.leave()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
