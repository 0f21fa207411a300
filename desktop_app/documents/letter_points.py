"""The sentences of the Surat Edaran on 100 vulnerable workers per village, one function per point."""

from datetime import date

from desktop_app.analysis.coverage import RegionCoverage
from desktop_app.documents.letter_sender import BLANK, Sender
from desktop_app.documents.terbilang import counted, rupiah_in_words
from desktop_app.domain.indonesian import long_date, number, percent_in_letter, points, rupiah

JKK_LOWEST, JKM, JHT_LOWEST = 10_000, 6_800, 20_000
"""Rupiah per month in the lowest income bracket of BPU: 1 %, flat, 2 % of Rp1,000,000 (PP 44/2015)."""


def coverage_point(own: RegionCoverage | None, sender: Sender) -> str:
    """Where the region stands, each figure with numerator, denominator, base, date and source; nothing invented."""
    place = sender.region.full_name
    if own is None or own.shown_share is None or own.period is None:
        return (
            f"Angka cakupan jaminan sosial ketenagakerjaan {place} belum tersedia pada saat Surat Edaran ini disusun,"
            " sehingga Surat Edaran ini tidak memuat angka cakupan."
        )
    share, day = percent_in_letter(own.shown_share), long_date(own.period)
    if own.share is None:
        state = (
            f"Cakupan jaminan sosial ketenagakerjaan di {place} per {day} dilaporkan sebesar {share} menurut penyebut"
            f" {own.base}{_source(own)}; jumlah orangnya tidak disebut dalam laporan itu."
        )
    else:
        state = (
            f"Per {day}, peserta aktif jaminan sosial ketenagakerjaan di {place} berjumlah {number(own.active or 0)}"
            f" orang dari {number(own.workers or 0)} pekerja atau {share} menurut penyebut {own.base}{_source(own)}."
        )
    return " ".join(filter(None, (state, _target_sentence(own, sender))))


def _source(own: RegionCoverage) -> str:
    if own.fact is not None:
        origin = own.fact.origin
        return f" (sumber: {origin.sender or origin.file})"
    if own.summed_children:
        return f" (jumlah dari {counted(own.summed_children)} wilayah di bawahnya)"
    return " (sumber: daftar peserta aktif)" if own.counted else ""


def _target_sentence(own: RegionCoverage, sender: Sender) -> str:
    if own.target is None or own.gap is None:
        return ""
    whose = sender.province.full_name if own.target_is_province else sender.region.full_name
    target = f"target {whose} Tahun {own.target.year} sebesar {percent_in_letter(own.target.share)}"
    target += f" ({own.target.document})" if own.target.document else ""
    if own.gap >= 0:
        return f"Angka tersebut telah mencapai {target} dan perlu dipertahankan."
    if own.gap_people is None:
        return f"Angka tersebut berada {points(-own.gap).removeprefix('+')} poin di bawah {target}."
    return f"Untuk mencapai {target} masih diperlukan {number(own.gap_people)} orang peserta aktif."


def quota_point(sender: Sender, quota: int, year: int) -> str:
    """Who budgets what where: a desa in its APBDes; a kelurahan has none and is paid from the regional budget."""
    sentences = []
    if sender.desa:
        sentences.append(
            f"{sender.village_head} menganggarkan iuran Program Jaminan Kecelakaan Kerja (JKK) dan Jaminan Kematian"
            f" (JKM) bagi paling sedikit {counted(quota)} orang pekerja rentan pada setiap desa dalam Anggaran"
            f" Pendapatan dan Belanja Desa (APBDes) mulai Tahun Anggaran {year}, sesuai dengan kewenangan dan"
            " kemampuan keuangan desa. Sumber pendapatan desa yang digunakan mengikuti ketentuan peraturan"
            " perundang-undangan, termasuk ketentuan penggunaan Dana Desa pada tahun berjalan."
        )
    if sender.kelurahan:
        amount = "kuota yang sama" if sender.desa else f"iuran Program JKK dan JKM bagi {counted(quota)} orang"
        sentences.append(
            f"Bagi kelurahan, Lurah mengusulkan {amount} untuk dianggarkan dalam Anggaran Pendapatan dan Belanja"
            f" Daerah (APBD) {sender.region.full_name} melalui anggaran kelurahan pada kecamatan."
        )
    return " ".join(sentences)


def cost_point(sender: Sender, quota: int, monthly: int, months: int) -> str:
    """Rupiah per person and month, per village, and for all villages."""
    village = quota * monthly * months
    total = village * len(sender.villages)
    span = f"untuk {counted(months)} bulan" if months != 12 else "per tahun"
    return (
        f"Besaran iuran {rupiah_in_words(monthly)} per orang per bulan{_parts(monthly)}. Kebutuhan anggaran bagi"
        f" {counted(quota)} orang {rupiah_in_words(village)} per {sender.kinds('/')} {span}, atau seluruhnya"
        f" {rupiah(total)} untuk {sender.villages_counted}, dengan rincian sebagaimana tercantum dalam Lampiran I."
        " Besaran iuran pada saat pembayaran mengikuti ketentuan yang berlaku, termasuk penyesuaian iuran yang"
        " ditetapkan Pemerintah apabila berlaku bagi sumber dana yang digunakan."
    )


