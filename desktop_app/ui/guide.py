"""The user's guide in a window of its own, so that it can stay open beside the work."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.resources import guide


class GuideWindow(QDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Panduan Cakupan")
        self.resize(760, 620)
        column = QVBoxLayout(self)
        browser = QTextBrowser()
        browser.setOpenExternalLinks(False)
        browser.document().setDefaultStyleSheet("p, li { line-height: 150%; }")
        browser.setSource(QUrl.fromLocalFile(str(guide("README.md"))))
        column.addWidget(browser)


def open_guide(parent: QWidget | None = None) -> None:
    """Show the guide; the window stays until it is closed."""
    window = GuideWindow(parent)
    window.setModal(False)
    window.show()
