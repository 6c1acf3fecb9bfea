"""Sheets as clients bring them: found, read and checked, and never changed."""

import time

import uno  # makes the office's types importable
from com.sun.star.lang import Locale
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import NOT_EQUAL
from com.sun.star.table import CellRangeAddress

from ledgers import SMALL, day, fill
from scenario import OUTPUT, Scenario, main, used_formulas, used_values

ROWS_OF_A_LARGE_LEDGER = 1_000_000
SECONDS_FOR_A_LARGE_LEDGER = 30  # a few on an idle machine


class Sheets(Scenario):
    """What these tests have in common: a sheet made cell by cell, and a look at what was understood."""

    def make(self, rows, name="Orders", at=(0, 0)):
        sheets = self.document.Sheets
        if not sheets.hasByName(name):
            sheets.insertNewByName(name, 0)
        sheet = sheets.getByName(name)
        width = max(len(row) for row in rows)
        filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
        column, first = at
        sheet.getCellRangeByPosition(column, first, column + width - 1, first + len(rows) - 1).setDataArray(filled)
        return sheet

    def names(self, document=None):
        ranges = (document or self.document).NamedRanges
        return {name: ranges.getByName(name).Content for name in ranges.ElementNames if "sheet_" not in name}

    def snapshot(self, sheet):
        """Contents, formulas, formats and what is hidden."""
        formats = sheet.CellFormatRanges
        looks = tuple((cells.AbsoluteName, cells.NumberFormat, cells.CellStyle, cells.CharWeight)
                      for cells in (formats.getByIndex(index) for index in range(formats.Count)))
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        visible = sheet.getCellRangeByPosition(0, 0, 0, cursor.RangeAddress.EndRow).queryVisibleCells()
        return used_formulas(sheet), used_values(sheet), looks, visible.RangeAddressesAsString, sheet.isProtected()

    def understand(self, sheet, kind="ledger", **arguments):
        """Maps and checks a sheet, proves that it stays as it is, and gives both sentences."""
        before = self.snapshot(sheet)
        said = self.succeed("map", Role=kind, Sheet=sheet.Name, **arguments)
        found = self.succeed("check")
        self.assertEqual(self.snapshot(sheet), before, "the user's sheet changed")
        return said, found

    def assertMapped(self, expected, kind="ledger"):
        """That the names stand for these columns: "client=A4 date=B4", without rows where they are whole."""
        actual = {name.split("_", 2)[2]: content.split(".")[-1].replace("$", "").split(":")[0]
                  for name, content in self.names().items() if name.startswith(f"pn_{kind}_")}
        self.assertEqual(actual, dict(pair.split("=") for pair in expected.split()))

    def list_of_findings(self):
        """The cells of the check's list that hold text."""
        sheet = self.document.Sheets.getByName("Data check")
        return [cell for row in used_values(sheet) for cell in row if cell != ""]


