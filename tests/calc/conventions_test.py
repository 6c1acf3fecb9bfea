"""The conventions that all functions keep: columns, headers, dates, keys, keywords and errors."""

import uno  # makes the office's types importable
from com.sun.star.util import Date

from ledgers import SMALL, day
from scenario import Scenario, main

LEDGER = "$Orders.A1:A9;$Orders.B1:B9;$Orders.C1:C9"
COLUMNS = "$Orders.A:A;$Orders.B:B;$Orders.C:C"


class Arguments(Scenario):
    def test_a_keyword_is_read_in_any_case(self):
        self.assertNumber('=PERENNIAL.LTV(100;0.2;0.1;"Renewals")', 266.6666667)

    def test_an_unknown_keyword_is_err_502(self):
        self.assertError('=PERENNIAL.LTV(100;0.2;0.1;"later")', "Err:502")

    def test_a_value_outside_the_domain_is_err_502(self):
        self.assertError("=PERENNIAL.R3INDEX(0.6;1.8;0.25)", "Err:502")
        self.assertError("=PERENNIAL.TRUSTCOMPOUND(-1;1.2;0.9;1.1;12)", "Err:502")

    def test_text_where_a_number_belongs_is_a_value_error(self):
        self.assertError('=PERENNIAL.R3INDEX(0.6;"often";0.25)', "#VALUE!")

    def test_a_division_by_zero_is_told_as_such(self):
        self.assertError("=PERENNIAL.RETENTIONRATE(0;10;2)", "#DIV/0!")
        self.assertError("=PERENNIAL.LTV(100;0)", "#DIV/0!")

    def test_an_error_in_an_argument_comes_back(self):
        self.assertError("=PERENNIAL.R3INDEX(NA();0.8;0.25)", "#N/A")
        self.assertError("=PERENNIAL.NRR(1/0;1;1;1)", "#DIV/0!")

    def test_an_optional_argument_left_out_takes_its_default(self):
        self.assertNumber("=PERENNIAL.TRUSTDECAY(100;6)", 39.68502630)
        self.assertNumber('=PERENNIAL.LTV(100;0.2;;"end")', 500)

    def test_a_short_vector_may_be_a_range_an_array_in_braces_or_computed(self):
        sheet = self.document.Sheets.getByIndex(0)
        for row in range(4):
            sheet.getCellByPosition(0, row).Value = 1
        self.assertNumber("=PERENNIAL.TRUSTSCORE(80;70;60;50)", 68)
        self.assertNumber("=PERENNIAL.TRUSTSCORE(80;70;60;50;{1;1;1;1})", 65)
        self.assertNumber("=PERENNIAL.TRUSTSCORE(80;70;60;50;A1:A4)", 65)
        self.assertEqual(self.table("=PERENNIAL.TRUSTSCORE(80;70;60;50;A1:A4*2)", 1, 1), ((65,),))

    def test_own_words_take_the_place_of_the_english_ones(self):
        dates = f"{day(2024, 1, 1)};{day(2024, 6, 1)};{day(2024, 6, 30)}"
        self.assertEqual(self.cell(f"=PERENNIAL.LIFECYCLESTAGE({dates})").String, "Growth")
        words = '{"Neu"|"Wachsend"|"Reif"|"Ruhend"}'
        self.assertEqual(self.cell(f"=PERENNIAL.LIFECYCLESTAGE({dates};;;;{words})").String, "Wachsend")

    def test_a_scalar_function_works_row_by_row_in_an_array_formula(self):
        values = self.table("=PERENNIAL.TRUSTDECAY(100;{0|4.5|9})", 3, 1)
        self.assertEqual([row[0] for row in values], [100, 50, 25])


