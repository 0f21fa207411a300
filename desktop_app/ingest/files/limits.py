"""How much a file may ask for. A sound workbook of a million rows stays far below; bombs are far above."""

MIB = 1 << 20

FILE_BYTES = 400 * MIB
PART_BYTES = 3072 * MIB
"""One part of a package, unpacked: a sheet of a million rows and twelve columns has 450 MiB of XML."""
SMALL_PART_BYTES = 64 * MIB
"""Parts that are held whole: the list of sheets, relations, styles."""
TOTAL_BYTES = 4096 * MIB
PARTS = 20_000

CALM_BYTES = 16 * MIB
RATIO = 150
"""Above CALM_BYTES a part may unpack to so many times its packed size; sheets of repeated rows reach 30."""

ROWS = 1_048_576
COLUMNS = 16_384
MERGED = 500_000
SHEETS = 4000
TOTAL_ROWS = 20 * ROWS
"""Of all sheets together, blank ones included."""
RECORDS = 5_000_000
"""Of a text; Excel shows no more than ROWS of them."""
DEPTH = 200

MARKUP_BYTES = 200 * MIB