class AwkwardSheets(Sheets):
    def test_title_rows_and_merged_headers_of_two_rows(self):
        sheet = self.make([["Hartmann & Lee Advisory"], ["Sales 2024, all figures in EUR"], [],
                           ["Customer", "", "Order", "", "Amount"],
                           ["Name", "City", "Date", "Number", ""],
                           ["Anna", "Ulm", day(2024, 1, 2), "A1", 12.5],
                           ["Berg", "Ulm", day(2024, 1, 3), "A2", -2.5]])
        for merged in ("A1:E1", "A4:B4", "C4:D4", "E4:E5"):
            sheet.getCellRangeByName(merged).merge(True)
        said, found = self.understand(sheet)
        self.assertMapped("client=A5 date=C5 amount=E5 document=D5")
        self.assertIn("Customer Name", said)
        self.assertIn("Order Date", said)
        self.assertIn("2", found)
        self.assertNotIn("cannot", found)

    def test_headers_with_units_breaks_blanks_and_a_byte_order_mark(self):
        sheet = self.make([["\ufeff客户 ", "日期\u3000", "金额\n（元）", "  "], ["王芳 ", day(2024, 1, 2), 12.5, " "],
                           ["王芳", day(2024, 1, 3), 8.0, ""]])
        said, _ = self.understand(sheet)
        self.assertMapped("client=A date=B amount=C")
        self.assertIn("金额 （元）", said)

    def test_a_header_with_a_year_among_the_words(self):
        said, found = self.understand(self.make([["Client", "Date", 2024.0], ["Anna", day(2024, 1, 2), 12.5]]))
        self.assertMapped("client=A date=B amount=C")
        self.assertIn("Client = Client", said)
        self.assertIn("All 1 rows", found)

    def test_tables_side_by_side(self):
        sheet = self.make([["Product", "Price", "", "Client", "Date", "Amount"],
                           ["Book", 10.0, "", "Anna", day(2024, 1, 2), 12.5],
                           ["Course", 20.0, "", "Berg", day(2024, 1, 3), 8.0]])
        self.understand(sheet)
        self.assertMapped("client=D date=E amount=F")

    def test_tables_one_below_the_other(self):
        orders = [["Client", "Date", "Amount"]] + [["Anna", day(2024, 1, 2), 12.5]] * 100
        prices = [[], [], ["Price list"], ["Product", "Price", "Stock"], ["Book", 10.0, 3.0]]
        sheet = self.make(orders + prices)
        _, found = self.understand(sheet)
        self.assertEqual(self.names()["pn_ledger_client"], "$Orders.$A$1:$A$103")
        self.assertIn("All 100 rows", found)
        sheet.Rows.insertByIndex(50, 1)
        self.assertEqual(self.names()["pn_ledger_client"], "$Orders.$A$1:$A$104")
        self.assertIn("All 100 rows", self.succeed("check"))

    def test_the_table_that_is_asked_for(self):
        sheet = self.make([["Client", "Date", "Amount", "", "", ""], ["Anna", day(2024, 1, 2), 12.5, "", "", ""],
                           [], ["", "", "", "", "Old sales", "", ""], ["", "", "", "", "Buyer", "Day", "Paid"],
                           ["", "", "", "", "Berg", day(2023, 1, 2), 7.0]])
        self.understand(sheet, client="Buyer", date="Day", amount="G")
        self.assertMapped("client=E5 date=F5 amount=G5")

    def test_letters_name_columns_before_cells(self):
        sheet = self.make([["Client", "Segment", "Wallet"], ["Anna", "A", 9.0], ["Berg", "C", 8.0]])
        self.understand(sheet, "clients", client="A", segment="B", wallet="C")
        self.assertMapped("client=A segment=B wallet=C", "clients")

    def test_currency_formats_and_credit_notes(self):
        sheet = self.make([["Client", "Date", "Amount"], ["Anna", day(2024, 1, 2), 1250.0],
                           ["Anna", day(2024, 1, 9), -1250.0]])
        formats = self.document.NumberFormats
        sheet.getCellRangeByName("C2:C3").NumberFormat = formats.addNew(
            '[$€-407] #,##0.00;[RED]-[$€-407] #,##0.00', Locale("en", "US", ""))
        _, found = self.understand(sheet)
        self.assertIn("All 2 rows", found)

    def test_hidden_and_filtered_rows_count(self):
        sheet = self.put(SMALL)
        sheet.Rows.getByIndex(2).IsVisible = False
        said, found = self.understand(sheet)
        self.assertIn("All 8 rows", found)
        for sentence in (said, found):
            self.assertIn("Hidden or filtered rows, which count all the same: 1", sentence)
        sheet.Rows.getByIndex(2).IsVisible = True
        ranges = self.document.DatabaseRanges
        ranges.addNewByName("clients_orders", CellRangeAddress(0, 0, 0, 2, len(SMALL) - 1))
        database = ranges.getByName("clients_orders")
        database.AutoFilter = True
        field = TableFilterField()
        field.Field, field.Operator, field.StringValue = 0, NOT_EQUAL, "Café Lumen"
        database.getFilterDescriptor().setFilterFields((field,))
        database.getFilterDescriptor().ContainsHeader = True
        database.refresh()
        area = database.DataArea
        _, found = self.understand(sheet)
        self.assertIn("All 8 rows", found)
        self.assertIn("Hidden or filtered rows, which count all the same: 2", found)
        self.assertTrue(database.AutoFilter)
        self.assertEqual((area.EndColumn, area.EndRow), (database.DataArea.EndColumn, database.DataArea.EndRow))

    def test_a_protected_sheet_is_read(self):
        sheet = self.put(SMALL)
        sheet.protect("secret")
        before = self.snapshot(sheet)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.assertMapped("client=A date=B amount=C")
        self.assertEqual(self.snapshot(sheet), before)

    def test_a_sheet_that_does_not_fit_is_refused_and_nothing_is_stored(self):
        self.make([["City", "Weather"], ["Ulm", "rain"]], "Weather")
        self.assertIn("Date", self.fail_to("map", Role="ledger", Sheet="Weather"))
        self.document.Sheets.insertNewByName("Empty", 0)
        self.fail_to("map", Role="touches", Sheet="Empty")
        self.put(SMALL)
        self.assertIn("maybe", self.fail_to("map", Role="ledger", Sheet="Orders", TextDates="maybe"))
        self.assertIn("orders", self.fail_to("map", Role="orders", Sheet="Orders"))
        self.assertEqual(self.names(), {})
        self.fail_to("check")


