"""The user's guide in a window of its own, so that it can stay open beside the work."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.resources import guide

MARGIN = 20
_LINE = 140
"""Percent of the height of the letters."""
_BELOW = {0: 8.0, 1: 8.0, 2: 6.0, 3: 4.0}
_ABOVE = {1: 0.0, 2: 18.0, 3: 12.0}
_PICTURE = "\ufffc"
"""What stands in the text for a picture, whose height is no height of letters."""
_SIZES = {1: 20, 2: 16, 3: 14}


class GuideWindow(QDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Panduan Cakupan")
        self.resize(780, 640)
        column = QVBoxLayout(self)
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(False)
        self.browser.sourceChanged.connect(lambda _: set_type(self.browser.document()))
        self.browser.setSource(QUrl.fromLocalFile(str(guide("README.md"))))
        column.addWidget(self.browser)


def set_type(document: QTextDocument) -> None:
    """Give a page read from Markdown the sizes and distances of the program; Markdown has none of its own."""
    document.setDocumentMargin(MARGIN)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        form = QTextBlockFormat()
        if _PICTURE not in block.text():
            form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.currentTable() is None:
            inside = block.textList() is not None and block.next().textList() is not None
            form.setBottomMargin(2 if inside else _BELOW.get(level, 4))
            form.setTopMargin(_ABOVE.get(level, 0))
        cursor.mergeBlockFormat(form)
        if level in _SIZES:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            size = QTextCharFormat()
            size.setProperty(QTextCharFormat.Property.FontPixelSize, _SIZES[level])
            size.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            cursor.mergeCharFormat(size)
        block = block.next()
    _set_weights(document)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def _set_weights(document: QTextDocument) -> None:
    """The bundled font has Semi Bold and no Bold, which Qt would smear."""
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    places = []
    block = document.begin()
    while block.isValid():
        piece = block.begin()
        while not piece.atEnd():
            fragment = piece.fragment()
            if fragment.charFormat().fontWeight() > QFont.Weight.DemiBold:
                places.append((fragment.position(), fragment.length()))
            piece += 1
        block = block.next()
    for start, length in places:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(strong)


def _set_table(table: QTextTable) -> None:
    form = table.format()
    form.setCellPadding(5)
    form.setTopMargin(4)
    form.setBottomMargin(10)
    table.setFormat(form)


def open_guide(parent: QWidget | None = None) -> None:
    """Show the guide; the window stays until it is closed."""
    window = GuideWindow(parent)
    window.setModal(False)
    window.show()
