"""Theme, language and motion: applied at once, remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from playground.gui.language import Language
from playground.gui.settings import Preferences
from playground.gui.stylesheet import TEXT, stylesheet
from playground.gui.theme import Theme


class Appearance(QObject):
    """How the whole application looks and speaks."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.preferences = theme, preferences
        self.language = Language(self)
        self._forced = ""  # what the command line asked for; not remembered
        theme.changed.connect(self._paint)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def begin(self, lang: str | None = None, theme: str | None = None) -> None:
        """Apply what is remembered, or what the command line asks for this time."""
        application = QApplication.instance()
        if application.style().name() != "fusion":  # to set it again polishes every widget
            application.setStyle("Fusion")
        font = QFont()
        font.setFamilies([name.strip(' "') for name in TEXT.split(",")])
        font.setPixelSize(12)
        application.setFont(font)
        self._forced = theme or ""
        self.language.switch(lang or self.preferences.language)
        self._follow()
        self._paint()

    def set_theme(self, name: str) -> None:
        """Switch to "light", "dark" or "system", and remember it."""
        self.preferences.theme, self._forced = name, ""
        self._follow()

    def set_language(self, code: str) -> None:
        """Switch to a language, "" for the system's, and remember it."""
        self.preferences.language = code
        self.language.switch(code)

    def toggle_motion(self) -> None:
        """Allow or stop all motion that only explains."""
        self.preferences.reduced_motion = not self.preferences.reduced_motion

    def _follow(self, *_: object) -> None:
        name = self._forced or self.preferences.theme
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        self.theme.set_mode(name)

    def _paint(self) -> None:
        application = QApplication.instance()
        sheet = stylesheet(self.theme.tokens, self.theme.mode)
        if sheet == application.styleSheet():  # to restyle every widget is slow
            application.setPalette(self.theme.palette())
            return
        application.setStyleSheet("")  # a first sheet takes Qt a third of the time of a changed one
        application.setPalette(self.theme.palette())
        application.setStyleSheet(sheet)
