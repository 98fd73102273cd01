"""Qt's style sheet of the window, made from the colours of the theme."""

from __future__ import annotations

from pathlib import Path
from string import Template

from playground.gui.theme import FIELD_RADIUS, RADIUS, Tokens
from playground.resources import assets_dir

# The Chinese families come last; without them Chinese letters get their Japanese forms.
MONO = (
    '"JetBrains Mono", "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", "Noto Sans Mono", '
    'monospace, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC"'
)
TEXT = (
    '"Inter", "Segoe UI Variable", "Segoe UI", "SF Pro Text", "DejaVu Sans", "Noto Sans", '
    '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif'
)

_TEMPLATE = Template("""
QMainWindow, #page { background: $page; }
QMainWindow::separator { background: $page; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: $hover; }
QWidget { font-family: $text; font-size: 12px; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 5px 7px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

#top { background: $panel; border-bottom: 1px solid $line; }
QMenuBar { background: $panel; border: none; padding: 2px 8px 0 8px; }
QMenuBar::item { padding: 3px 8px; border-radius: 5px; background: transparent; color: $secondary; }
QMenuBar::item:selected { background: $hover; color: $ink; }
QMenu { background: $panel; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $secondary; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 5px; }

#panelTitle { font-weight: 600; font-size: 13px; color: $ink; }
#groupTitle { font-weight: 600; font-size: 10px; color: $secondary; }
#sectionTitle { font-weight: 600; font-size: 12px; color: $ink; }
#fieldLabel, #caption { font-size: 11px; color: $secondary; }
#secondary { color: $secondary; }
#value { font-family: $mono; font-size: 11px; font-weight: 600; color: $ink; }
#mono { font-family: $mono; font-size: 11px; color: $secondary; }
#reason { font-size: 11px; color: $bad; }
#liveValue { font-family: $mono; font-size: 15px; font-weight: 600; color: $ink; }
#liveValue[good="true"] { color: $good; }
#helpBox { background: $field; border-radius: ${radius}px; }
#startTitle { font-size: 24px; font-weight: 600; }
#lensMessage { color: $secondary; }
#depthTitle { font-size: 13px; font-weight: 600; color: $ink; }
#depthLevel { padding: 1px 9px; min-height: 18px; font-size: 11px; border-radius: 9px; }
#depthLevel:checked { background: $accent_soft; color: $accent; border-color: $accent; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit {
    background: $field; border: 1px solid $line; border-radius: ${field_radius}px;
    padding: 3px 7px; color: $ink; selection-background-color: $accent; selection-color: $panel;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 17px; }
QAbstractSpinBox, QComboBox, QLineEdit#monoField { font-family: $mono; font-size: 11px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $secondary; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 1px solid $accent; background: $panel; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: $bad; }
QLineEdit#flatMono { font-family: $mono; font-size: 11px; color: $secondary; }
QLineEdit#flat, QLineEdit#flatMono { background: transparent; padding: 2px 4px;
    border: 1px solid transparent; }
QLineEdit#flat:hover, QLineEdit#flatMono:hover { border-color: $line; }
QLineEdit#flat:focus, QLineEdit#flatMono:focus { border-color: $accent; background: $panel; }
QAbstractSpinBox { padding-right: 2px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    width: 14px; border: none; background: transparent; }
QAbstractSpinBox#inline::up-button, QAbstractSpinBox#inline::down-button { width: 0; }
QAbstractSpinBox::up-arrow { image: url("$icons/arrow_up_$mode.svg"); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url("$icons/arrow_down_$mode.svg"); width: 8px; height: 8px; }
QAbstractSpinBox#inline::up-arrow, QAbstractSpinBox#inline::down-arrow { image: none; }
QAbstractSpinBox#inline { background: transparent; border-color: transparent; font-weight: 600;
    min-height: 14px; padding: 1px 3px; }
QAbstractSpinBox#inline:hover { border-color: $line; }
QAbstractSpinBox#inline:focus { border-color: $accent; background: $panel; }
QAbstractSpinBox#inline[wrong="true"] { border-color: $bad; }
QAbstractSpinBox#small { min-height: 13px; padding: 1px 3px 1px 5px; }
QComboBox QLineEdit, QComboBox QLineEdit:hover, QComboBox QLineEdit:focus { border: none;
    background: transparent; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("$icons/arrow_down_$mode.svg"); width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; padding: 3px;
    selection-background-color: $accent_soft; selection-color: $ink; outline: none; }
QComboBox#quiet QAbstractItemView { color: $ink; font-weight: 400; font-size: 12px; }
QComboBox#quiet::drop-down { width: 14px; }
QComboBox#quiet { background: transparent; border-color: transparent; color: $accent;
    font-family: $text; font-weight: 600; font-size: 11px; }
QComboBox#quiet:hover, QComboBox#quiet:focus { border-color: $line; }

QPushButton { background: $panel; border: 1px solid $line; border-radius: ${field_radius}px;
    padding: 4px 10px; color: $ink; }
QPushButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $secondary; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton#primary { background: $accent; border-color: $accent; color: $panel; font-weight: 600; }
QPushButton#chip { font-size: 11px; }
QPushButton#link { background: transparent; border: 1px solid transparent; color: $accent;
    font-weight: 600; text-align: left; padding: 3px 2px; }
QPushButton#link::menu-indicator { image: none; width: 0; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border: 1px solid $accent; }
QPushButton#repair { color: $accent; padding: 3px 9px; }
QPushButton#card { text-align: left; border-radius: ${radius}px; padding: 0; }
QPushButton#card:hover, QPushButton#card:focus { border-color: $accent; background: $panel; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 7px;
    padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton#square { background: $hover; min-width: 24px; min-height: 24px; }
QToolButton#square:hover { background: $line; }
QToolButton#toggle { background: $field; font-size: 11px; padding: 2px; }
QToolButton#toggle:hover { background: $hover; }
QToolButton#toggle:checked { background: $accent_soft; border: 1px solid $accent; color: $ink; }
QToolButton#play { background: $accent; border: 2px solid $accent; border-radius: 18px;
    min-width: 28px; max-width: 28px; min-height: 28px; max-height: 28px; }
QToolButton#play:hover { border-color: $ink; }
QToolButton#play:focus { border: 2px solid $ink; }
QToolButton#play:disabled { background: $line; border-color: $line; }
QToolButton#closeButton { color: $secondary; font-size: 10px; padding: 1px 4px; }
QTableView { background: $panel; border: none; selection-background-color: $accent_soft;
  selection-color: $ink; outline: none; }
QHeaderView::section { background: $panel; color: $secondary; border: none;
  border-bottom: 1px solid $line; padding: 3px 6px; }
QToolButton#pill, QLabel#pill { border: 1px solid $secondary; border-radius: 11px;
    padding: 2px 10px; min-height: 16px; font-size: 11px; color: $ink; background: transparent; }
QToolButton#pill:hover { background: $hover; }
QToolButton#pill:focus { border-color: $accent; }
QToolButton#pill[kind="error"] { border-color: $bad; color: $bad; }
QToolButton#pill[kind="warning"] { border-color: $warning; color: $warning; }
QToolButton#pill[kind="accent"] { border-color: $accent; color: $accent; }
QToolButton#pill[kind="accent"]:disabled { border-color: $line; color: $secondary; }
QToolButton::menu-indicator { image: none; }

QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 26px; height: 14px;
    border-image: url("$icons/switch_off_$mode.svg"); }
QCheckBox::indicator:checked { border-image: url("$icons/switch_on_$mode.svg"); }
QCheckBox:focus { color: $accent; background: $accent_soft; border-radius: 5px; }

QSlider { min-height: 18px; max-height: 18px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 10px; height: 10px; margin: -5px 0; border-radius: 7px;
    border: 2px solid $accent; background: $panel; }
QSlider::handle:horizontal:hover { background: $accent_soft; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $secondary; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 9px; } QScrollBar:horizontal { height: 9px; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; } QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QListWidget { background: transparent; border: none; outline: none; }
#history, #shortcuts { background: $panel; border: none; outline: none; }
QListWidget::item, #history::item, #shortcuts::item {
    border-radius: 6px; padding: 5px 8px; color: $ink; }
QListWidget::item:selected, #history::item:selected, #shortcuts::item:selected {
    background: $accent_soft; color: $ink; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $secondary; padding: 4px 10px; margin: 2px;
    border-radius: 6px; }
QTabBar::tab:selected { background: $accent_soft; color: $ink; }
QTabBar::tab:hover { color: $ink; }
#timelineBar { min-height: 30px; max-height: 30px; }
#timelineBadge { font-family: $mono; font-size: 11px; font-weight: 600; color: $accent;
    padding: 2px 4px; }
#timelineBadge[kind="past"] { color: $warning; border: 1px solid $warning; border-radius: 10px;
    padding: 2px 9px; }
#offer { background: $accent_soft; border-bottom: 1px solid $line; }
#strip { background: $panel; border: 1px solid $line; border-radius: ${radius}px; }
#strip[kind="error"] { border-color: $bad; }
#strip[kind="warning"] { border-color: $warning; }
#bubble { background: $panel; border: 1px solid $warning; border-radius: ${field_radius}px; }
#popup { background: $panel; border: 1px solid $line; border-radius: ${radius}px; }
""")


def stylesheet(tokens: Tokens, mode: str) -> str:
    """The style sheet of the whole application."""
    icons = Path(assets_dir() / "icons").as_posix()
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    return _TEMPLATE.substitute(
        colours,
        mode=mode,
        icons=icons,
        radius=RADIUS,
        field_radius=FIELD_RADIUS,
        mono=MONO,
        text=TEXT,
    )
