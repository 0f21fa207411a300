"""The look of the window: one theme at a time, told to everything that paints itself."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.operations.settings import Theme
from desktop_app.pictures.fonts import font, load_fonts
from desktop_app.pictures.icons import icon
from desktop_app.pictures.tokens import DARK, LIGHT, Tokens
from desktop_app.ui.stylesheet import stylesheet

BODY = 13


class Look(QObject):
    """The tokens of the present theme; `changed` when the theme is another."""

    changed = Signal()

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__()
        self._application, self._theme = application, theme
        self.tokens = self._wanted()
        application.setStyle("Fusion")
        load_fonts()
        application.setFont(font(BODY))
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._fill()

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._follow()

    def icon(self, name: str, colour: str, size: int = 16) -> QIcon:
        """`colour` names a token: `icon("plus", "onacc")`."""
        return icon(name, getattr(self.tokens, colour), size, disabled_colour=self.tokens.dis)

    def icon_before_text(self, name: str, colour: str, size: int, gap: int) -> QIcon:
        """As `icon`, with `gap` pixels of air at its right: Qt sets a button's words close to its icon."""
        square, made = self.icon(name, colour, size), QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            for ratio in (1.0, 1.25, 1.5, 1.75, 2.0, 3.0):
                wide = QPixmap(round((size + gap) * ratio), round(size * ratio))
                wide.setDevicePixelRatio(ratio)
                wide.fill(Qt.GlobalColor.transparent)
                painter = QPainter(wide)
                painter.drawPixmap(QRect(0, 0, size, size), square.pixmap(QSize(size, size), ratio, mode))
                painter.end()
                made.addPixmap(wide, mode)
        return made

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.tokens, token))

    def _wanted(self) -> Tokens:
        system_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if self._theme is Theme.GELAP or (self._theme is Theme.SISTEM and system_dark) else LIGHT

    def _follow(self) -> None:
        """Filling again takes Qt some tenths of a second: only where something is other."""
        if self._wanted() is not self.tokens:
            self.tokens = self._wanted()
            self._fill()
            self.changed.emit()

    def _fill(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens))


def palette(tokens: Tokens) -> QPalette:
    """For what the style sheet does not reach: native dialogs, text selection, disabled text."""
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window,), tokens.bg),
        ((role.Base, role.Button), tokens.surf),
        ((role.AlternateBase,), tokens.sub),
        ((role.ToolTipBase,), tokens.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), tokens.t1),
        ((role.PlaceholderText,), tokens.t3),
        ((role.Highlight, role.Link, role.Accent), tokens.acc),
        ((role.HighlightedText,), tokens.onacc),
        ((role.Light, role.Midlight), tokens.surf),
        ((role.Mid, role.Dark, role.Shadow), tokens.line2),
    ):
        for one in roles:
            made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.dis))
    return made
