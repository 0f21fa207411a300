import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.analysis.charts import BarChart, MapChart, TrendChart
from desktop_app.pictures.drawing import draw
from desktop_app.pictures.tokens import LIGHT

Colours = Callable[[QImage, QRect], Counter[str]]
SVG = "{http://www.w3.org/2000/svg}"


def test_a_png_is_twice_as_fine_and_light_on_white(
    qtbot: QtBot, tmp_path: Path, bars: BarChart, colours: Colours
) -> None:
    draw(bars, tmp_path / "grafik.png")
    image = QImage(str(tmp_path / "grafik.png"))
    assert image.width() == 1520
    assert image.dotsPerMeterX() == pytest.approx(192 / 0.0254, abs=1)
    assert image.pixelColor(0, 0).name().upper() == LIGHT.surf
    assert colours(image, QRect(40, 40, 700, 44))[LIGHT.t1] > 500, "the title"
    source = QRect(40, image.height() - 68, 900, 28)
    assert colours(image, source)[LIGHT.t3] > 100, "base, date and source"
    assert image.text("Title") == bars.title


@pytest.mark.parametrize("kind", ["bars", "bali", "trend"])
def test_an_svg_is_well_formed_and_names_its_content(
    qtbot: QtBot, tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    values: BarChart | MapChart | TrendChart = request.getfixturevalue(kind)
    draw(values, tmp_path / "gambar.svg")
    root = ET.parse(tmp_path / "gambar.svg").getroot()
    assert root.findtext(f"{SVG}title") == values.title
    assert root.findtext(f"{SVG}desc") == values.source
    assert root.findall(f".//{SVG}text") == [], "words are outlines, so no font is needed"
    assert root.findall(f".//{SVG}image") == [], "and nothing is a picture of points"
    assert len(root.findall(f".//{SVG}path")) > 20


def test_the_hatch_of_an_svg_stays_inside_the_region(qtbot: QtBot, tmp_path: Path, bali: MapChart) -> None:
    draw(bali, tmp_path / "peta.svg")
    root = ET.parse(tmp_path / "peta.svg").getroot()
    groups = [group for group in root.iter(f"{SVG}g") if (group.get("stroke") or "").upper() == LIGHT.hatch]
    stripes = [line for group in groups for line in group.iter(f"{SVG}polyline")]
    assert len(stripes) > 20


def test_a_file_is_replaced_whole_or_not_at_all(qtbot: QtBot, tmp_path: Path, trend: TrendChart) -> None:
    (tmp_path / "tren.png").write_bytes(b"lama")
    draw(trend, tmp_path / "tren.png")
    assert [path.name for path in tmp_path.iterdir()] == ["tren.png"]
    assert QImage(str(tmp_path / "tren.png")).width() == 1520
    with pytest.raises(OSError, match="tidak-ada"):
        draw(trend, tmp_path / "tidak-ada" / "tren.png")


def test_other_kinds_of_files_are_refused(qtbot: QtBot, tmp_path: Path, trend: TrendChart) -> None:
    with pytest.raises(ValueError, match=r"grafik\.jpg"):
        draw(trend, tmp_path / "grafik.jpg")
    assert list(tmp_path.iterdir()) == []


def test_pictures_need_no_display_and_no_running_qt(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from desktop_app.analysis.charts import Bar, BarChart\n"
        "from desktop_app.pictures.drawing import draw\n"
        "bar = Bar(code='51.01', label='Jembrana', share=0.5, target=0.6, gap=-0.1)\n"
        "draw(BarChart(title='Judul', source='Sumber', bars=(bar,), top=0.8), Path(sys.argv[1]))\n"
        "assert 'pyqtgraph' not in sys.modules\n"
    )
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-W", "error", "-c", code, str(tmp_path / "grafik.png")]
    subprocess.run(command, cwd=Path(__file__).parents[2], env=bare, check=True)
    assert QImage(str(tmp_path / "grafik.png")).width() == 1520
