"""Stand-ins for chart views that are not drawn yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.pictures.tokens import Tokens


class _Blank(QWidget):
    selected = Signal(str)
    opened = Signal(str)
    hovered = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_chart(self, values: object) -> None:
        self.values = values

    def set_tokens(self, tokens: Tokens) -> None: ...

    def select(self, code: str | None) -> None: ...

    def hover(self, code: str | None) -> None: ...


class PartsView(_Blank): ...


class PairView(_Blank): ...


class MatrixView(_Blank): ...
