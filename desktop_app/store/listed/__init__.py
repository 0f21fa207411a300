"""People of participants sheets, counted once by NIK per month and region of every level.

One query, `counted_rows.counted`, says who counts; the figures and the lists behind them are both made from it, by the
same rules (`parts`). The figures are kept in `listed_count` and `listed_flow` at commit and can be made again at any time.
"""

from desktop_app.store.listed.figures import breakdowns as breakdowns
from desktop_app.store.listed.figures import flows as flows
from desktop_app.store.listed.figures import listed_months as listed_months
from desktop_app.store.listed.figures import listed_people as listed_people
from desktop_app.store.listed.figures import unplaced as unplaced
from desktop_app.store.listed.keeping import count_again as count_again
from desktop_app.store.listed.keeping import count_missing as count_missing
from desktop_app.store.listed.keeping import counted_at_end as counted_at_end
from desktop_app.store.listed.keeping import missing_months as missing_months
from desktop_app.store.listed.lists import count_people as count_people
from desktop_app.store.listed.lists import people as people
