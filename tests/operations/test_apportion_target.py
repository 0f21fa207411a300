"""A target apportioned to the parts of a region, and stored as a version with its decree."""

from datetime import date

import pytest

from desktop_app.analysis.apportion import ApportionmentRefused, Method
from desktop_app.domain.errors import MissingWords
from desktop_app.domain.segments import Sector
from desktop_app.operations.apportion_target import ApportionRequest, propose, store_apportionment
from desktop_app.operations.coverage import CoverageQuery, coverage
from desktop_app.operations.edit_reference import BaseEdit, TargetEdit, save_base, save_target
from desktop_app.operations.import_sheet import undo_imports
from desktop_app.operations.workspace import Workspace

GIANYAR = ("51.04.01", "51.04.02", "51.04.03", "51.04.04", "51.04.05", "51.04.06", "51.04.07")
WORKERS = (40_000, 30_000, 30_000, 28_628, 30_000, 25_000, 15_000)
"""198,628 in all, the published base of Gianyar; divided to kecamatan by invention."""
DECREE = "SK Bupati Gianyar Nomor 123 Tahun 2025"


@pytest.fixture
def gianyar(filled: Workspace) -> Workspace:
    values = {(code, Sector.SEMUA): people for code, people in zip(GIANYAR, WORKERS, strict=True)}
    save_base(filled, BaseEdit(name="UCJ 2025", document="Rincian rekaan", as_of=date(2025, 3, 31), values=values))
    return filled


def request(method: Method = Method.BASE, **more: object) -> ApportionRequest:
    return ApportionRequest(region="51.04", year=2025, method=method, base="UCJ 2025", **more)  # type: ignore[arg-type]


def test_parts_by_base_are_whole_people_that_sum_to_the_target(gianyar: Workspace) -> None:
    found = propose(gianyar, request())
    assert found.whole == 133_637  # 67.28 % of 198,628, rounded up
    assert [part.people for part in found.parts] == [26_912, 20_184, 20_184, 19_261, 20_184, 16_820, 10_092]
    assert found.remaining == 0


def test_equal_parts_need_no_base(filled: Workspace) -> None:
    parts = propose(filled, request(Method.EQUAL)).parts
    assert [part.people for part in parts] == [19_091] * 7
    assert {part.share for part in parts} == {None}


def test_parts_by_hand_must_sum(gianyar: Workspace) -> None:
    by_hand = dict.fromkeys(GIANYAR, 19_000)
    assert propose(gianyar, request(Method.HAND, by_hand=by_hand)).remaining == 637
    with pytest.raises(ApportionmentRefused, match="637 lebih sedikit"):
        store_apportionment(gianyar, request(Method.HAND, by_hand=by_hand), DECREE)


def test_what_is_missing_cannot_be_divided_where_nobody_is_counted(gianyar: Workspace) -> None:
    with pytest.raises(ApportionmentRefused, match="belum punya penyebut atau peserta aktif"):
        propose(gianyar, request(Method.GAP))


def test_stored_parts_are_targets_of_their_regions_with_version_and_decree(gianyar: Workspace) -> None:
    store_apportionment(gianyar, request(), DECREE)
    by_hand = dict(zip(GIANYAR, (26_000, 21_000, 20_280, 19_261, 20_184, 16_820, 10_092), strict=True))
    second = store_apportionment(gianyar, request(Method.HAND, by_hand=by_hand), "SK Nomor 200 Tahun 2025")
    assert _target(gianyar) == (26_000, 2, "SK Nomor 200 Tahun 2025")
    undo_imports(gianyar, [second])
    assert _target(gianyar) == (26_912, 1, DECREE)


def _target(workspace: Workspace) -> tuple[int | None, int, str]:
    rows = coverage(workspace, CoverageQuery(region="51.04", base="UCJ 2025")).table.rows
    target = rows[0].target
    assert target is not None
    assert target.split_of.startswith("Pembagian ")
    return rows[0].target_people, target.version, target.document


def test_no_part_is_larger_than_its_base(gianyar: Workspace) -> None:
    with pytest.raises(ApportionmentRefused, match=r"Kecamatan Payangan, 19\.091 orang lebih banyak daripada 15\.000"):
        store_apportionment(gianyar, request(Method.EQUAL), DECREE)


def test_parts_that_are_too_large_are_told_before(gianyar: Workspace) -> None:
    found = propose(gianyar, request(Method.EQUAL))
    assert [part.over for part in found.parts] == [people < 19_091 for people in WORKERS]
    [warning] = found.warnings
    assert warning.startswith("1 bagian melebihi jumlah pekerjanya (Kecamatan Payangan 19.091 dari 15.000)")
    assert propose(gianyar, request()).warnings == ()


def test_parts_of_the_same_year_are_told_before(gianyar: Workspace) -> None:
    store_apportionment(gianyar, request(), DECREE)
    [warning] = propose(gianyar, request()).warnings
    assert warning.startswith(f"7 wilayah sudah mempunyai bagian target 2025 ({DECREE}).")


def test_a_refusal_names_levels_and_bases_that_would_work(gianyar: Workspace) -> None:
    with pytest.raises(ApportionmentRefused) as refused:
        propose(gianyar, request(level=4))
    assert str(refused.value).endswith("Yang dapat dibagi dengan cara ini: kecamatan dengan penyebut UCJ 2025.")
    with pytest.raises(ApportionmentRefused, match="Belum ada tingkat dan penyebut yang lengkap untuk cara ini"):
        propose(gianyar, request(Method.GAP))


def test_a_decree_is_required(gianyar: Workspace) -> None:
    with pytest.raises(MissingWords, match="Nomor surat keputusan"):
        store_apportionment(gianyar, request(), "  ")


def test_a_region_without_such_a_target_is_told(filled: Workspace) -> None:
    with pytest.raises(ApportionmentRefused, match="belum mempunyai target 2031"):
        propose(filled, ApportionRequest(region="51.04", year=2031))


def test_an_office_without_any_month_can_divide_its_target(workspace: Workspace) -> None:
    workers = {("51.04", Sector.SEMUA): 200_000} | {(code, Sector.SEMUA): 20_000 for code in GIANYAR}
    save_base(workspace, BaseEdit(name="UCJ", document="Surat rekaan", as_of=date(2025, 3, 31), values=workers))
    save_target(workspace, TargetEdit(region="51.04", sector=Sector.SEMUA, year=2025, share=0.7, document="SK rekaan"))
    found = propose(workspace, ApportionRequest(region="51.04", year=2025))
    assert [part.people for part in found.parts] == [20_000] * 7
