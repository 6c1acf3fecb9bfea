"""The conventions for columns, kept by every function that reads some: headers, whole columns, blank rows, the
order of the rows, bad rows, error cells and unequal lengths."""

import re

from ledgers import SMALL, day
from scenario import ERRORS, Scenario, main

TABLES = {
    "Orders": SMALL,
    "Tiers": [("Client", "Date", "Tier")] + [(client, date, 1.0 + (index > 3))
                                             for index, (client, date, amount) in enumerate(SMALL[1:])],
    "Contracts": [
        ("Client", "Start", "End", "MRR", "Renewed"),
        ("Nordlicht GmbH", day(2023, 11, 1), day(2024, 2, 1), 100.0, 1.0),
        ("Nordlicht GmbH", day(2024, 2, 1), "", 120.0, ""),
        ("Atelier Mara", day(2024, 1, 10), day(2024, 3, 1), 300.0, ""),
        ("Café Lumen", day(2024, 3, 3), day(2025, 3, 3), 90.0, ""),
    ],
    "Referrals": [
        ("Client", "Referrer", "Value", "Referred on", "Clicked", "Registered", "Closed"),
        ("Anna", "", 600.0, day(2024, 1, 1), day(2024, 1, 2), day(2024, 1, 3), day(2024, 1, 4)),
        ("Brook", "anna", 930.0, day(2024, 1, 5), day(2024, 1, 6), "", ""),
        ("Chen", "Brook", 170.0, day(2024, 2, 1), "", "", day(2024, 2, 9)),
        ("Dahl", "Brook", 660.0, day(2024, 2, 2), day(2024, 2, 3), day(2024, 2, 3), ""),
    ],
    "Models": [
        ("x", "tx", "T", "value", "ended"),
        (2.0, 30.43, 38.86, 22.35, 1.0),
        (1.0, 1.71, 38.86, 11.77, ""),
        (0.0, 0.0, 38.86, "", 1.0),
        (7.0, 29.43, 38.86, 73.74, ""),
        (1.0, 5.0, 31.0, 25.5, 1.0),
    ],
}

WINDOW = f"{day(2024, 1, 1)};{day(2024, 3, 31)}"
# Columns are written as Sheet.Letter.
BY_REFERENCE = [
    "REPEATRATE(Orders.A;Orders.B)",
    f"RETURNINGSHARE(Orders.A;Orders.B;Orders.C;{day(2024, 2, 1)};{day(2024, 3, 31)})",
    "AVERAGETICKET(Orders.A;Orders.C)",
    "UPGRADETIME(Tiers.A;Tiers.B;Tiers.C)",
    f"RENEWALRATE(Contracts.C;Contracts.E;{day(2024, 1, 1)};{day(2024, 3, 31)})",
    f"MRRMOVEMENTS(Contracts.A;Contracts.B;Contracts.C;Contracts.D;{WINDOW})",
    "COHORT(Orders.A;Orders.B;Orders.C)",
    "CLIENTTABLE(Orders.A;Orders.B;Orders.C)",
    "RFM(Orders.A;Orders.B;Orders.C)",
    "RFSUMMARY(Orders.A;Orders.B;Orders.C)",
    "LEDGERCHECK(Orders.A;Orders.B;Orders.C)",
    "REFERRALVALUE(Referrals.A;Referrals.B;Referrals.C)",
    "REFERRALFUNNEL(Referrals.D;Referrals.E;Referrals.F;Referrals.G)",
    f"REFERRERACTIVITY(Referrals.B;Referrals.D;{WINDOW})",
]
LOUD = [function for function in BY_REFERENCE if "CHECK" not in function]
# where the second column holds names
DATED = {"REFERRALVALUE": ("Referrals", "C")}
BY_VALUE = [
    "REFERREDLIFT(Referrals.E;Referrals.C)",
    "MISALLOCATION(Referrals.C;Referrals.D)",
    "KAPLANMEIER(Models.C;Models.E)",
    "BGNBDFIT(Models.A;Models.B;Models.C)",
    "GAMMAGAMMAFIT(Models.A;Models.D)",
]

