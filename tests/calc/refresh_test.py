"""A refresh leaves cells that hold what it would draw, and draws a page anew where one of them does not."""

import unohelper
from com.sun.star.util import XModifyListener

from ledgers import SMALL, day
from scenario import FORMULAS, Scenario, main, printed_cells, used_formulas, used_values
from steps import give_up_at

YELLOW = 0xFFFF00


class Changes(unohelper.Base, XModifyListener):
    """Hears what is entered into cells, or computed."""

    def __init__(self, cells):
        self.cells = cells
        self.heard = 0
        cells.addModifyListener(self)

    def modified(self, _):
        self.heard += 1

    def disposing(self, _):
        pass


class ARefresh(Scenario):
    def setUp(self):
        super().setUp()
        self.orders = self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.page = self.build()[0]
        self.drawn = used_formulas(self.page), used_values(self.page), self.looks()

    def looks(self):
        ranges = printed_cells(self.page).CellFormatRanges
        return [(cells.AbsoluteName, cells.CellStyle, cells.CellBackColor, cells.IsMerged)
                for cells in (ranges.getByIndex(index) for index in range(ranges.Count))]

    def assertDrawn(self, what=None):
        formulas, values, looks = self.drawn
        self.assertSameCells(used_formulas(self.page), formulas)
        self.assertSameCells(used_values(self.page), values)
        self.assertEqual(self.looks(), looks, what)

    def changes_in_a_refresh(self):
        changes = Changes(self.page)
        self.succeed("refresh")
        self.page.removeModifyListener(changes)
        return changes.heard

    def spoil_looks(self):
        area = printed_cells(self.page)
        area.CellBackColor = YELLOW
        area.merge(False)
        self.page.Annotations.insertNew(area.getCellByPosition(1, 1).CellAddress, "look at this")
        self.page.Charts.removeByName(self.page.Charts.ElementNames[0])

    def table(self):
        """The first cell of a table with several rows, and the table."""
        for cells in self.page.queryContentCells(FORMULAS):
            cell = cells.getCellByPosition(0, 0)
            cursor = self.page.createCursorByRange(cell)
            cursor.collapseToCurrentArray()
            if cursor.RangeAddress.EndRow > cursor.RangeAddress.StartRow + 2:
                return cell, cursor
        raise AssertionError("no table")

    def test_leaves_the_cells(self):
        self.assertEqual(self.changes_in_a_refresh(), 0)
        self.assertDrawn()
        self.page.getCellByPosition(1, 200).Value = 1
        self.assertGreater(self.changes_in_a_refresh(), 0)
        self.assertDrawn()

    def test_draws_the_looks_anew(self):
        charts = self.page.Charts.Count
        self.spoil_looks()
        self.assertNotEqual(self.looks(), self.drawn[2])
        self.assertEqual(self.changes_in_a_refresh(), 0)
        self.assertDrawn()
        self.assertEqual((self.page.Charts.Count, self.page.Annotations.Count), (charts, 0))

    def test_is_taken_back_with_the_looks_alone(self):
        self.spoil_looks()
        spoilt = self.looks()
        give_up_at(self.document, "Drawing the charts")
        self.fail_to("refresh")
        self.assertEqual(self.looks(), spoilt)
        self.assertEqual(self.page.Annotations.Count, 1)
        self.document.CurrentController.Frame.IndicatorInterception = None
        self.succeed("refresh")
        self.assertDrawn()
        self.document.UndoManager.undo()
        self.assertEqual(self.looks(), spoilt)
        self.document.UndoManager.redo()
        self.assertDrawn()

    def test_draws_anew_what_was_typed_over(self):
        def title():
            printed_cells(self.page).getCellByPosition(1, 1).String = "Mine"

        def text_of_a_formula():
            cell, _ = self.table()
            free = self.page.getCellByPosition(1, 200)
            free.String = cell.Formula

        def number_for_a_formula():
            for cells in printed_cells(self.page).queryContentCells(FORMULAS):
                cell = cells.getCellByPosition(0, 0)
                if cell.Type.value == "FORMULA" and not cell.Formula.startswith("{"):
                    cell.Value = 12345
                    return

        def formula_beside_the_page():
            self.page.getCellByPosition(2, 200).Formula = "=1+1"

        def another_formula():
            _, table = self.table()
            table.setArrayFormula("=7")

        def shorter_table():
            cell, table = self.table()
            formula = cell.Formula[1:-1]
            table.setArrayFormula("")
            table.getCellRangeByPosition(0, 0, 0, 1).setArrayFormula(formula)

        for damage in (title, text_of_a_formula, number_for_a_formula, formula_beside_the_page, another_formula,
                       shorter_table):
            with self.subTest(damage.__name__):
                damage()
                self.assertNotEqual(used_formulas(self.page), self.drawn[0])
                self.succeed("refresh")
                self.assertDrawn(damage.__name__)

    def test_computes_where_the_office_waits_for_it(self):
        self.document.enableAutomaticCalculation(False)
        self.orders.getCellByPosition(2, 1).Value = 9999
        self.succeed("refresh")
        shown = used_values(self.page)
        self.assertNotEqual(shown, self.drawn[1])
        self.assertFalse(self.document.isAutomaticCalculationEnabled())
        self.document.enableAutomaticCalculation(True)
        self.document.calculateAll()
        self.assertSameCells(used_values(self.page), shown)
        self.document.Sheets.removeByName(self.page.Name)
        self.document.enableAutomaticCalculation(False)
        self.assertSameCells(used_values(self.build()[0]), shown)

    def test_leaves_the_cells_when_a_month_comes(self):
        for column, value in enumerate(("Neu AG", day(2024, 4, 15), 5000.0)):
            cell = self.orders.getCellByPosition(column, len(SMALL))
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
        shown = used_values(self.page)
        self.assertNotEqual(shown, self.drawn[1])
        self.assertEqual(self.changes_in_a_refresh(), 0)
        self.assertSameCells(used_values(self.page), shown)


if __name__ == "__main__":
    main()
