"""A ledger with rows that cannot be used: set aside on the dashboard, found by the check, loud in formulas."""

import datetime

from ledgers import NULL_DATE, SMALL, day
from scenario import Scenario, errors, find_run, main, printed_cells, used_formulas, used_values

from com.sun.star.lang import Locale


class TextInADateCell(Scenario):
    def setUp(self):
        super().setUp()
        self.sheet = self.put(SMALL)
        self.sheet.getCellRangeByName("B5").String = "n/a"
        self.succeed("map", Role="ledger", Sheet="Orders")

    def texts(self, sheet):
        return [cell for row in used_values(sheet) for cell in row if isinstance(cell, str) and cell]

    def test_the_dashboard_says_that_one_row_is_set_aside(self):
        page = self.build()[0]
        self.assertTrue(any("7 of 8 rows" in text and "1 set aside" in text for text in self.texts(page)),
                        self.texts(page)[:20])
        self.assertIsNotNone(find_run(used_values(page), (3, 1, 1)), "the cohort without the order of that row")
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")

    def test_the_page_follows_what_becomes_of_the_rows(self):
        page = self.build()[0]
        self.assertFalse([formula for row in used_formulas(page) for formula in row if "pn_retention_ledger" in formula],
                         "the ledger is copied")
        for cell, content, status in (("C4", "-", "6 of 8 rows"), ("A6", "", "5 of 8 rows"), ("A6", "Nordlicht GmbH", "6 of 8"),
                                      ("C4", 300.0, "7 of 8 rows"), ("B5", day(2024, 2, 1), "8 rows used, none")):
            target = self.sheet.getCellRangeByName(cell)
            if isinstance(content, str):
                target.String = content
            else:
                target.Value = content
            self.document.calculate()
            self.assertTrue(any(status in text for text in self.texts(page)), (cell, content, self.texts(page)[:20]))
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")

    def test_the_latest_day_is_one_of_a_row_in_use(self):
        self.sheet.getCellRangeByName("B9").Value = day(2030, 1, 1)
        self.sheet.getCellRangeByName("A9").String = ""
        page = self.build()[0]
        self.assertTrue(any("2024-03-05" in text for text in self.texts(page)), self.texts(page)[:20])

    def test_the_check_leads_to_the_cell(self):
        before = set(self.sheet_names())
        sentence = self.succeed("check")
        self.assertIn("1", sentence)
        new = [name for name in self.sheet_names() if name not in before]
        self.assertEqual(len(new), 1)
        formulas = "".join(cell for row in used_formulas(self.document.Sheets.getByName(new[0])) for cell in row)
        self.assertIn("#'Orders'.B5", formulas)

    def test_the_check_of_a_sound_ledger_says_so(self):
        self.sheet.getCellRangeByName("B5").Value = self.sheet.getCellRangeByName("B4").Value
        self.assertIn("8", self.succeed("check"))

    def test_the_functions_fail_loudly(self):
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        for function in ("COHORT", "CLIENTTABLE"):
            self.assertError(f"=PERENNIAL.{function}({ledger})", "#VALUE!")

    def test_the_functions_pass_over_rows_where_that_is_asked_for(self):
        days = self.put([(day(2024, 3, 31),), (0.0,)], "Days").getCellRangeByName("A2")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        for function, arguments, rows in (("COHORT", f'{ledger};"month";"orders"', 3), ("CLIENTTABLE", ledger, 5),
                                          ("RFM", ledger, 5), ("RFSUMMARY", ledger, 5)):
            with self.subTest(function=function):
                table = f"PERENNIAL.{function}({arguments};$Days.$A$1:$A$2)"
                days.Value = 0
                self.assertError("=" + table, "#VALUE!")
                days.Value = 1
                self.assertNumber(f"=ROWS({table})", rows)
        self.assertNumber(f"=SUM(INDEX(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$2);0;4))", 7)

    def test_the_tables_list_the_clients_that_are_named(self):
        days = self.put([(day(2024, 3, 31),), (1.0,), ("",), (" nordlicht GMBH ",), ("",), ("Nobody",)], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        for function in ("CLIENTTABLE", "RFM", "RFSUMMARY"):
            with self.subTest(function=function):
                table = f"PERENNIAL.{function}({ledger};$Days.$A$1:$A$6)"
                self.assertNumber(f"=ROWS({table})", 2)
                self.assertNumber(f'=N(EXACT(INDEX({table};2;1);"Nordlicht GmbH"))', 1)
        self.assertNumber(f"=ROWS(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$3))", 5)
        days.getCellRangeByName("A4").Formula = ""
        self.assertNumber(f"=ROWS(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$6))", 1)
        self.assertError(f"=PERENNIAL.COHORT({ledger};;;$Days.$A$1:$A$6)", "#VALUE!")

    def test_the_tables_leave_out_texts_where_that_is_asked_for(self):
        days = self.put([(day(2024, 3, 31),), (1.0,), ("Figures",)], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        for function, columns, first in (("CLIENTTABLE", 7, "First"), ("RFM", 6, "Recency (days)"),
                                         ("RFSUMMARY", 4, "x"), ("COHORT", 5, "Cohort")):
            with self.subTest(function=function):
                rest = ";" if function != "COHORT" else ";;;"
                table = f"PERENNIAL.{function}({ledger}{rest}$Days.$A$1:$A$3)"
                self.assertNumber(f"=COLUMNS({table})", columns)
                self.assertNumber(f'=N(INDEX({table};1;1)="{first}")', 1)
        table = f"PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$3)"
        self.assertNumber(f"=SUM(INDEX({table};0;3))", 7)
        days.getCellRangeByName("A2").Formula = ""
        self.assertError(f"=ROWS({table})", "#VALUE!")
        days.getCellRangeByName("A2").Value = 1
        days.getCellRangeByName("A3").Formula = ""
        self.assertNumber(f"=COLUMNS({table})", 9)
        days.getCellRangeByName("A3").String = "numbers"
        self.assertError(f"=COLUMNS({table})", "Err:502")
        self.assertError(f"=COLUMNS(PERENNIAL.COHORT({ledger};;;$Days.$A$1:$A$3))", "Err:502")
        days.getCellRangeByName("A3").String = "all"
        self.assertNumber(f"=COLUMNS({table})", 9)

    def test_the_tables_have_the_columns_that_are_asked_for(self):
        days = self.put([(day(2024, 3, 31),), (1.0,), ("",)], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        for function, headings in (("CLIENTTABLE", ("Revenue", "Client")), ("RFM", ("Code", "Frequency")),
                                   ("RFSUMMARY", ("T", "x"))):
            with self.subTest(function=function):
                days.getCellRangeByName("A3").String = "; ".join(headings).lower()
                table = f"PERENNIAL.{function}({ledger};$Days.$A$1:$A$3)"
                self.assertNumber(f"=COLUMNS({table})", 2)
                for column, heading in enumerate(headings, 1):
                    self.assertNumber(f'=N(EXACT(INDEX({table};1;{column});"{heading}"))', 1)
        days.getCellRangeByName("A3").String = "Orders"
        self.assertNumber(f"=SUM(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$3))", 7)

    def test_names_stand_in_several_columns_below_what_is_said_of_the_table(self):
        self.put([(day(2024, 3, 31), "Nordlicht GmbH"), (1.0, "Nordlicht GmbH"), ("Client", "Orders"),
                  ("", " nordlicht GMBH "), ("Nobody", "")], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        self.assertNumber(f"=ROWS(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$B$5))", 2)
        self.assertNumber(f"=COLUMNS(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$B$5))", 1)
        self.assertNumber(f"=ROWS(PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$5))", 1)

    def test_the_tables_have_a_row_for_each_name_where_that_is_asked_for(self):
        names = ("Nobody", "", " nordlicht GMBH ", "", "NORDLICHT gmbh", "")
        self.put([(day(2024, 3, 31),), (1.0,), ("Orders;Client;as named",)] + [(name,) for name in names], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        table = self.table(f"=PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$9)", 7, 2)
        self.assertEqual(table, (("Orders", "Client"), (0, ""), ("", ""), (2, "Nordlicht GmbH"), ("", ""), (0, ""),
                                 ("", "")))

    def test_the_tables_lie_across_where_that_is_asked_for(self):
        days = self.put([(day(2024, 3, 31),), (1.0,), ("",)], "Days")
        ledger = "$Orders.A:A;$Orders.B:B;$Orders.C:C"
        table = f"=PERENNIAL.CLIENTTABLE({ledger};$Days.$A$1:$A$3)"
        for headings, columns in (("Orders;Revenue", 2), ("Revenue;Client", 2), ("Stage", 1)):
            with self.subTest(headings=headings):
                cell = days.getCellRangeByName("A3")
                cell.String = headings
                clients = int(self.cell(f"=ROWS({table[1:]})").Value) - 1
                self.assertGreater(clients, 2)
                upright = self.table(table, clients + 1, columns)
                cell.String = headings + ";across"
                self.assertEqual(self.table(table, columns, clients), tuple(zip(*upright[1:])))
                self.assertNumber(f"=COLUMNS({table[1:]})", clients)
        days.getCellRangeByName("A1").Value = day(1999, 1, 1)
        for headings in ("Orders", "Client"):
            days.getCellRangeByName("A3").String = headings + ";across"
            self.assertEqual(self.table(table, 1, 2), (("", ""),), "a text is in all cells where there is no client")
            self.assertNumber(f"=COLUMNS({table[1:]})", 1)

    def test_the_functions_read_dates_from_text_where_that_is_asked_for(self):
        days = self.put([("",), ("day first",)], "Days").getCellRangeByName("A2")
        self.sheet.getCellRangeByName("B5").String = "1.2.2024 08:30"
        self.sheet.getCellRangeByName("B6").String = "20/02/2024"
        orders = "=SUM(INDEX(PERENNIAL.CLIENTTABLE($Orders.A:A;$Orders.B:B;$Orders.C:C;$Days.$A$1:$A$2);0;4))"
        self.assertNumber(orders, 8)
        days.String = "Month First"
        self.assertNumber(orders, 7)
        days.String = "as it comes"
        self.assertError(orders, "Err:502")


class DatesWrittenAsText(Scenario):
    def test_the_page_reads_them_and_follows_the_rows(self):
        rows = [SMALL[0]] + [(client, (NULL_DATE + datetime.timedelta(date)).strftime("%d/%m/%Y"), amount)
                             for client, date, amount in SMALL[1:]]
        sheet = self.put(rows)
        self.document.CharLocale = Locale("en", "GB", "")
        self.succeed("map", Role="ledger", Sheet="Orders", TextDates="yes")
        page = self.build()[0]
        for cell, text, status in (("A9", "Café Lumen", "8 rows used, none"), ("B9", "soon", "7 of 8 rows"),
                                   ("B9", "31/03/2024", "8 rows used, none"), ("A9", "", "7 of 8 rows"),
                                   ("A9", "Café Lumen", "As of 2024-03-31")):
            sheet.getCellRangeByName(cell).String = text
            self.document.calculate()
            shown = [text for row in used_values(page) for text in row if isinstance(text, str) and text]
            self.assertTrue(any(status in text for text in shown), (cell, text, shown[:20]))
        self.assertIsNotNone(find_run(used_values(page), (3, 2, 1)), "the clients of the first cohort by month")
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")


class RepeatedDocuments(Scenario):
    def test_a_row_set_aside_stays_so_where_rows_are_put_in_above_it(self):
        """Only its neighbours show that it cannot be used, so the page remembers the row."""
        rows = [row + (f"R{number}",) for number, row in enumerate(SMALL)]
        rows[0] = SMALL[0] + ("Invoice number",)
        rows.insert(4, ("Café Lumen", rows[3][1], 999.0, "R3"))
        sheet = self.put(rows)
        self.succeed("map", Role="ledger", Sheet="Orders")
        page = self.build()[0]

        def revenue():
            values = used_values(page)
            head = next((row, cells.index("Revenue")) for row, cells in enumerate(values) if "Month" in cells)
            return [values[head[0] + month][head[1]] for month in range(10, 13)]

        self.assertEqual(revenue(), [2350, 1690.5, 1410])
        sheet.Rows.insertByIndex(2, 1)
        sheet.getCellRangeByPosition(0, 2, 3, 2).setDataArray((("Weber & Söhne", day(2024, 1, 20), 50.0, "R9"),))
        self.document.calculate()
        self.assertEqual(revenue(), [2400, 1690.5, 1410])


class Refusals(Scenario):
    def test_nothing_is_built_without_a_ledger(self):
        before = self.sheet_names()
        self.fail_to("build", Dashboard="retention")
        self.fail_to("refresh")
        self.fail_to("check")
        self.assertEqual(self.sheet_names(), before)

    def test_what_does_not_exist_is_named(self):
        self.put(SMALL)
        self.assertIn("Nowhere", self.fail_to("map", Role="ledger", Sheet="Nowhere"))
        self.assertIn("Colour", self.fail_to("map", Role="ledger", Sheet="Orders", client="Colour"))
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.assertIn("31.12.2024", self.fail_to("build", Dashboard="retention", AsOf="31.12.2024"))
        self.assertIn("weather", self.fail_to("build", Dashboard="weather"))

    def test_arguments_may_stand_in_the_url(self):
        self.put(SMALL)
        self.succeed("map?Role=ledger&Sheet=Orders&client=A&date=B&amount=C")
        self.succeed("build?Dashboard=retention&AsOf=2024-02-29")


if __name__ == "__main__":
    main()
