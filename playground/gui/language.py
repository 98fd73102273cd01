"""Switching the language of the whole window at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from playground import i18n

_QT_NAMES = {"zh": "qtbase_zh_CN"}


class CatalogueTranslator(QTranslator):
    """Answers Qt's questions for texts from our own catalogue."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = i18n.catalogue(code) if code != "en" else {}

    def isEmpty(self) -> bool:
        return False  # Qt would not install an empty one, and then tell nobody of the switch

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        return self._words.get(source)  # None leaves the question to the next translator


class Language(QObject):
    """The language of the running program; every widget gets a LanguageChange event."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    def switch(self, code: str) -> None:
        """Show everything in a language: a key of `i18n.LANGUAGES`, "" for the system's."""
        code = code or i18n.system_language()
        i18n.set_language(code)
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if code == "zh" else QLocale.c()))
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = [CatalogueTranslator(code, self)]
        name = _QT_NAMES.get(code)
        if name is not None:
            buttons = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if buttons.load(name, folder):
                self._installed.insert(0, buttons)
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