def _parts(monthly: int) -> str:
    """How the contribution splits into programmes, where that is known."""
    basic = f"JKK {rupiah(JKK_LOWEST)} dan JKM {rupiah(JKM)}"
    if monthly == JKK_LOWEST + JKM:
        return f", terdiri atas {basic}"
    if monthly == JKK_LOWEST + JKM + JHT_LOWEST:
        return f", terdiri atas JKK {rupiah(JKK_LOWEST)}, JKM {rupiah(JKM)}, dan Jaminan Hari Tua {rupiah(JHT_LOWEST)}"
    return ""


def criteria(sender: Sender) -> tuple[str, ...]:
    """What a person must meet to be proposed, as noun phrases."""
    region = sender.region.full_name
    meetings = [("musyawarah desa", sender.desa), ("musyawarah kelurahan", sender.kelurahan)]
    where = " atau ".join(name for name, villages in meetings if villages)
    return (
        f"penduduk {region} yang memiliki Nomor Induk Kependudukan (NIK) yang valid",
        "bekerja bukan sebagai penerima upah, dengan risiko kerja tinggi dan penghasilan sangat kecil, antara lain"
        " petani, buruh tani, nelayan, pedagang kecil, tukang, pengemudi, pekerja seni, dan rohaniwan",
        "berusia paling rendah 18 (delapan belas) tahun dan belum mencapai 65 (enam puluh lima) tahun pada saat"
        " didaftarkan, atau sesuai dengan batas usia yang ditetapkan BPJS Ketenagakerjaan",
        "belum menjadi peserta aktif jaminan sosial ketenagakerjaan",
        "iurannya tidak dibayar dari Anggaran Pendapatan dan Belanja Negara, APBD, atau sumber dana lain",
        f"ditetapkan dalam {where or 'musyawarah desa'} yang dituangkan dalam berita acara",
    )


def list_point(sender: Sender, deadline: date | None) -> str:
    """The list of names: form, way and deadline; dots where no deadline is set yet."""
    until = f"tanggal {long_date(deadline)}" if deadline else f"tanggal {BLANK}"
    return (
        f"{sender.village_heads} menyampaikan daftar calon peserta kepada {sender.agency} melalui Camat paling lambat"
        f" {until} dengan format sebagaimana tercantum dalam Lampiran II. Data pribadi dalam daftar tersebut hanya"
        " digunakan untuk pendaftaran dan dijaga kerahasiaannya sesuai dengan Undang-Undang Nomor 27 Tahun 2022"
        " tentang Pelindungan Data Pribadi."
    )


def camat_point(sender: Sender) -> str:
    return (
        f"Camat mengoordinasikan pelaksanaan Surat Edaran ini di wilayahnya, merekapitulasi daftar calon peserta dari"
        f" setiap {sender.kinds(' dan ')}, dan menyampaikan rekapitulasi tersebut kepada {sender.agency}."
    )


def contacts(sender: Sender) -> tuple[str, ...]:
    """Whom to ask about what, as phrases."""
    address = sender.office.address.strip() if sender.at_home else ""
    return (
        "penganggaran dalam APBDes kepada perangkat daerah yang membidangi pemberdayaan masyarakat dan desa",
        f"kriteria dan daftar calon peserta kepada {sender.agency}{f', {address}' if address else ''}",
        f"pemeriksaan kepesertaan, pendaftaran, pembayaran iuran, dan klaim manfaat kepada {sender.branch}",
    )


def benefits_point() -> str:
    """Amounts as published by BPJS Ketenagakerjaan for JKK and JKM."""
    return (
        "Peserta Program JKK dan JKM memperoleh manfaat sesuai dengan ketentuan peraturan perundang-undangan, antara"
        " lain perawatan dan pengobatan akibat kecelakaan kerja sesuai dengan kebutuhan medis, santunan kematian"
        " akibat kecelakaan kerja sebesar 48 (empat puluh delapan) kali upah yang dilaporkan, santunan kematian bukan"
        f" akibat kecelakaan kerja dengan jumlah seluruhnya {rupiah(42_000_000)}, serta beasiswa pendidikan bagi paling"
        f" banyak 2 (dua) orang anak dengan jumlah paling banyak {rupiah(174_000_000)} sesuai dengan persyaratan."
    )


def evaluation_point(sender: Sender) -> str:
    return (
        f"Pelaksanaan Surat Edaran ini dievaluasi setiap triwulan oleh {sender.agency} bersama perangkat daerah terkait"
        f" dan {sender.branch}, dan hasilnya dilaporkan kepada {sender.head_kind}."
    )
