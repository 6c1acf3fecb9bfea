"""A ledger that one formula reads for others: they are told the state of its columns, and must never show another."""

import random

from ledgers import SMALL, day
from practice import Practice
from scenario import ERRORS, Scenario, main, spoil, used_formulas, used_values

LEDGER = "$Orders.$A$1:$A$40;$Orders.$B$1:$B$40;$Orders.$C$1:$C$40"
ROWS = 12
HEADINGS = "Client;First;Revenue"
STATE, SAID, TOLD, UNTOLD = "A1", "C3", "E", "I"


class OrdersInAState(Scenario):
    def setUp(self):
        super().setUp()
        self.orders = self.put(SMALL)
        self.tables = self.put([("",), ("",)], "Tables")
        self.array(STATE, f'PERENNIAL.CLIENTTABLE({LEDGER};{{"";"";"state"}})')
        self.array(SAID, f'"{HEADINGS};state="&{STATE}')
        self.tables.getCellRangeByName("D3").String = HEADINGS
        self.place_table(TOLD, LEDGER, "$C$1:$C$3")
        self.place_table(UNTOLD, LEDGER, "$D$1:$D$3")

    def array(self, place, formula):
        self.tables.getCellRangeByName(place).setArrayFormula("=" + formula)

    def place_table(self, letter, ledger, until):
        self.array(self.room(letter), f"PERENNIAL.CLIENTTABLE({ledger};{until})")

    def room(self, letter):
        return f"{letter}1:{chr(ord(letter) + 2)}{ROWS}"

    def shown(self, letter):
        cells = self.tables.getCellRangeByName(self.room(letter))
        error = cells.getCellByPosition(0, 0).getError()
        return ERRORS.get(error, error) or tuple(tuple(str(cell) for cell in row) for row in cells.getDataArray())

    def state(self):
        cell = self.tables.getCellRangeByName(STATE)
        self.assertEqual(cell.getError(), 0)
        return cell.Value

    def assertCurrent(self, change):
        self.assertEqual(self.shown(TOLD), self.shown(UNTOLD), change)

    def order(self, cell):
        return self.orders.getCellRangeByName(cell)

    def changes(self):
        """What may become of the rows; each gives them another state."""
        yield "an amount", lambda: self.order("C4").setValue(77)
        yield "a client", lambda: setattr(self.order("A4"), "String", "Someone new")
        yield "a day", lambda: self.order("B4").setValue(day(2023, 5, 5))
        yield "a word for an amount", lambda: setattr(self.order("C5"), "String", "soon")
        yield "an amount again", lambda: self.order("C5").setValue(5)
        yield "an error", lambda: self.order("B6").setFormula("=1/0")
        yield "a formula", lambda: self.order("B6").setFormula(f"={day(2024, 2, 2)}")
        # The office cannot redo what is put in as an array.
        yield "a row below", lambda: (setattr(self.order("A10"), "String", "Last one"),
                                      self.order("B10").setValue(day(2024, 3, 9)), self.order("C10").setValue(12.5))
        yield "an empty cell", lambda: setattr(self.order("A10"), "String", "")
        yield "rows cleared", lambda: self.orders.getCellRangeByName("A9:C10").clearContents(1023)
        yield "a row taken out", lambda: self.orders.Rows.removeByIndex(2, 1)

    def test_tables_follow_every_change(self):
        self.assertCurrent("as it begins")
        self.assertEqual(self.shown(TOLD)[0], ("Client", "First", "Revenue"))
        states = [self.state()]
        for name, change in self.changes():
            before = self.shown(TOLD)
            change()
            self.assertCurrent(name)
            self.assertNotEqual(self.shown(TOLD), before, name)
            states.append(self.state())
        self.assertEqual(len(set(states)), len(states), states)

    def test_tables_follow_undo_and_redo(self):
        shown = [self.shown(TOLD)]
        undo = self.document.UndoManager
        begun = len(undo.getAllUndoActionTitles())
        for _, change in self.changes():
            change()
            shown.append(self.shown(TOLD))
        steps = len(undo.getAllUndoActionTitles()) - begun
        self.assertGreaterEqual(steps, len(shown) - 1)
        for step in range(steps):
            self.office.call(undo.undo)
            self.assertCurrent(f"undo {step}")
        self.assertEqual(self.shown(TOLD), shown[0])
        for step in range(steps):
            self.office.call(undo.redo)
            self.assertCurrent(f"redo {step}")
        self.assertEqual(self.shown(TOLD), shown[-1])

    def test_tables_follow_rows_and_sheets_that_move(self):
        before = self.shown(TOLD)
        self.orders.Rows.insertByIndex(0, 2)
        self.assertCurrent("rows put in above")
        self.order("C6").Value = 78
        self.assertCurrent("an amount below them")
        self.orders.Columns.insertByIndex(0, 1)
        self.order("D6").Value = 79
        self.assertCurrent("an amount beside a new column")
        self.orders.Name = "Invoices"
        self.order("D6").Value = 80
        self.assertCurrent("an amount on a sheet with another name")
        self.document.Sheets.moveByName("Invoices", 0)
        self.order("D6").Value = 81
        self.assertCurrent("an amount on a sheet in another place")
        self.assertNotEqual(self.shown(TOLD), before)
        cells = self.orders.getCellRangeByName("B4:D11")
        cells.setDataArray(tuple(reversed(cells.getDataArray())))
        self.assertCurrent("other places of the rows")
        self.assertEqual(len(used_values(self.orders)), 11)

    def test_tables_follow_where_calculation_is_not_automatic(self):
        self.document.enableAutomaticCalculation(False)
        for amount in (71, 72, 73):
            self.order("C4").Value = amount
            self.shown(TOLD)
            self.shown(UNTOLD)
            self.order("C5").Value = amount
            self.office.call(self.document.calculate)
            self.assertCurrent(f"{amount}, calculated")
            self.assertIn(amount, self.orders.getCellRangeByName("C4:C5").getDataArray()[1])
        self.order("C4").Value = 74
        self.office.call(self.document.calculateAll)
        self.assertCurrent("all calculated")
        self.document.enableAutomaticCalculation(True)
        self.order("C4").Value = 75
        self.assertCurrent("automatic again")

    def test_tables_follow_in_a_file_that_was_saved(self):
        self.order("C4").Value = 70
        path = self.office.folder / "states.ods"
        self.office.call(lambda: self.document.storeToURL(path.as_uri(), ()))
        self.document = self.open(path)
        self.orders, self.tables = (self.document.Sheets.getByName(name) for name in ("Orders", "Tables"))
        self.assertCurrent("as it was opened")
        for name, change in self.changes():
            change()
            self.assertCurrent(name)

    def test_tables_follow_whatever_is_done(self):
        """In any order, rows that cannot be used among others, calculated by hand at times."""
        for place in ("C2", "D2"):
            self.tables.getCellRangeByName(place).Value = 1
        chance = random.Random(1)
        undo = self.document.UndoManager
        begun = len(undo.getAllUndoActionTitles())

        def cell(column):
            return self.orders.getCellByPosition(column, chance.randrange(1, 30))

        def take_back():
            if len(undo.getAllUndoActionTitles()) > begun:
                self.office.call(undo.undo)

        def do_again():
            if undo.isRedoPossible():
                self.office.call(undo.redo)

        deeds = [
            lambda: cell(0).setFormula(chance.choice(("Anna", "anna ", "Bert", "  ", ""))),
            lambda: cell(1).setValue(day(2024, 1, 1) + chance.randrange(300)),
            lambda: cell(2).setValue(chance.choice((0, 7, -3.5, 1e9))),
            lambda: cell(chance.randrange(3)).setFormula(chance.choice(("=1/0", "=3+4", "=C3", "soon", ""))),
            lambda: self.orders.Rows.insertByIndex(chance.randrange(30), 1),
            lambda: self.orders.Rows.removeByIndex(chance.randrange(1, 30), 1),
            lambda: setattr(self.orders, "Name", chance.choice(("Orders", "Invoices"))),
            lambda: self.document.enableAutomaticCalculation(chance.random() < 0.7),
            take_back,
            do_again,
        ]
        tables = 0
        for number in range(600):
            deed = chance.randrange(len(deeds))
            deeds[deed]()
            if not self.document.isAutomaticCalculationEnabled():
                if chance.random() < 0.5:
                    # The office computes an array formula that is looked at, from cells that it does not compute.
                    self.shown(TOLD)
                    self.shown(UNTOLD)
                    continue
                self.office.call(self.document.calculate)
            self.assertCurrent(f"deed {deed}, the {number}th")
            tables += not isinstance(self.shown(TOLD), str)
        self.assertGreater(tables, 200)

    def test_tables_of_other_days_and_clients_follow(self):
        """What the clients have done is found out once for the tables that ask for the same."""
        self.order("C5").String = "soon"
        for until in (day(2024, 2, 1), "", day(2024, 1, 15), day(2024, 2, 1)):
            for passes_over in (1, ""):
                for headings in (HEADINGS, "Client;First;Revenue;as named"):
                    self.array(SAID, f'"{headings};state="&{STATE}')
                    self.tables.getCellRangeByName("D3").String = headings
                    for column in "CD":
                        for row, said in ((1, until), (2, passes_over), (4, "café lumen"), (5, "Weber & Söhne")):
                            self.tables.getCellRangeByName(f"{column}{row}").setFormula(said)
                    for letter, column in ((TOLD, "C"), (UNTOLD, "D")):
                        self.place_table(letter, LEDGER, f"${column}$1:${column}$5")
                    self.assertCurrent((until, passes_over, headings))
                    self.assertEqual(isinstance(self.shown(TOLD), tuple), passes_over == 1)
                    self.order("C3").Value += 1
                    self.assertCurrent((until, passes_over, headings, "an amount"))

    def test_what_is_in_the_state_said_is_not_read_again(self):
        before = self.shown(TOLD)
        self.tables.getCellRangeByName("D3").String = f"{HEADINGS};state={self.state():.0f}"
        self.array(STATE, '"gone"')
        self.order("C4").Value = 77
        self.assertEqual(self.shown(UNTOLD), before)

    def test_what_is_in_another_state_is_read(self):
        state = self.state()
        self.array(STATE, '"gone"')
        for said in ("state=1", " State=1 ", f"state={state + 1:.0f}"):
            self.tables.getCellRangeByName("D3").String = f"{HEADINGS};{said}"
            self.order("C4").Value += 1
            amounts = sum(amount for amount, in self.orders.getCellRangeByName("C2:C9").getDataArray())
            revenues = [revenue for _, _, revenue in self.shown(UNTOLD)[1:] if revenue != "None"]
            self.assertEqual(sum(map(float, revenues)), amounts, said)

    def test_other_columns_and_documents_are_read(self):
        said = f"{HEADINGS};state={self.state():.0f}"
        rows = [*SMALL[:-1], ("Another", SMALL[1][1], 4711.0)]
        other = self.put(rows, "Others")
        self.tables.getCellRangeByName("D3").String = said
        self.place_table("M", LEDGER.replace("Orders", "Others"), "$D$1:$D$3")
        self.assertIn("4711.0", self.shown("M")[1])
        other.getCellRangeByName(f"C{len(rows)}").Value = 4712
        self.assertIn("4712.0", self.shown("M")[1])
        self.document = self.open()
        self.put(rows)
        self.tables = self.put([("",), ("",)], "Tables")
        self.tables.getCellRangeByName("D3").String = said
        self.place_table(UNTOLD, LEDGER, "$D$1:$D$3")
        self.assertIn("4711.0", self.shown(UNTOLD)[1])

    def test_what_cannot_be_a_state_is_refused(self):
        for said in ("state", "state=", "state=x", "state = 1", "states", "state=1;Revenue"):
            with self.subTest(said=said):
                self.tables.getCellRangeByName("D3").String = f"{HEADINGS};{said}"
                self.assertEqual(self.shown(UNTOLD), "Err:502")

    def test_each_function_of_the_ledger_takes_a_state(self):
        for function in ("COHORT", "RFM", "RFSUMMARY"):
            with self.subTest(function=function):
                arguments = f'{LEDGER};"month";"revenue"' if function == "COHORT" else LEDGER
                self.assertNumber(f'=PERENNIAL.{function}({arguments};{{"";"";"state"}})', self.state())
                self.tables.getCellRangeByName("C3:D3").setFormulaArray((("", ""),))
                self.array(SAID, f'"state="&{STATE}')
                for amount in (66.0, 67.0):
                    self.order("C4").Value = amount
                    self.assertEqual(*(self.table(f"=PERENNIAL.{function}({arguments};$Tables.${letter}$1:${letter}$3)", 8, 4)
                                       for letter in "CD"))


