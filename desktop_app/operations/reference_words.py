"""Changes by hand in words: before → after, one line for each thing that changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from desktop_app.domain.indonesian import long_date, number, percent, rupiah
from desktop_app.domain.reference import Rate, RateKind, ReferenceChange, Subject
from desktop_app.domain.regions import Region

MOST = 30
"""Lines of one change; a file of spellings has hundreds."""

NOTHING = "tidak ada"

RATE_WORDS = {
    RateKind.JKK_BPU: "JKK BPU",
    RateKind.JKM_BPU: "JKM BPU",
    RateKind.JHT_BPU: "JHT BPU",
    RateKind.JKK_PU: "JKK PU",
    RateKind.JKM_PU: "JKM PU",
    RateKind.JHT_PU: "JHT PU",
    RateKind.JP_PU: "JP PU",
    RateKind.JKP_PU: "JKP PU",
    RateKind.JAKON: "Jasa Konstruksi",
}

_Values = Mapping[str, Any]
_ENTRIES = "entries"
_META = {"name": "Nama", "document": "Dokumen", "as_of": "Per tanggal"}
_REGION_FIELDS = {
    "name": "nama",
    "level": "tingkat",
    "opened": "berdiri",
    "closed": "ditutup",
    "heirs": "penerus",
    "document": "dokumen",
}
_RATE_FIELDS = {
    "kind": "jenis",
    "bracket": "lapisan",
    "value": "besaran",
    "since": "mulai",
    "until": "sampai",
    "document": "dokumen",
    "note": "catatan",
}
_TARGET_FIELDS = {
    "share": "tanpa persentase",
    "people": "tanpa jumlah orang",
    "base": "tanpa penyebut",
    "note": "tanpa catatan",
}
"""What is said where a field is empty on one side only."""


def details_of(change: ReferenceChange, regions: Mapping[str, Region]) -> tuple[str, ...]:
    """Before and after in words; `regions` by code, at least those of `codes_in`."""
    lines = [*_meta(change), *_lines(change, _Names(regions))]
    more = len(lines) - MOST
    return tuple(lines) if more <= 1 else (*lines[:MOST], f"… dan {number(more)} perubahan lain")


def codes_in(change: ReferenceChange) -> Iterator[str]:
    """Codes of the regions that its words name."""
    for values in (change.before, change.after):
        for key, entry in entries_of(values).items():
            if change.subject in (Subject.BASE, Subject.TARGET):
                yield key.split("|")[0]
            elif change.subject is Subject.REGION:
                yield from (key, *(entry or {}).get("heirs", ()))
            elif change.subject is Subject.ALIAS and entry:
                yield entry["code"]


def entries_of(values: _Values | None) -> dict[str, dict[str, Any] | None]:
    found: dict[str, dict[str, Any] | None] = dict((values or {}).get(_ENTRIES, {}))
    return found


def rate_value(rate: Rate) -> str:
    """“Rp16.800 sebulan” or “0,24 %”."""
    return _value(rate.amount, rate.share)


def _value(amount: int | None, share: float | None) -> str:
    if amount is not None:
        return f"{rupiah(amount, cents=False)} sebulan"
    return NOTHING if share is None else percent(share)


def _value_words(entry: _Values) -> str:
    return _value(entry["amount"], entry["share"])


class _Names:
    def __init__(self, regions: Mapping[str, Region]) -> None:
        self._regions = regions

    def full(self, code: str) -> str:
        region = self._regions.get(code)
        return f"{region.full_name} ({code})" if region else code

    def plain(self, code: str) -> str:
        region = self._regions.get(code)
        return region.full_name if region else code

    def listed(self, codes: Iterable[str]) -> str:
        return ", ".join(map(self.full, codes)) or NOTHING


def _lines(change: ReferenceChange, names: _Names) -> Iterator[str]:
    before, after = entries_of(change.before), entries_of(change.after)
    keys = dict.fromkeys((*before, *after))
    if change.subject is Subject.TARGET:
        places = _target_places(keys, names, change.document)
        yield from (_target(places[key], before.get(key), after.get(key)) for key in keys)
        return
    for key in keys:
        yield from _OF[change.subject](key, before.get(key), after.get(key), names)


def _meta(change: ReferenceChange) -> Iterator[str]:
    before, after = change.before or {}, change.after or {}
    for name, words in _META.items():
        if name in after and before.get(name) != after[name] and (name != "name" or before):
            yield f"{words}: {_said(name, before.get(name))} → {_said(name, after[name])}"
    if targets := len(after.get("targets", ())):
        yield f"{number(targets)} target yang menyebut nama lama ikut berganti"
    if recaps := after.get("recaps"):
        yield f"{number(recaps)} rekap tetap menyebut nama yang tercetak di lembarnya, “{after['renamed']}”"


def _alias(key: str, before: _Values | None, after: _Values | None, names: _Names) -> Iterator[str]:
    old, new = (names.full(entry["code"]) if entry else NOTHING for entry in (before, after))
    yield f"“{key}”: {old} → {new}"


def _base(key: str, before: _Values | None, after: _Values | None, names: _Names) -> Iterator[str]:
    region, sector = key.split("|")
    place = f"{names.full(region)}, {sector}"
    old, new = (f"{number(entry['workers'])} orang" if entry else NOTHING for entry in (before, after))
    if old != new:
        yield f"{place}: {old} → {new}"
    if (before or {}).get("note", "") != (after or {}).get("note", ""):
        yield f"{place}, catatan: {_said('note', (before or {}).get('note'))} → {_said('note', (after or {}).get('note'))}"


def _target_places(keys: Iterable[str], names: _Names, document: str) -> dict[str, str]:
    """What each target is called in words; sector and year, which the title gives, only where they are not all the same."""
    split = {key: key.split("|", 3) for key in keys}
    several = len({(sector, year) for _, sector, year, _ in split.values()}) > 1
    return {
        key: names.plain(region)
        + (f", {sector}, {year}" if several else "")
        + (f" ({own})" if own and own != document else "")
        for key, (region, sector, year, own) in split.items()
    }


def _target(place: str, before: _Values | None, after: _Values | None) -> str:
    """“Kabupaten Jembrana: 67,86 %, 77.999 orang, penyebut UCJ 2025”."""
    fields = [
        name for name in _TARGET_FIELDS if ((before or {}).get(name) or None) != ((after or {}).get(name) or None)
    ]
    old, new = (_target_words(side, fields) for side in (before, after))
    return f"{place}: {new}" if before is None else f"{place}: {old} → {new}"


def _target_words(entry: _Values | None, fields: Iterable[str]) -> str:
    """The values of these fields; what is empty is named only where the other side has it."""
    if entry is None:
        return NOTHING
    return ", ".join(_target_value(name, entry.get(name)) for name in fields)


def _target_value(name: str, value: Any) -> str:
    if value is None or value == "":
        return _TARGET_FIELDS[name]
    words = {"base": "penyebut ", "note": "catatan "}.get(name, "")
    return words + (str(value) if name == "base" else _said(name, value))


def _region(key: str, before: _Values | None, after: _Values | None, names: _Names) -> Iterator[str]:
    entry = after or before or {}
    if before is None or after is None:
        yield f"{key} {entry['name']} ({entry['level']}): " + ("baru" if before is None else "dihapus dari daftar")
        before = before and {**before, "name": None, "level": None}
        after = after and {**after, "name": None, "level": None}
    yield from _fields(f"{key} {entry['name']}", before, after, _REGION_FIELDS, names)


def _rate(key: str, before: _Values | None, after: _Values | None, names: _Names) -> Iterator[str]:
    entry = after or before or {}
    place = f"{RATE_WORDS[RateKind(entry['kind'])]}, {entry['bracket']}"
    if before is None or after is None:
        words = f"{_value_words(entry)}, {_span(entry)}" + (f" ({entry['document']})" if entry["document"] else "")
        yield f"{place}: {NOTHING} → {words}" if before is None else f"{place}: {words} → {NOTHING}"
        return
    old, new = ({**side, "value": _value_words(side)} for side in (before, after))
    yield from _fields(place, old, new, _RATE_FIELDS, names)


def _span(entry: _Values) -> str:
    since = f"mulai {_said('since', entry['since'])}"
    return f"{since} sampai {_said('until', entry['until'])}" if entry["until"] else since


def _fields(
    place: str, before: _Values | None, after: _Values | None, fields: Mapping[str, str], names: _Names
) -> Iterator[str]:
    for name, words in fields.items():
        old, new = (before or {}).get(name), (after or {}).get(name)
        if (old or None) != (new or None):
            yield f"{place}, {words}: {_said(name, old, names)} → {_said(name, new, names)}"


def _said(name: str, value: Any, names: _Names | None = None) -> str:
    if value is None or value in ("", []):
        return NOTHING
    match name:
        case "heirs":
            return names.listed(value) if names else ", ".join(value)
        case "opened" | "closed" | "since" | "as_of":
            return long_date(date.fromisoformat(value))
        case "until":
            # Kept is the first day on which it no longer holds; people say the last on which it does.
            return long_date(date.fromisoformat(value) - timedelta(days=1))
        case "share":
            return percent(value)
        case "people":
            return f"{number(value)} orang"
        case "document" | "note" | "name" | "base" | "bracket":
            return f"“{value}”"
        case "kind":
            return RATE_WORDS[RateKind(value)]
        case _:
            return str(value)


_OF = {
    Subject.ALIAS: _alias,
    Subject.BASE: _base,
    Subject.REGION: _region,
    Subject.RATE: _rate,
}
