"""The bundled font, so that Cakupan looks the same on every PC. Sizes are pixels at 96 dpi."""

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.resources import resource

FAMILY = "Inter"
_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


def load_fonts() -> None:
    """Make the family known to Qt; needs a running application and does nothing the second time."""
    if FAMILY not in QFontDatabase.families():
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter with figures of equal width."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
