"""The one style sheet, filled from the tokens of a theme. Measures are those of the design, in pixels at 96 dpi."""

from dataclasses import asdict
from string import Template

from desktop_app.pictures.tokens import Tokens
from desktop_app.resources import resource

_SHEET = Template("""
* { outline: none; }
QWidget#page, QMainWindow, QDialog, QWidget#start { background: $bg; }
QLabel { color: $t1; background: transparent; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="welcome"] { font-size: 24px; font-weight: 600; }
QLabel[role="lead"] { font-size: 14px; color: $t2; }
QLabel[role="card-title"] { font-size: 14px; font-weight: 600; }
QLabel[role="step-title"] { font-size: 16px; font-weight: 600; }
QLabel[role="figure"] { font-size: 28px; font-weight: 600; }
QLabel[role="figure-small"] { font-size: 22px; font-weight: 600; }
QLabel[role="unit"] { font-size: 15px; color: $t2; }
QLabel[role="strong"] { font-weight: 500; }
QLabel[role="secondary"] { color: $t2; }
QLabel[role="label"] { font-size: 12px; font-weight: 500; color: $t2; }
QLabel[role="detail"] { font-size: 12px; color: $t2; }
QLabel[role="figure-line"] { font-size: 12px; font-weight: 500; }
QLabel[role="hint"] { font-size: 12px; color: $t3; }
QLabel[role="source"] { font-size: 11px; color: $t3; }
QLabel[role="error"] { font-size: 12px; color: $bad; }
QLabel[role="key"] { font-size: 11px; color: $t3; border: 1px solid $line2; border-radius: 4px; padding: 1px 6px; }
QLabel[role="ok"] { font-size: 12px; color: $ok; }
QLabel[role="reached"] { color: $ok; }
QLabel[role="link"] { color: $acc; }

QFrame#card { background: $surf; border: 1px solid $line; border-radius: 8px; }
QFrame#card-head, QFrame#card-foot { background: transparent; border: none; }
QFrame#card-head { border-bottom: 1px solid $line; }
QFrame#card-foot { border-top: 1px solid $line; background: $sub;
    border-bottom-left-radius: 7px; border-bottom-right-radius: 7px; }
QFrame#box { background: $sub; border: 1px solid $line; border-radius: 6px; }
QFrame#choice { background: $surf; border: 1px solid $line2; border-radius: 6px; }
QFrame#list { background: $surf; border: 1px solid $line2; border-radius: 6px; }
QListWidget#list { background: $surf; border: 1px solid $line2; border-radius: 6px; padding: 2px; }
QListWidget#list:focus { border: 2px solid $acc; padding: 1px; }
QFrame#listed { background: transparent; border: none; border-bottom: 1px solid $grid; }
QCheckBox[quiet="true"] { color: $t3; }
QFrame#choice[chosen="true"] { background: $sel; border: 1px solid $acc; }
QFrame#note { background: $warn_soft; border: 1px solid $warn_line; border-radius: 6px; }
QFrame#note[state="ok"] { background: $ok_soft; border-color: $ok_line; }
QFrame#note[state="bad"] { background: $bad_soft; border-color: $bad_line; }
QFrame#note[state="info"] { background: $acc_soft; border-color: $acc_line; }
QFrame#rule { background: $line; border: none; }
QFrame#header { background: $bg; border: none; border-bottom: 1px solid $line; }
QFrame#bar { background: $surf; border: none; border-bottom: 1px solid $line; }
QFrame#form { background: $surf; border: none; border-right: 1px solid $line; }
QFrame#paper-desk { background: $desk; border: none; }
QFrame#footer { background: $surf; border: none; border-top: 1px solid $line; }
QPushButton#entry { background: transparent; border: none; border-left: 3px solid transparent; border-radius: 0; text-align: left;
  padding: 0; min-height: 46px; }
QPushButton#entry:hover { background: $hover; }
QPushButton#entry:checked { background: $sel; border-left: 3px solid $acc; }
QPushButton#entry:focus { border: 2px solid $acc; border-radius: 4px; }
QFrame#sidebar { background: $side; border: none; border-right: 1px solid $line; }
QFrame#side-panel { background: $surf; border: none; border-left: 1px solid $line; }
QDialog#search { background: $raised; border: 1px solid $line2; }
QFrame#toast { background: $raised; border: 1px solid $ok; border-left: 3px solid $ok; border-radius: 6px; }
QFrame#drop { background: $surf; border: 2px dashed $line2; border-radius: 8px; }
QFrame#drop[over="true"] { background: $sel; border-color: $acc; }

QPushButton { min-height: 30px; max-height: 30px; padding: 0 14px; border: 1px solid $line2; border-radius: 6px;
    background: $surf; color: $t1; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sub; }
QPushButton:focus { border: 2px solid $acc; padding: 0 13px; min-height: 28px; max-height: 28px; }
QPushButton:disabled { color: $dis; border-color: $line; background: $sub; }
QPushButton::menu-indicator { width: 0; }
QPushButton[kind="primary"] { background: $acc; border-color: $acc; color: $onacc; }
QPushButton[kind="primary"]:hover { background: $acc_h; border-color: $acc_h; }
QPushButton[kind="primary"]:pressed { background: $acc_p; border-color: $acc_p; }
QPushButton[kind="primary"]:focus { border: 2px solid $acc_p; }
QPushButton[kind="primary"]:disabled { background: $sub; border-color: $line; color: $dis; }
QPushButton[kind="light"] { background: transparent; border-color: transparent; color: $acc; padding: 0 7px; }
QPushButton[kind="light"]:hover { background: $acc_soft; }
QPushButton[kind="light"]:focus { border: 2px solid $acc; padding: 0 6px; }
QPushButton[kind="light"]:disabled { color: $dis; background: transparent; }
QPushButton[kind="link"] { background: transparent; border: none; color: $acc; padding: 0 2px; font-size: 12px;
    min-height: 20px; max-height: 20px; text-align: left; }
QPushButton[kind="link"][crumb="true"] { font-size: 13px; }
QPushButton[kind="link"]:hover { color: $acc_h; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $acc; border-radius: 4px; padding: 0; min-height: 16px; max-height: 16px; }
QPushButton[kind="search"] { color: $t3; border-color: $edge; font-weight: 400; text-align: left; min-width: 244px; }
QPushButton[kind="search"]:focus { border: 2px solid $acc; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad_line; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="danger"]:focus { border: 2px solid $bad; }
QPushButton[kind="danger"]:disabled { color: $dis; border-color: $line; }
QPushButton[kind="tool"] { padding: 0; min-width: 30px; max-width: 30px; }
QPushButton[kind="tool"]:focus { padding: 0; min-width: 28px; max-width: 28px; }
QPushButton[kind="bare"] { padding: 0; min-width: 30px; max-width: 30px; background: transparent; border-color: transparent; }
QPushButton[kind="bare"]:hover { background: $hover; }
QPushButton[kind="bare"]:focus { border: 2px solid $acc; padding: 0; min-width: 28px; max-width: 28px; }
QPushButton[kind="mini"] { padding: 0; min-width: 20px; max-width: 20px; min-height: 20px; max-height: 20px;
    background: transparent; border-color: transparent; border-radius: 4px; }
QPushButton[kind="mini"]:hover { background: $hover; }
QPushButton[kind="mini"]:focus { border: 2px solid $acc; padding: 0; min-width: 18px; max-width: 18px; min-height: 18px; max-height: 18px; }
QPushButton[small="true"] { min-height: 26px; max-height: 26px; padding: 0 11px; }
QPushButton[small="true"]:focus { min-height: 24px; max-height: 24px; padding: 0 10px; }
QPushButton[icononly="true"] { padding-left: 8px; padding-right: 4px; }
QPushButton[icononly="true"]:focus { padding-left: 7px; padding-right: 3px; }
QPushButton[opens="true"] { padding-right: 34px; }
QPushButton[opens="true"]:focus { padding-right: 33px; }
QPushButton[opens="true"][icononly="true"] { padding-right: 30px; }
QPushButton[opens="true"][icononly="true"]:focus { padding-right: 29px; }
QPushButton[opens="true"][small="true"] { padding-right: 23px; }
QPushButton[opens="true"][small="true"]:focus { padding-right: 22px; }
QPushButton[kind="row"] { text-align: left; border: none; background: transparent; padding: 0 12px;
    min-height: 36px; max-height: 36px; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:focus { border: 2px solid $acc; padding: 0 10px; min-height: 32px; max-height: 32px; }
QPushButton[kind="segment"] { border-radius: 0; border-right-width: 0; min-height: 28px; max-height: 28px; padding: 0 12px; color: $t2; }
QPushButton[kind="segment"][end="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[kind="segment"][end="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }
QPushButton[kind="segment"][tight="true"] { padding: 0 8px; }
QPushButton[kind="segment"]:checked { background: $acc_soft; color: $acc; border-color: $acc_line; }
QPushButton[kind="segment"]:focus { border: 2px solid $acc; min-height: 26px; max-height: 26px; padding: 0 10px; }

QLineEdit, QComboBox, QDateEdit, QAbstractSpinBox { min-height: 30px; max-height: 30px; padding: 0 10px; border: 1px solid $edge;
    border-radius: 6px; background: $surf; color: $t1; selection-background-color: $acc; selection-color: $onacc; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QAbstractSpinBox:focus { border: 2px solid $acc; padding: 0 9px;
    min-height: 28px; max-height: 28px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $bad; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $sub; color: $t2; border-color: $line2; }
QDateEdit:disabled { background: $sub; color: $dis; border-color: $line; }
QLineEdit[small="true"] { min-height: 26px; max-height: 26px; }
QLineEdit[small="true"]:focus { min-height: 24px; max-height: 24px; }
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus { border: 2px solid $acc; border-radius: 4px; padding: 0 7px;
    min-height: 24px; max-height: 100px; font-size: 12.5px; }
QComboBox[small="true"], QComboBox[small="true"]:focus { min-height: 20px; max-height: 26px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 14px; height: 14px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; color: $t1; padding: 4px;
    selection-background-color: $acc_soft; selection-color: $t1; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sub; }
QCalendarWidget QToolButton { background: transparent; border: none; border-radius: 4px; padding: 3px 8px; color: $t1;
    font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $acc_soft; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView { background: $raised; color: $t1; font-size: 12.5px;
    selection-background-color: $acc; selection-color: $onacc; }
QCalendarWidget QAbstractItemView:disabled { color: $dis; }
QPlainTextEdit, QTextBrowser { border: 1px solid $edge; border-radius: 6px; background: $surf; color: $t1; padding: 6px;
    selection-background-color: $acc; selection-color: $onacc; }
QPlainTextEdit:focus { border: 2px solid $acc; padding: 5px; }

QCheckBox, QRadioButton { color: $t1; spacing: 8px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $dis; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $edge; background: $surf; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $acc; border-color: $acc; image: url($check); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $acc; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $acc; }
QCheckBox:focus, QRadioButton:focus { color: $acc; }

QTableView { background: $surf; border: none; color: $t1; gridline-color: $grid; font-size: 12.5px;
    selection-background-color: $sel; selection-color: $t1; alternate-background-color: $surf; }
QTableView#total { background: $sub; border-top: 1px solid $line2; font-weight: 600; }
QHeaderView { background: $sub; border: none; }
QHeaderView::section { background: $sub; color: $t2; font-size: 12px; font-weight: 500; border: none;
    border-bottom: 1px solid $line; padding: 0 10px; height: 29px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }
QTableCornerButton::section { background: $sub; border: none; }
QListWidget { background: $surf; border: none; color: $t1; }

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $raised; border: 1px solid $line2; border-radius: 6px; padding: 4px; color: $t1; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 4px; min-width: 120px; }
QMenu::item:selected { background: $acc_soft; }
QMenu::item:checked { font-weight: 600; color: $acc; }
QMenu::item:disabled { color: $t3; }
QMenu::indicator { width: 0; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QToolTip { background: $raised; color: $t1; border: 1px solid $line2; padding: 5px 8px; font-size: 12px; }
QProgressBar { border: none; border-radius: 3px; background: $neu_soft; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $acc; border-radius: 3px; }
QSplitter::handle { background: $line; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The sheet of one theme."""
    shade = "gelap" if tokens.dark else "terang"
    pictures = {name: resource("icons", f"{name}-{shade}.svg").as_posix() for name in ("chevron", "check")}
    return _SHEET.substitute({key: value for key, value in asdict(tokens).items() if isinstance(value, str)} | pictures)
