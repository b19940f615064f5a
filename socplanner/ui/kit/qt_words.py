"""Translations of Qt's own dialogs and menus into the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from socplanner.services.translator import Translator


class QtWords(QObject):
    """Installs Qt's translation for the language of the window; English needs none.

    It is a child of the translator it follows, and so are the translations it installs.
    """

    def __init__(self, translator: Translator, application: QCoreApplication) -> None:
        """Install the language of `translator` and follow it; make this before any window."""
        super().__init__(translator)
        self._translator = translator
        self._application = application
        self._installed: QTranslator | None = None
        translator.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Install the translation of the current language in place of the previous one."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        language = self._translator.words.language
        self._set_locale(QLocale(language))
        if language == "en":
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(translator)
            self._installed = translator

    def _set_locale(self, locale: QLocale) -> None:
        """Give widgets the locale of the language: screen readers choose their speech by it."""
        QLocale.setDefault(locale)
        for window in QApplication.topLevelWidgets():
            window.setLocale(locale)
