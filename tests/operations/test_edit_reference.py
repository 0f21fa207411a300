"""Spellings, regions and rates by hand: round trips, refusals in words, and what the reading of sheets makes of it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadAlias, BadReference, LaterChange, RegionInUse, UnknownRegion
from desktop_app.domain.reference import Rate, RateKind, ReferenceChange, Subject
from desktop_app.domain.regions import Level, Region
from desktop_app.ingest.regions.places import PlaceText
from desktop_app.operations.edit_reference import (
    add_region,
    changes,
    close_region,
    monthly_contribution,
    rates,
    remove_alias,
    remove_rate,
    rename_region,
    reopen_region,
    save_alias,
    save_rate,
    split_region,
    undo_change,
)
from desktop_app.operations.letters.draft import draft_letters
from desktop_app.operations.letters.request import LetterRequest
from desktop_app.operations.offices import name_office
from desktop_app.operations.places import places_of
from desktop_app.operations.reference import shipped_rates
from desktop_app.operations.reference_data import dated_regions, region_path, spellings
from desktop_app.operations.workspace import Workspace, open_workspace

DALUNG, KUTA_UTARA = "51.03.06.2006", "51.03.06"
EARLY, LATE = date(2026, 1, 31), date(2026, 6, 30)
CLOSING = date(2026, 3, 1)
NEW = Region("51.03.06.2099", "Dalung Permai", Level.DESA, opened=CLOSING, document="Perda 3/2026")


def done(change: ReferenceChange | None) -> ReferenceChange:
    assert change is not None
    return change


def place(workspace: Workspace, code: str) -> Region:
    return region_path(workspace, code)[-1]


def called(workspace: Workspace, name: str, on: date | None = None) -> str | None:
    said = PlaceText(kabupaten="Badung", kecamatan="Kuta Utara", desa=name)
    return places_of(workspace).resolve(said, on=on).region


def test_a_spelling_that_is_written_otherwise_is_one_change(workspace: Workspace) -> None:
    save_alias(workspace, "Dalung Lama", DALUNG)
    change = done(save_alias(workspace, "Dalung Lm.", DALUNG, "Surat camat", instead_of="Dalung Lama"))

    assert (called(workspace, "Dalung Lama"), called(workspace, "Dalung Lm.")) == (None, DALUNG)
    assert change.title == "Ejaan “Dalung Lama” menjadi “Dalung Lm.”"
    assert len(changes(workspace)) == 2

    undo_change(workspace, change.id)
    assert (called(workspace, "Dalung Lama"), called(workspace, "Dalung Lm.")) == (DALUNG, None)


def test_a_new_spelling_is_understood_at_the_next_reading(workspace: Workspace) -> None:
    assert called(workspace, "Dalung Lama") is None
    change = done(save_alias(workspace, "  Dalung   Lama ", DALUNG, "Surat camat"))

    assert called(workspace, "Dalung Lama") == DALUNG
    assert change.details == ("“Dalung Lama”: tidak ada → Desa Dalung (51.03.06.2006)",)
    assert [one.document for one in spellings(workspace) if one.alias == "Dalung Lama"] == ["Surat camat"]

    undo_change(workspace, change.id)
    assert called(workspace, "Dalung Lama") is None


def test_a_shipped_spelling_can_be_changed_and_removed(workspace: Workspace) -> None:
    first = spellings(workspace)[0]
    removed = done(remove_alias(workspace, first.alias))
    assert first.alias not in {one.alias for one in spellings(workspace)}
    assert remove_alias(workspace, first.alias) is None

    undo_change(workspace, removed.id)
    assert spellings(workspace)[0] == first
    assert save_alias(workspace, first.alias, first.region.code) is None


@pytest.mark.parametrize(
    ("alias", "code", "words"),
    [
        ("Selat", DALUNG, r"“Selat” adalah nama resmi \d+ wilayah lain: .*Sebagai ejaan ia akan menunjuk tempat yang salah"),
        ("Tibubeneng", DALUNG, "nama resmi wilayah lain di tempat yang sama: Desa Tibubeneng"),
        (" - ", DALUNG, "Ejaan belum diisi"),
        ("Dalung Lama", "51.03.06.9999", "Wilayah “51.03.06.9999” tidak dikenali"),
    ],
)  # fmt: skip
def test_a_spelling_that_would_mislead_is_refused(workspace: Workspace, alias: str, code: str, words: str) -> None:
    with pytest.raises((BadAlias, BadReference, UnknownRegion), match=words):
        save_alias(workspace, alias, code)
    assert changes(workspace) == []


def test_a_new_village_is_found_with_its_dates(workspace: Workspace) -> None:
    change = done(add_region(workspace, NEW))

    assert (place(workspace, NEW.code), called(workspace, "Dalung Permai")) == (NEW, NEW.code)
    assert dated_regions(workspace) == [NEW]
    assert change.details == (
        "51.03.06.2099 Dalung Permai (desa): baru",
        "51.03.06.2099 Dalung Permai, berdiri: tidak ada → 1 Maret 2026",
        "51.03.06.2099 Dalung Permai, dokumen: tidak ada → “Perda 3/2026”",
    )
    undo_change(workspace, change.id)
    assert called(workspace, "Dalung Permai") is None


@pytest.mark.parametrize(
    ("code", "level", "words"),
    [
        (DALUNG, Level.DESA, "Kode 51.03.06.2006 sudah dipakai oleh Desa Dalung"),
        ("51.03.06.99", Level.DESA, "bukan kode Kemendagri; bentuknya misalnya 51.03.06.2006"),
        ("51.03.99.2001", Level.DESA, r"Wilayah di atasnya \(51.03.99\) tidak ada"),
        ("51.03.99", Level.DESA, "Kode 51.03.99 bukan kode desa; kode desa berbentuk 51.03.06.2006"),
        ("51.03.06.2098", Level.KELURAHAN, "kode kelurahan dimulai dengan 1, bukan 2098"),
    ],
)
def test_a_code_that_cannot_be_is_refused(workspace: Workspace, code: str, level: Level, words: str) -> None:
    with pytest.raises(BadReference, match=words):
        add_region(workspace, Region(code, "Baru", level))
    assert changes(workspace) == []


def test_a_closed_village_is_asked_about_for_later_months_only(workspace: Workspace) -> None:
    close_region(workspace, DALUNG, CLOSING, ["51.03.06.2005"], "Perda 3/2026")
    said = PlaceText(kabupaten="Badung", kecamatan="Kuta Utara", desa="Dalung")
    places = places_of(workspace)

    assert places.resolve(said, on=EARLY).region == DALUNG
    answer = places.resolve(said, on=LATE)
    assert (answer.region, answer.code, answer.field, answer.value) == (None, "region_closed", "desa", "Dalung")
    assert [candidate.value for candidate in answer.candidates] == ["51.03.06.2005", DALUNG]
    assert answer.message.startswith("Desa Dalung (Kecamatan Kuta Utara, Kabupaten Badung) sudah ditutup sejak 1 Maret 2026; penerusnya ")  # fmt: skip
    assert places.resolve(PlaceText(code=DALUNG), on=LATE).code == "region_closed"


@pytest.mark.parametrize("chosen", ["51.03.06.2005", DALUNG])
def test_the_answer_holds_for_every_spelling_of_the_closed_village(workspace: Workspace, chosen: str) -> None:
    close_region(workspace, DALUNG, CLOSING, ["51.03.06.2005"])
    places = places_of(workspace)
    answers = {places.resolve(PlaceText(code=DALUNG), on=LATE).key: chosen}

    for said in (PlaceText(code=DALUNG), PlaceText(kabupaten="Badung", kecamatan="Kuta Utara", desa="DALUNG")):
        assert places.resolve(said, None, answers, LATE).region == chosen


def test_a_name_that_an_old_and_a_new_code_share_means_the_one_that_stands(workspace: Workspace) -> None:
    split_region(workspace, DALUNG, [replace(NEW, name="Dalung")], CLOSING, "Perda 3/2026", closes=True)

    assert called(workspace, "Dalung", EARLY) == DALUNG
    assert called(workspace, "Dalung", LATE) == NEW.code
    assert called(workspace, "Dalung") is None


def test_a_split_is_one_change(workspace: Workspace) -> None:
    change = done(split_region(workspace, DALUNG, [NEW], CLOSING, "Perda 3/2026", closes=True))
    assert [one.code for one in dated_regions(workspace)] == [DALUNG, NEW.code]
    assert place(workspace, DALUNG).heirs == (NEW.code,)

    undo_change(workspace, change.id)
    assert dated_regions(workspace) == []


def test_a_region_is_closed_opened_again_and_renamed(workspace: Workspace) -> None:
    before = place(workspace, DALUNG)
    close_region(workspace, DALUNG, CLOSING)
    reopened = done(reopen_region(workspace, DALUNG, "Putusan MA"))
    assert place(workspace, DALUNG).closed is None
    assert reopen_region(workspace, DALUNG) is None

    rename_region(workspace, DALUNG, "Dalung Jaya")
    assert place(workspace, DALUNG).name == "Dalung Jaya"
    assert called(workspace, "Dalung") == called(workspace, "Dalung Jaya") == DALUNG

    with pytest.raises(LaterChange, match="“Nama Desa Dalung"):
        undo_change(workspace, reopened.id)
    for change in changes(workspace):
        undo_change(workspace, change.id)
    assert place(workspace, DALUNG) == before


@pytest.mark.parametrize(
    ("heirs", "words"),
    [([DALUNG], "penerusnya sendiri"), ([KUTA_UTARA], "harus setingkat"), (["51.03.06.9999"], "tidak dikenali")],
)
def test_heirs_must_be_other_regions_of_the_same_level(workspace: Workspace, heirs: list[str], words: str) -> None:
    with pytest.raises((BadReference, UnknownRegion), match=words):
        close_region(workspace, DALUNG, CLOSING, heirs)
    assert place(workspace, DALUNG).closed is None


def test_a_region_that_is_spoken_of_stays_in_the_list(workspace: Workspace) -> None:
    change = done(add_region(workspace, NEW))
    spelling = done(save_alias(workspace, "Permai", NEW.code))
    close_region(workspace, DALUNG, CLOSING, [NEW.code])

    with pytest.raises(RegionInUse, match="masih dipakai oleh ejaan, Desa Dalung sebagai penerusnya"):
        undo_change(workspace, change.id)
    undo_change(workspace, spelling.id)


def test_shipped_rates_are_loaded_once(workspace: Workspace) -> None:
    assert {rate.id: rate for rate in rates(workspace)} == {rate.id: rate for rate in shipped_rates()}
    for rate in rates(workspace):
        remove_rate(workspace, rate.id or 0)

    again = open_workspace(workspace.folder)
    assert rates(again) == []
    again.close()


@pytest.mark.parametrize(
    ("day", "amounts"),
    [
        (date(2025, 12, 31), {6_800}),
        (date(2026, 2, 1), {6_800, 3_400}),
        (date(2026, 12, 31), {6_800, 3_400}),
        (date(2027, 4, 1), {6_800}),
    ],
)
def test_the_discount_holds_in_its_months(workspace: Workspace, day: date, amounts: set[int]) -> None:
    assert {rate.amount for rate in rates(workspace, day) if rate.kind is RateKind.JKM_BPU} == amounts


def test_the_monthly_amount_of_a_budget_year_is_that_of_the_lowest_bracket(workspace: Workspace) -> None:
    assert monthly_contribution(workspace, 2026) == 16_800
    assert monthly_contribution(workspace, 2014) is None

    lowest, *_ = [rate for rate in rates(workspace) if rate.kind is RateKind.JKK_BPU]
    save_rate(workspace, replace(lowest, until=date(2027, 1, 1)))
    save_rate(workspace, replace(lowest, id=None, amount=12_000, since=date(2027, 1, 1), document="PP baru"))
    assert (monthly_contribution(workspace, 2026), monthly_contribution(workspace, 2027)) == (16_800, 18_800)


RATE = Rate(
    kind=RateKind.JAKON, bracket="uji", amount=None, share=0.0024, since=EARLY, until=None, document="PP 1", note=""
)


def test_a_rate_is_added_changed_removed_and_all_of_it_taken_back(workspace: Workspace) -> None:
    shipped = rates(workspace)
    done(save_rate(workspace, RATE))
    [added] = [rate for rate in rates(workspace) if rate.bracket == "uji"]
    changed = done(save_rate(workspace, replace(added, share=0.003, until=LATE + timedelta(days=1))))
    assert changed.details == (
        "Jasa Konstruksi, uji, besaran: 0,24\u00a0% → 0,30\u00a0%",
        "Jasa Konstruksi, uji, sampai: tidak ada → 30 Juni 2026",
    )
    removed = done(remove_rate(workspace, added.id or 0))
    other = done(save_rate(workspace, replace(RATE, bracket="lain")))

    # What was added since has a number of its own, so that the removed one can come back in between.
    undo_change(workspace, removed.id)
    undo_change(workspace, other.id)
    undo_change(workspace, changed.id)
    undo_change(workspace, next(one for one in changes(workspace, Subject.RATE) if one.undone_at is None).id)
    assert rates(workspace) == shipped


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (replace(RATE, bracket=" "), "Lapisan tarif belum diisi"),
        (replace(RATE, amount=5), "dalam rupiah, atau dalam persen"),
        (replace(RATE, share=1.5), "Persen tarif harus dari 0 sampai 100"),
        (replace(RATE, until=EARLY), "mendahului tanggal mulainya"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(workspace: Workspace, wrong: Rate, words: str) -> None:
    with pytest.raises(BadReference, match=words):
        save_rate(workspace, wrong)


def test_another_window_sees_the_new_spelling(workspace: Workspace, tmp_path: Path) -> None:
    places_of(workspace)
    other = open_workspace(workspace.folder)
    save_alias(other, "Dalung Lama", DALUNG)
    other.close()

    assert called(workspace, "Dalung Lama") == DALUNG


def _cost(workspace: Workspace, request: LetterRequest) -> str:
    return " ".join(block.text for block in draft_letters(workspace, request).content(None).blocks)


def test_a_letter_reckons_with_the_rates_of_its_budget_year(workspace: Workspace, tmp_path: Path) -> None:
    name_office(workspace, region="51.04", agency="Dinas Tenaga Kerja")
    request = LetterRequest(year=2027, target=tmp_path / "se.docx")
    assert "Rp16.800,00" in _cost(workspace, request)

    lowest, *_ = [rate for rate in rates(workspace) if rate.kind is RateKind.JKK_BPU]
    save_rate(workspace, replace(lowest, amount=12_000, document="PP baru"))
    assert "Rp18.800,00" in _cost(workspace, request)
    assert "Rp16.800,00" in _cost(workspace, replace(request, monthly=16_800))
