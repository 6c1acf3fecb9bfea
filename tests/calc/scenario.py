"""What the tests in the office have in common."""

import os
import pathlib
import shutil
import sys
import unittest

import ledgers
from office import SOURCE, Office

OUTPUT = pathlib.Path(os.environ.get("PERENNIAL_OUTPUT", SOURCE / "build" / "calc"))

# kinds of cells, com.sun.star.sheet.CellFlags
VALUES, DATES, TEXTS, FORMULAS = 1, 2, 4, 16

RESULT_ERROR = 4  # com.sun.star.sheet.FormulaResult

SUCCESS = 1

# what a cell shows, by the number of its error
ERRORS = {0: "", 502: "Err:502", 503: "#NUM!", 504: "Err:504", 519: "#VALUE!", 523: "Err:523", 524: "#REF!",
          525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}


class Scenario(unittest.TestCase):
    """A test with an office of its own, which all its methods share, and a new document for each."""

    language = "en-US"
    window = False
    limit = 240
    screen_size = (1400, 1000)

    @classmethod
    def setUpClass(cls):
        cls.office = Office(language=cls.language, window=cls.window, limit=cls.limit,
                            screen_size=cls.screen_size)
        cls.addClassCleanup(cls.office.stop)
        OUTPUT.mkdir(parents=True, exist_ok=True)

    def setUp(self):
        self.document = self.open()

    def open(self, path=None):
        document = self.office.open(path)
        self.addCleanup(self.close, document)
        return document

    def open_copy(self, path):
        """Opens a copy of a file of the sources, which themselves are not locked by it."""
        copy = self.office.folder / path.name
        shutil.copy(path, copy)
        return self.open(copy)

    def close(self, document):
        self.office.call(lambda: document.close(True))

    def put(self, rows, sheet="Orders"):
        return ledgers.fill(self.document, rows, sheet)

    def cell(self, formula, at="Z1", sheet=None):
        """Writes a formula into a cell and gives the cell."""
        sheet = sheet or self.document.Sheets.getByIndex(0)
        cell = sheet.getCellRangeByName(at)
        cell.setFormula(formula)
        return cell

    def table(self, formula, rows, columns, sheet=None):
        """The result of an array formula."""
        sheet = sheet or self.document.Sheets.getByIndex(0)
        cells = sheet.getCellRangeByPosition(30, 0, 30 + columns - 1, rows - 1)
        cells.setArrayFormula(formula)
        values = cells.getDataArray()
        self.assertEqual(cells.getCellByPosition(0, 0).getError(), 0, formula)
        cells.setArrayFormula("")
        return values

    def assertNumber(self, formula, expected, digits=9):
        cell = self.cell(formula)
        self.assertEqual(ERRORS.get(cell.getError(), cell.getError()), "", formula)
        self.assertAlmostEqual(cell.Value, expected, delta=max(1, abs(expected)) * 10 ** -digits, msg=formula)

    def assertError(self, formula, shown):
        cell = self.cell(formula)
        self.assertEqual(ERRORS.get(cell.getError(), cell.getError()), shown, formula)

    def succeed(self, command, document=None, **arguments):
        """Runs a command that must succeed and gives its sentence."""
        outcome = self.office.run(document or self.document, command, **arguments)
        self.assertIsNotNone(outcome, f"{command} gave no answer")
        self.assertEqual(outcome.State, SUCCESS, f"{command} {arguments}: {outcome.Result}")
        self.assertSentence(outcome.Result)
        return outcome.Result

    def fail_to(self, command, document=None, **arguments):
        """Runs a command that must fail and gives its sentence."""
        outcome = self.office.run(document or self.document, command, **arguments)
        self.assertIsNotNone(outcome, f"{command} gave no answer")
        self.assertNotEqual(outcome.State, SUCCESS, f"{command} {arguments}: {outcome.Result}")
        self.assertSentence(outcome.Result)
        return outcome.Result

    def assertSentence(self, text):
        self.assertIsInstance(text, str)
        self.assertTrue(text.strip(), "an empty sentence")

    def assertSameCells(self, actual, expected):
        """Compares two tables of cells and names the first that differ."""
        self.assertEqual(len(actual), len(expected), "rows")
        differing = [f"row {row + 1}, column {column + 1}: {new!r} instead of {old!r}"
                     for row, (new_row, old_row) in enumerate(zip(actual, expected))
                     for column, (new, old) in enumerate(zip(new_row, old_row)) if not same(new, old)]
        self.assertFalse(differing, f"{len(differing)} cells differ: {differing[:5]}")

    def sheet_names(self, document=None):
        return tuple((document or self.document).Sheets.ElementNames)

    def build(self, document=None, **arguments):
        """Builds the retention dashboard and gives the new sheets."""
        document = document or self.document
        before = set(self.sheet_names(document))
        sentence = self.succeed("build", document, Dashboard="retention", **arguments)
        new = [name for name in self.sheet_names(document) if name not in before]
        self.assertTrue(new, "no sheet was built: " + sentence)
        return [document.Sheets.getByName(name) for name in new]


class Page:
    """The printed cells of a page, by their neighbours."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.values = printed_cells(sheet).getDataArray()

    def find(self, text, start=0):
        for row, cells in enumerate(self.values):
            for column, cell in enumerate(cells):
                if row >= start and cell == text:
                    return row, column
        raise AssertionError(f"the page does not show {text!r}")

    def below(self, text, rows=1):
        row, column = self.find(text)
        return self.values[row + rows][column]

    def right(self, text, start=0):
        """What stands in the row of a text to its right, without the blanks of joined cells."""
        row, column = self.find(text, start)
        return [cell for cell in self.values[row][column + 1:] if cell != ""]

    def line(self, row, first, last):
        return [cell for cell in self.values[row][first:last] if cell != ""]


def same(one, other):
    """Whether two cells are equal, up to the rounding of a saved number."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-12 * max(abs(one), abs(other))
    return one == other


def spoil(*pages):
    """Has pages hold something else that shows the same: else a refresh would leave their cells."""
    for page in pages:
        text = page.queryContentCells(TEXTS).getByIndex(0).getCellByPosition(0, 0)
        text.Formula = f'="{text.String}"'


def printed_cells(sheet):
    """The cells of a dashboard's page; its workings stand outside."""
    area = sheet.PrintAreas[0]
    return sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)


def errors(cells):
    """Where formulas show an error."""
    return cells.queryFormulaCells(RESULT_ERROR).RangeAddressesAsString


def used_values(sheet):
    """All cells of a sheet up to its last used one."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()


def used_formulas(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getFormulaArray()


def find_run(values, run, tolerance=0.005):
    """Where numbers stand side by side in a table of cells: (row, column), or None."""
    for row, cells in enumerate(values):
        for column in range(len(cells) - len(run) + 1):
            if all(isinstance(cell, float) and abs(cell - wanted) <= tolerance
                   for cell, wanted in zip(cells[column:column + len(run)], run)):
                return row, column
    return None


def main():
    """Runs the tests of a file; 77 tells ctest that there was nothing but skipped ones."""
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    nothing_ran = result.skipped and result.testsRun <= len(result.skipped)
    sys.exit(77 if nothing_ran else 0)