class DatesThatAreText(Sheets):
    ROWS = [["Client", "Date", "Amount"], ["Anna", "2024-01-31", 1.0], ["Anna", "1/31/2024", 1.0],
            ["Anna", "31/1/2024", 1.0], ["Anna", "2024年1月31日", 1.0], ["Anna", "31.01.2024", 1.0],
            ["Anna", "20240131", 1.0], ["Anna", 20240131.0, 1.0], ["Anna", day(2024, 1, 31), 1.0]]

    def test_are_set_aside_unless_they_are_asked_for(self):
        sheet = self.make(self.ROWS)
        said, found = self.understand(sheet)
        for sentence in (said, found):
            self.assertIn("Dates that are text and can be read: 6 (map with TextDates=yes)", sentence)
        self.assertIn("7 of 8 rows", found)
        self.assertNotIn("pn_ledger_text_dates", self.names())
        said, found = self.understand(sheet, TextDates="yes")
        self.assertIn("Dates written as text, read as dates: 6", said)
        self.assertIn("1 of 8 rows", found)
        self.document.UndoManager.undo()  # the check's list
        self.document.UndoManager.undo()  # the mapping
        self.assertNotIn("pn_ledger_text_dates", self.names())
        self.assertIn("pn_ledger_date", self.names())

    def test_are_read_as_the_documents_locale_writes_them(self):
        self.document.CharLocale = Locale("en", "GB", "")
        _, found = self.understand(self.make(self.ROWS), TextDates="yes")
        self.assertIn("1 of 8 rows", found)
        self.assertIn("B3", self.list_of_findings())
        self.document.CharLocale = Locale("zh", "CN", "")
        self.assertIn("2 of 8 rows", self.succeed("check"))

    def test_stay_asked_for_in_the_file(self):
        self.make(self.ROWS)
        self.succeed("map", Role="ledger", Sheet="Orders", TextDates="yes")
        for kind in ("ods", "xlsx"):
            path = OUTPUT / f"text_dates.{kind}"
            self.office.save(self.document, path)
            again = self.open(path)
            self.assertIn("1 of 8 rows", self.succeed("check", again))


class StoredMapping(Sheets):
    def test_stays_valid_when_the_sheet_grows(self):
        sheet = self.make([["Orders"], [], *SMALL])
        self.succeed("map", Role="ledger", Sheet="Orders")
        sheet.Columns.insertByIndex(0, 1)
        sheet.Rows.insertByIndex(0, 2)
        sheet.Rows.insertByIndex(5, 1)  # right below the header
        sheet.Columns.insertByIndex(2, 1)
        sheet.Name = "Orders, 2024's"
        self.assertMapped("client=B5 date=D5 amount=E5")
        self.assertTrue(all(content.endswith("1048576") for content in self.names().values()), self.names())
        below = len(SMALL) + 5
        for column, value in ((1, "Neu AG"), (3, day(2024, 5, 1)), (4, 5.0)):
            cell = sheet.getCellByPosition(column, below)
            cell.setFormula(value if isinstance(value, str) else str(value))
        self.assertIn("All 9 rows", self.succeed("check"))
        names = self.names()
        for kind in ("ods", "xlsx"):
            path = OUTPUT / f"grown.{kind}"
            self.office.save(self.document, path)
            again = self.open(path)
            self.assertEqual(self.names(again), names)
            self.assertIn("All 9 rows", self.succeed("check", again))

    def test_is_one_step_of_undo(self):
        self.put(SMALL)
        steps = len(self.document.UndoManager.getAllUndoActionTitles())
        self.succeed("map", Role="ledger", Sheet="Orders", TextDates="yes")
        self.assertEqual(len(self.document.UndoManager.getAllUndoActionTitles()), steps + 1)
        names = self.names()
        self.document.UndoManager.undo()
        self.assertEqual(self.names(), {})
        self.document.UndoManager.redo()
        self.assertEqual(self.names(), names)

    def test_is_no_step_of_undo_where_it_stands_already(self):
        self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders", TextDates="yes")
        names, steps = self.names(), self.document.UndoManager.getAllUndoActionTitles()
        self.succeed("map", Role="ledger", Sheet="Orders", TextDates="yes")
        self.assertEqual((self.names(), self.document.UndoManager.getAllUndoActionTitles()), (names, steps))


