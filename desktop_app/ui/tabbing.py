"""The order in which Tab goes from widget to widget, where some were made later than those around them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_order(*widgets: QWidget | None) -> None:
    """Tab goes from one to the next: for widgets that were made later than those around them."""
    there = [widget for widget in widgets if widget is not None]
    for before, after in pairwise(there):
        QWidget.setTabOrder(before, after)


def tab_before(widget: QWidget, *others: QWidget) -> None:
    """Tab reaches `others`, one after the other, just before `widget`."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and (before in others or not _stops(before)):
        before = before.previousInFocusChain()
    if before is not widget:
        tab_order(before, *others)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
