"""Qt's own words in Indonesian: the menus of input fields, and its file dialog where the system has none."""

from PySide6.QtCore import QTranslator

_EDITING = {
    "&Undo": "&Urungkan", "&Redo": "U&langi", "Cu&t": "&Potong", "&Copy": "&Salin", "&Paste": "&Tempel",
    "Delete": "Hapus", "Select All": "Pilih semua", "&Select All": "Pilih &semua",
    "Copy &Link Location": "Salin &alamat tautan", "&Step up": "&Naikkan", "Step &down": "T&urunkan",
}  # fmt: skip
_FILES = {
    "&Look in:": "&Cari di:", "File &name:": "&Nama berkas:", "Files of &type:": "&Jenis berkas:", "Directory:": "Folder:",
    "&Open": "&Buka", "&Save": "&Simpan", "&Choose": "&Pilih", "Cancel": "Batal", "&Cancel": "&Batal",
    "Name": "Nama", "Size": "Ukuran", "Type": "Jenis", "Kind": "Jenis", "Date Modified": "Diubah",
    "Computer": "Komputer", "Folder": "Folder", "All Files (*)": "Semua berkas (*)", "Back": "Kembali",
    "Open": "Buka", "Save": "Simpan", "Go back": "Kembali", "Go forward": "Maju", "Drive": "Diska",
    "Go to the parent directory": "Ke folder di atasnya", "Create a New Folder": "Buat folder baru",
    "Change to list view mode": "Tampilkan sebagai daftar", "Change to detail view mode": "Tampilkan rincian",
    "Forward": "Maju", "Parent Directory": "Folder di atasnya", "Create New Folder": "Buat folder baru",
    "List View": "Daftar", "Detail View": "Rincian", "&New Folder": "Folder &baru", "&Rename": "&Ganti nama",
    "&Delete": "&Hapus", "Show &hidden files": "Tampilkan berkas &tersembunyi", "Close": "Tutup",
}  # fmt: skip
_WORDS = {
    **dict.fromkeys(("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox"), _EDITING),
    **dict.fromkeys(("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QPlatformTheme"), _FILES),
}


class QtWords(QTranslator):
    """Qt ships no Indonesian; what is not named here stays as it is."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return _WORDS.get(context, {}).get(source)
