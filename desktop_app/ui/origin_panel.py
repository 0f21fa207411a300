"""“Dari mana angka ini?”: the panel at the right of the page that shows an `Origin`."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.indonesian import number
from desktop_app.ui.look import Look
from desktop_app.ui.origin import Fraction, Item, Origin, Pair, Section, Words
from desktop_app.ui.tabbing import tab_order
from desktop_app.ui.widgets import Button, ElidedLabel, Icon, clear, frame, label, row, rule

WIDTH = 316


class OriginPanel(QFrame):
    """`closed`: Esc or the cross; the page gives the focus back. `people_wanted(WantedPeople)`: show the list behind it.

    `import_wanted(id)`: show the import that a line comes from.
    """

    closed = Signal()
    people_wanted = Signal(object)
    import_wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("side-panel")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self.origin = Origin()
        self._links: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._made_head())
        outer.addWidget(rule())
        outer.addWidget(self._made_area(), 1)
        outer.addWidget(self._made_foot())
        self.hide()

    def _made_head(self) -> QLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        self._title = label("", "card-title")
        self.close_button = Button(self._look, "", "x", kind="bare", name="Tutup")
        self.close_button.clicked.connect(self.closed)
        head.addLayout(row(self._title, 1, self.close_button))
        return head

    def _made_area(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("scrolled")
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(16, 10, 16, 10)
        self._body.setSpacing(4)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        return self._area

    def _made_foot(self) -> QFrame:
        foot = frame("card-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 10, 16, 10)
        self.people_button = Button(self._look, "", "table", kind="primary")
        self.people_button.clicked.connect(lambda: self.people_wanted.emit(self.origin.people))
        self.copy_button = Button(self._look, "Salin", "copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.origin.text))
        line.addWidget(self.people_button)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        bar, step = self._area.verticalScrollBar(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step * 40)

    def show_origin(self, origin: Origin) -> None:
        self.origin = origin
        clear(self._body)
        self._links.clear()
        self._title.setText(origin.title)
        self.setAccessibleName(f"{origin.title} {origin.label}")
        self.setAccessibleDescription(origin.text)
        if origin.label:
            self._body.addWidget(label(origin.label, "detail", wrap=True))
        if origin.figure:
            unit = label(origin.unit, "unit")
            self._body.addLayout(row(label(origin.figure, "figure"), unit, 1, spacing=5))
        if origin.fraction is not None:
            self._body.addWidget(self._made_fraction(origin.fraction))
        for section in origin.sections:
            self._add_section(section)
        self._body.addStretch(1)
        people = origin.people
        self.people_button.setVisible(people is not None)
        if people is not None:
            self.people_button.setText(f"Buka {number(people.people)} {people.unit}")
        self._area.verticalScrollBar().setValue(0)
        tab_order(self.close_button, *self._links, self.people_button, self.copy_button)
        self.show()

    def _made_fraction(self, fraction: Fraction) -> QFrame:
        box = frame("box")
        grid = QGridLayout(box)
        grid.setContentsMargins(12, 7, 12, 7)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (amount, words) in enumerate((fraction.above, fraction.below)):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(amount, "strong"), 2 * place, 0, Qt.AlignmentFlag.AlignRight | top)
            grid.addWidget(label(words, "detail", wrap=True), 2 * place, 1, top)
        grid.addWidget(rule(), 1, 0)
        return box

    def _add_section(self, section: Section) -> None:
        self._body.addSpacing(8)
        aside = row(spacing=4)
        if section.icon:
            aside.addWidget(Icon(self._look, section.icon, "t2", 13))
        aside.addWidget(label(section.aside, "detail"))
        self._body.addLayout(row(label(section.title, "label"), 1, aside))
        self._body.addWidget(rule())
        for line in section.lines:
            self._add_line(line)

    def _add_line(self, line: Pair | Item | Words) -> None:
        if isinstance(line, Item):
            self._body.addLayout(self._made_item(line))
        elif isinstance(line, Words):
            self._body.addWidget(label(line.text, line.role, wrap=True))
        else:
            if line.strong:
                self._body.addWidget(rule())
            role = "strong" if line.strong else ""
            name = label(line.name, role, wrap=True)
            value = label(line.value, role)
            made = row(spacing=12)
            made.addWidget(name, 1)
            made.addWidget(value, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._body.addLayout(made)

    def _made_item(self, item: Item) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._made_link(item, item.import_id) if item.import_id else label(item.text, wrap=True))
        if item.detail:
            words.addWidget(label(item.detail, "hint", wrap=True))
        line = QHBoxLayout()
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(Icon(self._look, item.icon, item.colour), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _made_link(self, item: Item, import_id: int) -> QWidget:
        link = LinkLabel(self._look, item.text)
        self._links.append(link)
        link.clicked.connect(lambda: self.import_wanted.emit(import_id))
        return link


class LinkLabel(Button):
    """A link whose words lose their middle where there is no room: a file's name."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, "", kind="link")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._words = ElidedLabel(text, "link")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._words)

    def sizeHint(self) -> QSize:
        return QSize(120, 20)