class EachFunction(Scenario):
    def setUp(self):
        super().setUp()
        for name, rows in TABLES.items():
            self.put(rows, name)
        self.complete_rows()

    def complete_rows(self):
        """The windows of two functions need columns without gaps."""
        self.sheet("Contracts").getCellRangeByName("C3").Value = day(2026, 1, 1)
        self.sheet("Referrals").getCellRangeByName("B2").String = "Dahl senior"
        self.sheet("Models").getCellRangeByName("D4").Value = 0

    def sheet(self, name):
        return self.document.Sheets.getByName(name)

    def formula(self, function, reach, sheets=None):
        def reference(match):
            name, column = match.groups()
            rows = len((sheets or TABLES)[name])
            return f"${name}." + reach.format(c=column, last=rows)
        return "=PERENNIAL." + re.sub(r"(\w+)\.([A-G])\b", reference, function)

    def result(self, function, reach="{c}1:{c}{last}"):
        """The table that a function gives, or its one value."""
        sheet = self.document.Sheets.getByIndex(0)
        cells = sheet.getCellRangeByPosition(30, 0, 49, 19)
        cells.setArrayFormula(self.formula(function, reach))
        first = cells.getCellByPosition(0, 0)
        error = ERRORS.get(first.getError(), first.getError())
        values = cells.getDataArray() if not error else error
        cells.setArrayFormula("")
        return values

    def sound(self, function):
        expected = self.result(function)
        self.assertNotIsInstance(expected, str, f"{function} gives {expected}")
        return expected

    def test_skips_the_header_row(self):
        for function in BY_REFERENCE + BY_VALUE:
            with self.subTest(function=function):
                if "CHECK" not in function:  # it counts the header as row 1
                    self.assertEqual(self.result(function, "{c}2:{c}{last}"), self.sound(function))

    def test_reads_whole_columns_to_the_last_row_in_use(self):
        for function in BY_REFERENCE:
            with self.subTest(function=function):
                self.assertEqual(self.result(function, "{c}:{c}"), self.sound(function))

    def test_skips_blank_rows_below(self):
        for function in BY_REFERENCE + BY_VALUE:
            with self.subTest(function=function):
                self.assertEqual(self.result(function, "{c}1:{c}40"), self.sound(function))

    def test_skips_a_blank_row_between(self):
        expected = {function: self.sound(function) for function in LOUD}
        for name in TABLES:
            self.sheet(name).Rows.insertByIndex(3, 1)
        for function in expected:
            with self.subTest(function=function):
                self.assertEqual(self.result(function, "{c}1:{c}40"), expected[function])

    def test_does_not_depend_on_the_order_of_the_rows(self):
        expected = {function: self.sound(function) for function in BY_REFERENCE + BY_VALUE}
        for name, rows in TABLES.items():
            cells = self.sheet(name).getCellRangeByPosition(0, 1, len(rows[0]) - 1, len(rows) - 1)
            cells.setDataArray(tuple(reversed(cells.getDataArray())))
        for function in expected:
            with self.subTest(function=function):
                self.assertEqual(self.result(function), expected[function])

    def test_refuses_a_text_where_a_date_or_number_belongs(self):
        for function in LOUD:
            with self.subTest(function=function):
                name, column = DATED.get(function.split("(")[0], re.findall(r"(\w+)\.([A-G])\b", function)[1])
                cell = self.sheet(name).getCellRangeByName(f"{column}4")
                before = cell.Formula, cell.Value
                cell.String = "soon"
                try:
                    # a word in a column of flags is bad data, too
                    self.assertEqual(self.result(function), "#VALUE!")
                finally:
                    cell.String = ""
                    if before[0]:
                        cell.Value = before[1]

    def test_gives_back_an_error_that_stands_in_a_cell(self):
        for function in LOUD:
            with self.subTest(function=function):
                name, column = re.findall(r"(\w+)\.([A-G])\b", function)[-1]
                cell = self.sheet(name).getCellRangeByName(f"{column}4")
                before = cell.Formula, cell.Value
                cell.Formula = "=1/0"
                try:
                    self.assertEqual(self.result(function), "#DIV/0!")
                finally:
                    cell.String = ""
                    if before[0]:
                        cell.Value = before[1]

    def test_refuses_columns_of_unequal_length(self):
        for function in BY_REFERENCE:
            with self.subTest(function=function):
                name, column = re.findall(r"(\w+)\.([A-G])\b", function)[0]
                short = function.replace(f"{name}.{column}", f"${name}.{column}1:{column}3", 1)
                self.assertEqual(self.result(short), "#VALUE!")

    def test_refuses_a_range_of_two_columns(self):
        for function in BY_REFERENCE:
            with self.subTest(function=function):
                name, column = re.findall(r"(\w+)\.([A-G])\b", function)[0]
                wide = function.replace(f"{name}.{column}", f"${name}.A1:B{len(TABLES[name])}", 1)
                self.assertEqual(self.result(wide), "#VALUE!")

    def test_models_take_computed_and_written_arrays(self):
        for function in BY_VALUE:
            with self.subTest(function=function):
                expected = self.sound(function)
                doubled = re.sub(r"(\w+)\.([A-G])\b", r"IF(LEN(\1.\2)=0;\"\";\1.\2)".replace("\\\"", '"'), function)
                self.assertEqual(self.result(doubled, "{c}2:{c}{last}"), expected)
        self.assertNumber("=INDEX(PERENNIAL.KAPLANMEIER({1|2|3};{1|0|1});2;4)", 2 / 3)


if __name__ == "__main__":
    main()
