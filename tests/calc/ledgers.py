"""Ledgers for the tests: rows, and how they come into a sheet."""

import datetime
import os
import pathlib
import unittest

import uno  # makes the office's types importable
from com.sun.star.lang import Locale

from office import SOURCE

NULL_DATE = datetime.date(1899, 12, 30)
ROWS_PER_CALL = 20000


def serial(date):
    return float((date - NULL_DATE).days)


def day(year, month, day_of_month):
    return serial(datetime.date(year, month, day_of_month))


def data_file(name):
    """A file of public data, or a skipped test where it is not at hand."""
    path = pathlib.Path(os.environ.get("PERENNIAL_DATA", SOURCE.parent / "shared" / "data")) / name
    if not path.exists():
        raise unittest.SkipTest(f"the public data are not at hand: {path} is missing")
    return path


def cdnow(sample=False):
    """The purchases of the CDNOW data, with a header row: all, or those of the sample of one client in ten."""
    rows = [("Customer", "Date", "CDs", "Amount")]
    with data_file("CDNOW_sample.txt" if sample else "CDNOW_master.txt").open() as lines:
        if not sample:
            next(lines)
        for line in lines:
            client, date, count, amount = line.split()[-4:]
            rows.append((client, day(int(date[:4]), int(date[4:6]), int(date[6:])), float(count), float(amount)))
    return rows


# A small book, worked out by hand: three clients in the first month, two of them back in the second, and one
# new client there.
SMALL = [
    ("Client", "Date", "Amount"),
    ("Nordlicht GmbH", day(2024, 1, 10), 1200.0),
    ("Weber & Söhne", day(2024, 1, 15), 850.0),
    ("Atelier Mara", day(2024, 1, 31), 300.0),
    ("Nordlicht GmbH", day(2024, 2, 1), 1200.0),
    (" weber & söhne ", day(2024, 2, 20), 400.0),
    ("Café Lumen", day(2024, 2, 29), 90.5),
    ("Nordlicht GmbH", day(2024, 3, 5), 1300.0),
    ("Café Lumen", day(2024, 3, 31), 110.0),
]


def fill(document, rows, sheet="Orders", date_column=1):
    """Puts rows into a new sheet at the front and formats the dates; gives the sheet."""
    sheets = document.Sheets
    sheets.insertNewByName(sheet, 0)
    target = sheets.getByName(sheet)
    width = len(rows[0])
    for first in range(0, len(rows), ROWS_PER_CALL):
        block = rows[first:first + ROWS_PER_CALL]
        target.getCellRangeByPosition(0, first, width - 1, first + len(block) - 1).setDataArray(tuple(block))
    format_dates(document, target.getCellRangeByPosition(date_column, 1, date_column, len(rows) - 1))
    return target


def format_dates(document, cells):
    formats = document.NumberFormats
    locale = Locale()
    key = formats.queryKey("YYYY-MM-DD", locale, False)
    cells.NumberFormat = key if key != -1 else formats.addNew("YYYY-MM-DD", locale)
