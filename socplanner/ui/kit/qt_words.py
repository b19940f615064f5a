"""The words of Qt's own dialogs and menus, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from socplanner.services.translator import Translator


class QtWords(QObject):
    """Keeps Qt speaking the language that the window speaks; English needs no file.

    It goes with the translator it follows, and so do the words it has put in.
    """

    def __init__(self, translator: Translator, application: QCoreApplication) -> None:
        """Speak the language of `translator` from now on, before any window is made."""
        super().__init__(translator)
        self._translator = translator
        self._application = application
        self._installed: QTranslator | None = None
        translator.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Take the words of the language spoken now."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        language = self._translator.words.language
        if language == "en":
            return
        spoken = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if spoken.load(f"qtbase_{language}", folder):
            self._application.installTranslator(spoken)
            self._installed = spoken
