"""Ledgers of every awkward shape become a dashboard without a hand's help, by commands alone: what is guessed is
right, what cannot be used is said, the figures are those of an independent count, and the sheet stays as it is."""

import collections
import datetime
import re

import client_sheets
from ledgers import NULL_DATE, cdnow
from scenario import OUTPUT, Scenario, errors, find_run, main, printed_cells, used_formulas, used_values

# on the page: the note of the rows used, and the figure of the card "Average ticket"
NOTE, TICKET = (1, 10), (4, 20)
MONTHS_SHOWN = 11


def month(serial):
    date = NULL_DATE + datetime.timedelta(days=int(serial))
    return date.year * 12 + date.month - 1


def cohorts(orders):
    """By month of first order, in order: the clients, then those with orders in month 0, 1, 2 …"""
    months = collections.defaultdict(set)
    for client, date, _ in orders:
        months[client.strip().casefold()].add(month(date))
    last = max(map(max, months.values()))
    return [(sum(min(own) == first for own in months.values()),
             *(sum(min(own) == first and now in own for own in months.values()) for now in range(first, last + 1)))
            for first in sorted({min(own) for own in months.values()})]


def average_ticket(orders):
    """Of the last month."""
    last = max(month(date) for _, date, _ in orders)
    own = [(client.strip().casefold(), amount) for client, date, amount in orders if month(date) == last]
    return sum(amount for _, amount in own) / len({client for client, _ in own})


class Awkward(Scenario):
    limit = 580

    def snapshot(self, sheet):
        formats = sheet.CellFormatRanges
        looks = tuple((cells.AbsoluteName, cells.NumberFormat, cells.CellStyle)
                      for cells in (formats.getByIndex(index) for index in range(formats.Count)))
        return used_formulas(sheet), used_values(sheet), looks

    @staticmethod
    def numbers(sentence):
        return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", sentence)]

    def check(self, brought, document=None):
        """Maps, checks and builds everything; the page must show what was counted here."""
        document = document or self.document
        sheet = document.Sheets.getByName(brought.sheet)
        before = self.snapshot(sheet)
        said = self.succeed("map", document, Role="ledger", Sheet=brought.sheet,
                            TextDates="yes" if brought.text_dates else "no")
        rows = len(brought.orders) + brought.aside
        found = self.succeed("check", document)
        numbers = [brought.aside, rows] if brought.aside else [rows]
        self.assertEqual(sorted(self.numbers(found)[:len(numbers)]), numbers, said)
        if brought.reason and self.language == "en-US":
            count, _, words = brought.reason.partition(" × ")
            listed = [row for row in used_values(document.Sheets.getByIndex(document.Sheets.Count - 1))
                      if row[1] == float(count) and row[2].startswith(words)]
            self.assertTrue(listed, found)
        self.succeed("build", document, Dashboard="all")
        page = document.Sheets.getByIndex(document.Sheets.Count - 1)
        values = printed_cells(page).getDataArray()
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")
        note = self.numbers(values[NOTE[0]][NOTE[1]])
        self.assertEqual(sorted(note), sorted([len(brought.orders), rows, brought.aside] if brought.aside
                                              else [rows]), values[NOTE[0]][NOTE[1]])
        for line in cohorts(brought.orders):
            self.assertIsNotNone(find_run(values, line[:1 + MONTHS_SHOWN]), f"no cohort {line} on the page")
        self.assertAlmostEqual(values[TICKET[0]][TICKET[1]], average_ticket(brought.orders), places=6)
        self.assertEqual(self.snapshot(sheet), before, "the user's sheet changed")

    def every_shape(self):
        for name in client_sheets.SHAPES:
            with self.subTest(shape=name):
                document = self.office.open()
                try:
                    shapes = client_sheets.Shapes(document, self.language)
                    self.check(getattr(shapes, name)(), document)
                finally:
                    self.close(document)

    def files(self):
        """The same book as other programs save it."""
        shapes = client_sheets.Shapes(self.document, self.language)
        brought = shapes.header_in_row_7()
        path = OUTPUT / f"awkward-{self.language}.xlsx"
        self.office.save(self.document, path)
        self.check(brought, self.open(path))

        path = OUTPUT / f"awkward-{self.language}.csv"
        lines = [";".join(shapes.head)]
        lines += [f'"{client}";{NULL_DATE + datetime.timedelta(days=int(date))};{amount}'
                  for client, date, amount in shapes.orders]
        path.write_text("\ufeff" + "\n".join(lines) + "\n", encoding="utf-8")
        document = self.office.open(path, FilterName="Text - txt - csv (StarCalc)", FilterOptions="59,34,76,1,,1033")
        self.addCleanup(self.close, document)
        self.check(client_sheets.Brought(document.Sheets.ElementNames[0], shapes.orders), document)


class InEnglish(Awkward):
    def test_every_shape(self):
        self.every_shape()

    def test_files(self):
        self.files()

    def test_cdnow(self):
        rows = cdnow(sample=True)
        self.put(rows)
        self.check(client_sheets.Brought("Orders", [(row[0], row[1], row[3]) for row in rows[1:]]))


class InSimplifiedChinese(Awkward):
    language = "zh-CN"

    def test_every_shape(self):
        self.every_shape()

    def test_files(self):
        self.files()


class InTraditionalChinese(InSimplifiedChinese):
    language = "zh-TW"


if __name__ == "__main__":
    main()
