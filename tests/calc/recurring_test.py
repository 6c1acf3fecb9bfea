"""Recurring revenue, warnings and contracts on the retention dashboard, from sheets worked out by hand."""

import uno  # makes the office's types importable
from com.sun.star.table import CellAddress

from ledgers import SMALL, day
from scenario import Page, Scenario, errors, main, printed_cells

AS_OF = "2024-03-31"
# Nordlicht grows in February, Atelier Mara leaves at the end of it; the last row has no date to begin with.
CONTRACTS = [
    ("Client", "Start", "End", "MRR"),
    ("Nordlicht GmbH", day(2023, 11, 1), day(2024, 2, 1), 100.0),
    ("Nordlicht GmbH", day(2024, 2, 1), "", 120.0),
    ("Atelier Mara", day(2023, 12, 1), day(2024, 3, 1), 300.0),
    ("Café Lumen", day(2024, 3, 3), day(2024, 5, 3), 90.0),
    ("Weber & Söhne", "", "", 50.0),
]
MONTHS = ("2024-01", "2024-02", "2024-03")
# Every kind of pause: short and long, open, before the contract, behind its end, over its end, over its start,
# within one month; the last two rows cannot be used.
PAUSES = [
    ("Client", "Start", "End", "MRR", "Paused from", "Paused to"),
    ("Short AG", day(2023, 10, 1), "", 100.0, day(2024, 2, 10), day(2024, 4, 5)),
    ("Long GmbH", day(2023, 7, 15), day(2024, 9, 15), 200.0, day(2023, 12, 1), day(2024, 5, 1)),
    ("Open Ltd", day(2023, 9, 1), "", 50.0, day(2024, 6, 15), ""),
    ("Before KG", day(2024, 3, 1), "", 10.0, day(2024, 1, 1), day(2024, 2, 1)),
    ("Behind SA", day(2023, 8, 1), day(2024, 2, 1), 30.0, day(2024, 3, 1), day(2024, 4, 1)),
    ("Over Inc", day(2023, 8, 1), day(2024, 3, 10), 60.0, day(2024, 1, 20), day(2024, 5, 1)),
    ("Late OY", day(2024, 4, 10), "", 70.0, day(2024, 3, 1), day(2024, 5, 20)),
    ("Within BV", day(2023, 10, 1), "", 5.0, day(2024, 2, 5), day(2024, 2, 20)),
    ("Turned AB", day(2024, 1, 1), "", 999.0, day(2024, 3, 1), day(2024, 2, 1)),
    ("Worded AS", day(2024, 1, 1), "", 999.0, "soon", ""),
]
PAUSED_MONTHS = ("2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06")
CLIENTS = [
    ("Client", "Usage falls", "Replies slow down"),
    ("<3 Café", 1.0, 1.0),
    ("Nordlicht GmbH", 1.0, ""),
    ("Atelier Mara", "", ""),
]


class MonthlyPage(Page):
    def month(self, line, month):
        heads = self.values[self.find("Owner")[0]]
        return self.values[self.find(line)[0]][heads.index(month)]