class EveryKind(Sheets):
    DAY = day(2024, 3, 1)

    def test_is_checked_for_every_reason(self):
        orders = self.make([["Invoice no", "Client", "Date", "Amount"], ["R1", "Anna", self.DAY, 5.0],
                            ["r1 ", "Berg", self.DAY, 6.0], ["R3", "", self.DAY, 6.0], ["R4", "Anna", "soon", 6.0],
                            ["R5", "Anna", self.DAY, "a lot"], ["R6", "Anna", self.DAY, 6.0]])
        orders.getCellRangeByName("D7").Formula = "=1/0"
        contracts = self.make([["客户", "开始日期", "结束日期", "月费"], ["王芳", self.DAY, self.DAY - 1, 100.0],
                               ["王芳", self.DAY, self.DAY + 1, 100.0], ["王芳", self.DAY, "", ""]], "合同")
        referrals = self.make([["推薦人", "被推薦人", "推薦日期"], ["甲", "乙", self.DAY], ["乙", "丙", self.DAY],
                               ["丙", "甲", self.DAY], ["甲", "丙", self.DAY]], "推薦")
        clients = self.make([["Client", "Visibility", "Notes"], ["Anna", 80.0, ""], ["", 70.0, ""]], "Clients")
        touches = self.make([["Client", "Date", "Kind"], ["Anna", self.DAY, "call"], ["Anna", self.DAY, ""]], "Log")
        before = {}
        for kind, sheet in (("ledger", orders), ("contracts", contracts), ("referrals", referrals),
                            ("clients", clients), ("touches", touches)):
            before[sheet.Name] = self.snapshot(sheet)
            self.succeed("map", Role=kind, Sheet=sheet.Name)
        self.assertIn("11 of 17 rows", self.succeed("check"))
        shown = self.list_of_findings()
        for sentence in ("Document number stands in an earlier row already", "Client is missing", "Date is text",
                         "Amount is text", "Amount holds an error", "End lies before Start",
                         "Monthly value is missing", "Kind is missing",
                         "This referral closes a circle: the client brought itself through others",
                         "This client was referred by somebody else in an earlier row"):
            self.assertIn(sentence, shown)
        for head in ("Orders · Ledger", "合同 · Contracts", "推薦 · Referrals", "Clients · Clients", "Log · Touches"):
            self.assertIn(head, shown)
        formulas = "".join(cell for row in used_formulas(self.document.Sheets.getByName("Data check")) for cell in row)
        for link in ("#'Orders'.A3", "#'合同'.C2", "#'推薦'.A4", "#'推薦'.A5", "#'Log'.C3"):
            self.assertIn(link, formulas)
        for sheet in (orders, contracts, referrals, clients, touches):
            self.assertEqual(self.snapshot(sheet), before[sheet.Name], sheet.Name)

    def test_is_checked_without_a_ledger(self):
        self.make([["Client", "Date", "Kind"], ["Anna", self.DAY, "call"]], "Log")
        self.succeed("map", Role="touches", Sheet="Log")
        self.assertIn("All 1 rows", self.succeed("check"))


class ALargeLedger(Sheets):
    def test_is_checked_in_seconds(self):
        rows = [("Customer", "Date", "Amount", "Invoice no")]
        rows += [(f"Client {row * 7919 % 50000}", day(2015, 1, 1) + row % 3000, row % 997 + 0.5, f"R-{row}")
                 for row in range(ROWS_OF_A_LARGE_LEDGER)]
        rows[3] = ("", "soon", 1.0, "R-1")
        fill(self.document, rows)
        self.succeed("map", Role="ledger", Sheet="Orders")
        start = time.monotonic()
        found = self.succeed("check")
        self.assertLess(time.monotonic() - start, SECONDS_FOR_A_LARGE_LEDGER)
        self.assertIn("1 of 1,000,000 rows", found)


if __name__ == "__main__":
    main()
