"""The steps of a build: they go forward, and what is changed at one of them stands on the page."""

import random
from unittest import mock

import uno  # makes the office's types importable
from com.sun.star.sheet.CellInsertMode import DOWN
from com.sun.star.table import CellRangeAddress
from com.sun.star.uno import RuntimeException

from ledgers import day
from scenario import Scenario, main, spoil, used_values
from steps import Steps

ROWS = 1000
# reading them takes several steps
MANY_ROWS = 600_000


def orders(rows):
    chance = random.Random(3)
    yield ("Client", "Date", "Amount")
    for _ in range(rows):
        yield (f"C{chance.randrange(300)}", day(2023, 1, 1) + chance.randrange(600), float(chance.randrange(1, 500)))


class AChangeAtAStep(Scenario):
    def setUp(self):
        super().setUp()
        self.orders = self.put(list(orders(ROWS)))
        self.succeed("map", Role="ledger", Sheet="Orders")

    def type(self):
        cell = self.orders.getCellByPosition(2, 7)
        cell.Value = cell.Value + 10_000

    def move_cells_down(self):
        """The only change of which the sheet itself says nothing."""
        place = CellRangeAddress()
        place.StartRow = place.EndRow = 5
        place.EndColumn = 2
        place.Sheet = self.orders.RangeAddress.Sheet
        self.orders.insertCells(place, DOWN)
        self.orders.getCellRangeByPosition(0, 5, 2, 5).setDataArray((("C7", day(2024, 8, 20), 5000.0),))

    def remove_row(self):
        self.orders.Rows.removeByIndex(20, 1)

    def add_sheet_in_front(self):
        self.document.Sheets.insertNewByName(f"Front {self.document.Sheets.Count}", 0)
        self.type()

    def steps_of(self, command, act=None, **arguments):
        steps = Steps(self.document, act)
        self.succeed(command, **arguments)
        shares = [share for _, _, share in steps.heard]
        self.assertEqual(shares, sorted(shares), "the progress went back")
        return steps

    def assertUpToDate(self, what):
        """A page drawn anew shows the same."""
        page = self.document.Sheets.getByName("Retention")
        shown = used_values(page)
        self.assertTrue(shown != self.before, what)
        spoil(page)
        self.steps_of("refresh")
        self.assertSameCells(shown, used_values(page))
        self.before = shown

    def change_once(self, name, occurrence, change):
        """Carries out a change when a step with this name comes for the n-th time."""
        seen = []
        def act(now, _):
            if now == name:
                seen.append(now)
                if len(seen) == occurrence:
                    change()
        return act

    def test_is_in_the_figures(self):
        names = []
        for _, name, _ in self.steps_of("build", Dashboard="retention").heard:
            if name not in names:
                names.append(name)
        self.assertGreaterEqual(len(names), 7, names)
        self.before = used_values(self.document.Sheets.getByName("Retention"))
        changes = [(self.type, name) for name in names]
        changes += [(change, "Drawing the months")
                    for change in (self.move_cells_down, self.remove_row, self.add_sheet_in_front)]
        for change, name in changes:
            for spoilt in (True, False):
                with self.subTest(step=name, change=change.__name__, spoilt=spoilt):
                    if spoilt:
                        spoil(self.document.Sheets.getByName("Retention"))
                    self.steps_of("refresh", self.change_once(name, 1, change))
                    self.assertUpToDate(name)

    def test_is_in_the_figures_where_there_is_no_undo(self):
        self.before = None
        self.document.IsUndoEnabled = False
        self.steps_of("build", self.change_once("Drawing the months", 1, self.move_cells_down))
        self.document.IsUndoEnabled = True
        self.assertUpToDate("a change without undo")

    def test_is_in_the_figures_however_many_come(self):
        self.before = None
        self.steps_of("build", lambda *_: self.type(), Dashboard="retention")
        self.assertUpToDate("a change at each step")

    def test_a_progress_that_fails_at_its_end_leaves_the_command_as_it_is(self):
        """As one that another process shows, which is gone."""
        steps = Steps(self.document)
        with mock.patch.object(Steps, "end", side_effect=RuntimeException("gone", None)) as end:
            self.succeed("build", Dashboard="retention")
        end.assert_called_once()
        self.assertTrue(steps.heard)
        self.assertIn("Retention", self.sheet_names())

    def test_is_in_the_figures_when_half_of_the_rows_are_read(self):
        self.document.Sheets.removeByName("Orders")
        self.orders = self.put(list(orders(MANY_ROWS)))
        self.succeed("map", Role="ledger", Sheet="Orders")
        steps = self.steps_of("build", Dashboard="retention")
        checking = "Checking the client sheets"
        self.assertGreaterEqual([name for _, name, _ in steps.heard].count(checking), 3)
        self.before = used_values(self.document.Sheets.getByName("Retention"))
        self.steps_of("refresh", self.change_once(checking, 2, self.type))
        self.assertUpToDate("a change between two blocks of rows")


if __name__ == "__main__":
    main()
