"""The head of the page Cakupan: its views at the left; findings, the meeting and exports at the right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.operations.coverage import CoverageAnswer
from desktop_app.ui.desk import Desk
from desktop_app.ui.exports import ExportButton, Exporter, Shown
from desktop_app.ui.meeting import MeetingWindow
from desktop_app.ui.widgets import Button, Switch, restyle

VIEWS = ("Wilayah", "Perkembangan", "Segmen", "Pelaporan")


class CoverageHeader(QObject):
    """`view_wanted(place)`: one of `VIEWS`."""

    view_wanted = Signal(int)
    findings_wanted = Signal()

    def __init__(self, desk: Desk, line: QHBoxLayout, tabs: Switch, exporter: Exporter) -> None:
        super().__init__()
        self.desk = desk
        self._answer: CoverageAnswer | None = None
        self._compact, self._tabs = False, tabs
        self._shown: Callable[[], Shown] = Shown
        look = desk.look
        self.views = Switch(look, VIEWS, self.view_wanted.emit)
        self.findings = Button(look, "", "triangle-alert")
        self.findings.clicked.connect(self.findings_wanted)
        self.meeting = Button(look, "Mode rapat", "monitor")
        self.meeting.clicked.connect(self._open_meeting)
        self.export = ExportButton(look, exporter)
        self.export.about_to_show.connect(lambda: self.export.set_shown(self._shown()))
        line.insertWidget(1, self.views)
        line.insertWidget(2, tabs)
        for button in (self.findings, self.meeting, self.export):
            line.addWidget(button)
        self._window: QWidget | None = None

    def show_answer(self, answer: CoverageAnswer | None) -> None:
        self._answer = answer
        for widget in (self.findings, self.meeting, self.export):
            widget.setVisible(answer is not None)
        if answer is not None:
            self._tell_findings()

    def _tell_findings(self) -> None:
        many = len(self._answer.findings) if self._answer is not None else 0
        words = f"{many} temuan"
        self.findings.setText(str(many) if self._compact else words)
        self.findings.setToolTip(words if self._compact else "")
        self.findings.setAccessibleName(words)
        self.findings.set_icon("triangle-alert" if many else "circle-check", "warn" if many else "ok")

    def set_exporting(self, shown: Callable[[], Shown]) -> None:
        """What the present view gives, asked for when the menu opens."""
        self._shown = shown

    def choose(self, view: int) -> None:
        self.views.choose(view)

    def arrange(self, *, compact: bool) -> None:
        """In a narrow window the buttons keep icon and number, and their words as tooltips."""
        if compact == self._compact:
            return
        self._compact = compact
        for switch in (self.views, self._tabs):
            switch.set_tight(compact)
        for button, words in ((self.meeting, "Mode rapat"), (self.export, "Ekspor")):
            button.setText("" if compact else words)
            button.setToolTip(words if compact else "")
            button.setAccessibleName(words)
            restyle(button, "icononly", compact)
        restyle(self.findings, "icononly", compact)
        self._tell_findings()

    def _open_meeting(self) -> None:
        if self._answer is not None:
            self._window = MeetingWindow(self.desk, self._answer, self.meeting.window())
            self._window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._window.showFullScreen()
