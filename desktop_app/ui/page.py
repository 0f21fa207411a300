"""What every page has: a header with its title and actions, perhaps a bar, and its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets import frame, label

HEADER_HEIGHT = 56


class Page(QWidget):
    """A page of the window. `refresh` is called when it comes into sight and when stored data change."""

    name = ""
    icon = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.look = desk, desk.look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        header = frame("header")
        header.setFixedHeight(HEADER_HEIGHT)
        self.header = QHBoxLayout(header)
        self.header.setContentsMargins(20, 0, 20, 0)
        self.header.setSpacing(8)
        self.title = label(self.name, "title")
        self.subtitle = label("", "secondary")
        self.header.addWidget(self.title)
        self.header.addWidget(self.subtitle)
        self.header.addStretch(1)
        self._column.addWidget(header)

    def refresh(self) -> None:
        """Show what is stored now."""

    def accept_file(self, path: str) -> None:
        """A file was dropped on the page or chosen elsewhere; only the page Impor does something with it."""

    def add_action(self, *widgets: QWidget) -> None:
        """At the right of the header."""
        for widget in widgets:
            self.header.addWidget(widget)

    def add_bar(self, bar: QFrame) -> None:
        self._column.addWidget(bar)

    def add_content(self, content: QWidget, *, scrolls: bool = False) -> None:
        """The rest of the page; with `scrolls` it may be higher than the window."""
        if scrolls:
            content.setObjectName("scrolled")
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(content)
            content = area
        self._column.addWidget(content, 1)

    def add_footer(self) -> QHBoxLayout:
        """The row of buttons that always stays in sight below the content."""
        footer = frame("footer")
        footer.setFixedHeight(52)
        line = QHBoxLayout(footer)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(8)
        self._column.addWidget(footer)
        return line