class Recurring(Scenario):
    def setUp(self):
        super().setUp()
        self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")

    def page(self, as_of=AS_OF):
        sheet = self.build(AsOf=as_of)[0]
        self.assertEqual(errors(printed_cells(sheet)), "")
        return MonthlyPage(sheet)

    def put_contracts(self, rows=CONTRACTS, **arguments):
        self.put(rows, "Contracts")
        self.succeed("map", Role="contracts", Sheet="Contracts", **arguments)

    def assertMovements(self, page):
        self.assertEqual(page.below("Monthly recurring revenue"), 210)
        self.assertAlmostEqual(page.below("Net revenue retention, month"), 120 / 420)
        self.assertAlmostEqual(page.below("Gross revenue retention, month"), 120 / 420)
        self.assertAlmostEqual(page.below("Quick ratio, month"), 90 / 300)
        for line, months in {"Start of month": (400, 400, 420), "Expansion": (0, 20, 0),
                             "Churn": (0, 0, 300), "End of month": (400, 420, 210)}.items():
            self.assertEqual(tuple(page.month(line, name) for name in MONTHS), months, line)
        self.assertEqual(page.right("Café Lumen"), [day(2024, 5, 3), 90])

    def test_shows_what_came_and_went(self):
        self.put_contracts()
        page = self.page()
        self.assertMovements(page)
        page.find("12 of 13 rows used · 1 set aside, see Check data")
        page.find("Contracts that end within 90 days: 1")

    def test_reads_dates_from_text_and_open_ends_beside_them(self):
        texts = {day(2023, 11, 1): "2023-11-01", day(2024, 2, 1): "01.02.2024", day(2023, 12, 1): "20231201",
                 day(2024, 3, 1): "3/1/2024", day(2024, 3, 3): "2024年3月3日", day(2024, 5, 3): "2024/05/03"}
        rows = [tuple(texts.get(cell, cell) for cell in row) for row in CONTRACTS]
        self.put_contracts(rows, TextDates="yes")
        self.assertMovements(self.page())

    def assertPauses(self, page):
        """A return within three months is a pause: contraction and expansion, and the client stays counted."""
        for line, months in {"End of month": (245, 185, 55, 65, 165, 435, 385),
                             "New": (0, 0, 0, 10, 0, 70, 0),
                             "Reactivation": (0, 0, 0, 0, 0, 200, 0),
                             "Expansion": (0, 0, 0, 0, 100, 0, 0),
                             "Contraction": (0, 0, 100, 0, 0, 0, 0),
                             "Churn": (200, 60, 30, 0, 0, 0, 50)}.items():
            self.assertEqual(tuple(page.month(line, name) for name in PAUSED_MONTHS), months, line)

    def test_a_pause_brings_no_revenue(self):
        self.put_contracts(PAUSES)
        page = self.page("2024-06-30")
        self.assertPauses(page)
        page.find("16 of 18 rows used · 2 set aside, see Check data")
        page.find("Contracts that end within 90 days: 1")
        self.assertEqual(page.right("Long GmbH"), [day(2024, 9, 15), 200])

    def test_pauses_are_read_from_text_and_follow_what_is_typed(self):
        texts = {day(2024, 2, 10): "2024-02-10", day(2024, 4, 5): "4/5/2024", day(2024, 6, 15): "20240615"}
        self.put_contracts([tuple(texts.get(cell, cell) for cell in row) for row in PAUSES], TextDates="yes")
        self.assertPauses(self.page("2024-06-30"))
        self.document.Sheets.getByName("Contracts").getCellRangeByName("F4").String = "2024-06-20"
        name = self.document.NamedRanges.getByName("pn_sheet_retention").ReferredCells.Spreadsheet.Name
        page = MonthlyPage(self.document.Sheets.getByName(name))
        self.assertEqual(page.month("Churn", "2024-06"), 0)
        self.assertEqual(page.month("End of month", "2024-06"), 435)

    def test_a_pause_without_an_end_lasts(self):
        self.put_contracts([row[:5] for row in PAUSES[:2]])
        page = self.page("2024-06-30")
        self.assertEqual([page.month("End of month", name) for name in PAUSED_MONTHS],
                         [100, 100, 0, 0, 0, 0, 0])
        self.assertEqual(page.month("Churn", "2024-02"), 100)

    def test_says_what_brings_the_parts_that_are_missing(self):
        page = self.page()
        self.assertEqual(page.below("Monthly recurring revenue"), "–")
        page.find("A sheet of clients with columns of warning signs brings this part.")
        page.find("Contracts with a column of end dates bring this part.")

    def test_the_r3_index_counts_the_clients_among_the_referrers(self):
        renewed = ("Renewed", "yes", "", "no", "", "")
        self.put([row + (last,) for row, last in zip(CONTRACTS, renewed)], "Contracts")
        self.succeed("map", Role="contracts", Sheet="Contracts", Renewed="Renewed")
        self.put([("Referrer", "Referred", "Date"), (" nordlicht GMBH", "Anna", day(2024, 2, 1)),
                  ("Nordlicht GmbH", "Berg", day(2024, 2, 2)), ("Café Lumen", "Cord", day(2024, 2, 3)),
                  ("Stranger", "Dora", day(2024, 2, 4))], "Referrals")
        self.succeed("map", Role="referrals", Sheet="Referrals")
        page = self.page()
        row, column = page.find("R³ index")
        rates = page.values[row + 2][column].split(" × ")
        # two of the four clients
        self.assertEqual(rates[2], "0.50")
        self.assertAlmostEqual(page.values[row + 1][column],
                               float(rates[0]) * float(rates[1]) * float(rates[2]), delta=0.01)

    def test_weighs_warnings_by_what_each_client_pays(self):
        orders = SMALL + [("<3 Café", day(2024, 3, 1), 77.0), ("4 Café", day(2024, 3, 1), 500.0)]
        self.document.Sheets.removeByName("Orders")
        self.put(orders)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.put(CLIENTS, "Clients")
        self.succeed("map", Role="clients", Sheet="Clients")
        page = self.page()
        page.find("Look after these first: 2 with warning signs")
        self.assertEqual(page.right("<3 Café"), ["2 of 2", 40, 77, "Offer a pause"])
        self.assertEqual(page.right("Nordlicht GmbH"), ["1 of 2", 20, 3700, "Review the value"])
        self.assertLess(page.find("Nordlicht GmbH")[0], page.find("<3 Café")[0], "sorted by what is at stake")

    def test_says_when_its_tables_were_cut(self):
        """The office cuts array formulas when the user adds a range name, and saves them so."""
        self.put_contracts()
        self.page()
        self.document.NamedRanges.addNewByName("mine", "$Orders.$A$1", CellAddress(), 0)
        path = self.office.folder / "cut.ods"
        self.office.save(self.document, path)
        self.document = self.open(path)
        sheet = self.document.Sheets.getByName("Retention")
        Page(sheet).find("The tables behind this page have too little room: refresh it")
        self.succeed("refresh")
        Page(sheet).find("12 of 13 rows used · 1 set aside, see Check data")

    def test_the_cohorts_show_what_the_user_picks(self):
        sheet = self.build(AsOf=AS_OF)[0]
        cell = self.document.NamedRanges.getByName("pn_retention_measure").ReferredCells
        shown = lambda: Page(sheet).right("2024-01")[1:4]
        self.assertEqual(shown(), [3, 2, 1])
        cell.String = "Revenue"
        self.assertEqual(shown(), [2350, 1600, 1300])
        cell.String = "Retention, %"
        self.assertEqual([round(each, 6) for each in shown()], [100, 66.666667, 33.333333])
        self.succeed("refresh")
        self.assertEqual([round(each, 6) for each in shown()], [100, 66.666667, 33.333333])


if __name__ == "__main__":
    main()