class Columns(Scenario):
    def cohorts(self, columns=LEDGER, rows=4, more=""):
        return self.table(f"=PERENNIAL.COHORT({columns}{more})", rows, 5)

    def test_the_header_row_is_skipped(self):
        self.put(SMALL)
        without = "$Orders.A2:A9;$Orders.B2:B9;$Orders.C2:C9"
        self.assertEqual(self.cohorts(), self.cohorts(without))
        self.assertEqual(self.cohorts()[1][:4], (day(2024, 1, 1), 3, 3, 2))

    def test_whole_columns_give_the_same_as_the_rows_in_use(self):
        self.put(SMALL)
        self.assertEqual(self.cohorts(COLUMNS), self.cohorts())

    def test_blank_rows_are_skipped_wherever_they_stand(self):
        self.put(SMALL)
        expected = self.cohorts(COLUMNS)
        blank = ("", "", "")
        self.put(SMALL[:1] + [blank] + SMALL[1:4] + [blank, blank] + SMALL[4:], "Gaps")
        self.assertEqual(self.cohorts(COLUMNS.replace("Orders", "Gaps")), expected)

    def test_the_order_of_the_rows_does_not_matter(self):
        self.put(SMALL)
        expected = self.cohorts()
        self.put(SMALL[:1] + SMALL[:0:-1], "Backwards")
        self.assertEqual(self.cohorts(LEDGER.replace("Orders", "Backwards")), expected)

    def test_clients_are_compared_without_case_and_blanks_and_numbers_are_keys(self):
        self.put([("Client", "Date", "Amount"), (7.0, day(2024, 1, 1), 1.0), ("7", day(2024, 2, 1), 1.0),
                  (" Zoë ", day(2024, 1, 2), 1.0), ("ZOË", day(2024, 2, 2), 1.0)])
        cohort = self.cohorts("$Orders.A1:A5;$Orders.B1:B5;$Orders.C1:C5")
        self.assertEqual(cohort[1][:4], (day(2024, 1, 1), 2, 2, 2))

    def test_columns_of_unequal_length_are_a_value_error(self):
        self.put(SMALL)
        self.assertError("=PERENNIAL.COHORT($Orders.A1:A9;$Orders.B1:B8;$Orders.C1:C9)", "#VALUE!")

    def test_a_text_where_a_date_belongs_is_a_value_error(self):
        sheet = self.put(SMALL)
        sheet.getCellRangeByName("B5").String = "soon"
        for function in ("COHORT", "CLIENTTABLE"):
            self.assertError(f"=PERENNIAL.{function}({LEDGER})", "#VALUE!")

    def test_a_missing_client_is_a_value_error(self):
        sheet = self.put(SMALL)
        sheet.getCellRangeByName("A5").String = ""
        self.assertError(f"=PERENNIAL.CLIENTTABLE({LEDGER})", "#VALUE!")

    def test_periods_still_to_come_are_empty_text(self):
        self.put(SMALL)
        february = self.cohorts()[2]
        self.assertEqual(february, (day(2024, 2, 1), 1, 1, 1, ""))

    def test_a_table_of_clients_lists_the_largest_first(self):
        self.put(SMALL)
        head, first = self.table(f"=PERENNIAL.CLIENTTABLE({LEDGER})", 2, 9)
        self.assertEqual(head[0], "Client")
        self.assertEqual(first, ("Nordlicht GmbH", day(2024, 1, 10), day(2024, 3, 5), 3, 3700, 3700 / 3, 2, 26,
                                 "Introduction"))

    def test_the_check_of_a_ledger_says_which_row_and_why(self):
        sheet = self.put(SMALL)
        sheet.getCellRangeByName("B5").String = "soon"
        rows = self.table(f"=PERENNIAL.LEDGERCHECK({LEDGER})", 3, 2)
        self.assertIn(5.0, [row[0] for row in rows])


class NullDates(Scenario):
    def cohort(self, null_date, shift):
        self.document.NullDate = null_date
        rows = SMALL[:1] + [(client, date - shift, amount) for client, date, amount in SMALL[1:]]
        self.put(rows)
        january = self.table(f"=PERENNIAL.COHORT({LEDGER})", 2, 5)[1]
        self.assertEqual(january, (day(2024, 1, 1) - shift, 3, 3, 2, 1))

    def test_of_1899(self):
        self.cohort(Date(30, 12, 1899), 0)

    def test_of_1900(self):
        self.cohort(Date(1, 1, 1900), 2)

    def test_of_1904(self):
        self.cohort(Date(1, 1, 1904), 1462)


if __name__ == "__main__":
    main()
