"""The user's guide in a window of its own, so that it can stay open beside the work."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.resources import guide

FIRST_SIZE = (780, 640)
MARGIN = 20
_LINE = 140
"""Percent of the height of the letters."""
_BELOW = {0: 8.0, 1: 8.0, 2: 6.0, 3: 4.0}
_ABOVE = {1: 0.0, 2: 18.0, 3: 12.0}
_PICTURE = "\ufffc"
"""What stands in the text for a picture, whose height is no height of letters."""
_AROUND_PICTURE = 10.0
_DENSITY = 2
"""Pixels of a picture for each pixel of the screen at 100 %, so that it is sharp at 200 % too."""
_SIZES = {1: 20, 2: 16, 3: 14}


class GuideBrowser(QTextBrowser):
    """Shows Markdown in the program's type; no picture is wider than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.sourceChanged.connect(self._show_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def _show_page(self) -> None:
        set_type(self.document())
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        document = self.document()
        for fragment in fragments(document):
            form = fragment.charFormat()
            if form.isImageFormat():
                file = document.baseUrl().resolved(QUrl(form.toImageFormat().name()))
                picture = fitted(file, self._room(), self.devicePixelRatioF())
                document.addResource(QTextDocument.ResourceType.ImageResource.value, file, picture)
        document.markContentsDirty(0, document.characterCount())

    def _room(self) -> int:
        """Pixels between the margins of the page."""
        return max(self.viewport().width() - 2 * MARGIN, 1)


class GuideWindow(QDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Panduan Cakupan")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize()))
        column = QVBoxLayout(self)
        self.browser = GuideBrowser()
        self.browser.setSource(QUrl.fromLocalFile(str(guide("README.md"))))
        column.addWidget(self.browser)


def fitted(file: QUrl, room: int, ratio: float) -> QImage:
    """The picture in its own size, or as wide as `room` (pixels at 100 %), for a screen of so many pixels to one."""
    picture = QImage(file.toLocalFile())
    width = min(picture.width() // _DENSITY, room)
    shown = picture.scaledToWidth(max(round(width * ratio), 1), Qt.TransformationMode.SmoothTransformation)
    shown.setDevicePixelRatio(ratio)
    return shown


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """Every piece of text or picture, in order."""
    for block in blocks(document):
        piece = block.begin()
        while not piece.atEnd():
            yield piece.fragment()
            piece += 1


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def set_type(document: QTextDocument) -> None:
    """Give a page read from Markdown the sizes and distances of the program; Markdown has none of its own."""
    document.setDocumentMargin(MARGIN)
    for block in blocks(document):
        _set_distances(block)
        if block.blockFormat().headingLevel() in _SIZES:
            _set_size(block, _SIZES[block.blockFormat().headingLevel()])
    _set_weights(document)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def _set_distances(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    form = QTextBlockFormat()
    if _PICTURE in block.text():
        form.setTopMargin(_AROUND_PICTURE)
        form.setBottomMargin(_AROUND_PICTURE)
    else:
        form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.currentTable() is None:
            inside = block.textList() is not None and block.next().textList() is not None
            form.setBottomMargin(2 if inside else _BELOW.get(level, 4))
            form.setTopMargin(_ABOVE.get(level, 0))
    cursor.mergeBlockFormat(form)


def _set_size(block: QTextBlock, pixels: int) -> None:
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    size = QTextCharFormat()
    size.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
    size.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
    cursor.mergeCharFormat(size)


def _set_weights(document: QTextDocument) -> None:
    """The bundled font has Semi Bold and no Bold, which Qt would smear."""
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    bold = [each for each in fragments(document) if each.charFormat().fontWeight() > QFont.Weight.DemiBold]
    for start, length in [(each.position(), each.length()) for each in bold]:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(strong)


def _set_table(table: QTextTable) -> None:
    form = table.format()
    form.setCellPadding(5)
    form.setTopMargin(10)
    form.setBottomMargin(10)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QApplication.palette().mid())
    table.setFormat(form)


def open_guide(parent: QWidget | None = None) -> None:
    """Show the guide; the window stays until it is closed."""
    window = GuideWindow(parent)
    window.setModal(False)
    window.show()
