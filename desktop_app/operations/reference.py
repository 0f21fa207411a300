"""The shipped reference data: regions of all Indonesia and the spellings by which sheets call them."""

import csv
import gzip
from collections.abc import Iterator

from sqlalchemy.orm import Session