class PagesInAState(Scenario):
    def test_a_page_follows_an_order_as_one_that_is_built_anew(self):
        orders = self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        page = self.build()[0]
        for cell, value in (("C3", 1234.0), ("B5", float(day(2024, 1, 9))), ("C8", 1.0)):
            orders.getCellRangeByName(cell).Value = value
            self.office.call(self.document.calculate)
            typed = used_values(page)
            spoil(page)
            self.succeed("refresh")
            self.assertSameCells(typed, used_values(page))

class TwoPages(Practice):
    """Both pages read the ledger at one place."""

    def setUp(self):
        super().setUp()
        self.map_sheets("ledger", "referrals")
        self.orders = self.document.Sheets.getByName("Orders")

    def build_both(self, *dashboards):
        for dashboard in dashboards:
            self.succeed("build", Dashboard=dashboard)
        return [self.document.Sheets.getByName(name) for name in ("Retention", "Referral")]

    def state(self, page):
        """The cell with the state of the orders on a page."""
        for row, formulas in enumerate(used_formulas(page)):
            for column, formula in enumerate(formulas):
                if '"state"' in formula:
                    return page.getCellByPosition(column, row)
        raise AssertionError(f"{page.Name} does not read the orders")

    def assertFollows(self, page):
        last = self.orders.getCellByPosition(4, len(used_values(self.orders)) - 1)
        last.Value += 1000
        self.office.call(self.document.calculate)
        typed = used_values(page)
        spoil(page)
        self.succeed("refresh")
        self.assertSameCells(typed, used_values(page))

    def test_share_the_state_of_the_orders(self):
        for order in (("retention", "referral"), ("referral", "retention")):
            with self.subTest(order=order):
                retention, referral = self.build_both(*order)
                self.assertGreater(self.state(retention).Value, 0)
                self.assertEqual(self.state(referral).Value, self.state(retention).Value)
                self.assertFollows(referral)
                self.assertFollows(retention)
                place = self.state(retention).CellAddress
                retention.getCellRangeByPosition(place.Column, place.Row, place.Column, place.Row).setArrayFormula("=5")
                self.assertEqual(self.state(referral).Value, 5)
                for page in (retention, referral):
                    self.document.Sheets.removeByName(page.Name)

    def test_do_without_each_other(self):
        retention, referral = self.build_both("retention", "referral")
        state = self.state(retention).Value
        self.document.Sheets.removeByName("Retention")
        self.office.call(self.document.calculate)
        self.assertEqual(self.state(referral).Value, state)
        self.assertFollows(referral)
        path = self.office.folder / "alone.ods"
        self.office.call(lambda: self.document.storeToURL(path.as_uri(), ()))
        self.document = self.open(path)
        self.orders, referral = (self.document.Sheets.getByName(name) for name in ("Orders", "Referral"))
        self.assertFollows(referral)
        retention, = self.build()
        self.assertFollows(referral)
        self.assertFollows(retention)


if __name__ == "__main__":
    main()
