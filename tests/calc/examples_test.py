"""Every example of every function, computed by Calc: as written, as typed, and after saving and opening again."""

import subprocess

from office import SOURCE, Office
from scenario import OUTPUT, Scenario, main

NAME, TYPED, RESULT, EXPECTED, VERDICT = range(5)


class Examples(Scenario):
    def setUp(self):
        self.document = self.open_copy(SOURCE / "sheets" / "examples.fods")
        self.sheet = self.document.Sheets.getByName("Examples")

    def rows(self, sheet=None):
        """The rows of the sheet of examples as tuples of cells, below its header."""
        sheet = sheet or self.sheet
        row = 1
        while sheet.getCellByPosition(NAME, row).String:
            yield tuple(sheet.getCellByPosition(column, row) for column in range(5))
            row += 1

    def results(self, sheet=None):
        # Excel's format keeps 15 digits
        return [(cells[NAME].String, cells[RESULT].Formula, cells[RESULT].getError(), f"{cells[RESULT].Value:.13g}",
                 cells[RESULT].String) for cells in self.rows(sheet)]

    def assertAllTrue(self, sheet=None):
        count = 0
        for cells in self.rows(sheet):
            with self.subTest(example=cells[TYPED].String):
                self.assertEqual((cells[VERDICT].getError(), cells[VERDICT].Value), (0, 1),
                                 f"gives {cells[RESULT].String}, expected {cells[EXPECTED].String}")
            count += 1
        self.assertGreater(count, 12)

    def test_give_the_expected_results(self):
        self.assertAllTrue()

    def test_give_the_same_when_they_are_typed(self):
        cell = self.sheet.getCellRangeByName("Z1")
        for cells in self.rows():
            with self.subTest(example=cells[TYPED].String):
                cell.FormulaLocal = cells[TYPED].String
                self.assertEqual((cell.getError(), cell.Value, cell.String),
                                 (0, cells[RESULT].Value, cells[RESULT].String))

    def test_keep_formulas_and_values_in_every_format(self):
        expected = self.results()
        for suffix in (".ods", ".fods", ".xlsx"):
            with self.subTest(format=suffix):
                path = OUTPUT / ("examples" + suffix)
                self.office.save(self.document, path)
                again = self.open(path).Sheets.getByName("Examples")
                self.assertEqual(self.results(again), expected)
                self.assertAllTrue(again)

    def test_come_back_after_an_office_without_the_extension(self):
        path, other_path = OUTPUT / "examples.ods", OUTPUT / "examples-saved-elsewhere.ods"
        self.office.save(self.document, path)
        with Office(extension=False) as other:
            document = other.open(path)
            self.assertEqual(document.Sheets.getByName("Examples").getCellByPosition(RESULT, 1).String, "#NAME?")
            other.save(document, other_path)
        self.assertAllTrue(self.open(other_path).Sheets.getByName("Examples"))


class StartSheet(Scenario):
    """The first sheet of the practice workbook tells whether the extension is there."""

    def said(self, document):
        column = document.Sheets.getByName("Start here").getCellRangeByName("C1:C40")
        cells = column.queryContentCells(16).Cells.createEnumeration()
        texts = []
        while cells.hasMoreElements():
            texts.append(cells.nextElement().String)
        return texts

    def test_tells_a_reader_without_the_extension_why_figures_are_missing(self):
        path = OUTPUT / "practice.ods"
        document = self.open_copy(SOURCE / "sheets" / "advisory_practice.fods")
        here = self.said(document)
        self.assertIn("Perennial is installed", here[0])
        self.office.save(document, path)
        with Office(extension=False) as other:
            elsewhere = self.said(other.open(path))
        self.assertEqual(len(elsewhere), 3)
        for text in elsewhere:
            self.assertIn("#NAME?", text)
            self.assertIn("perennial.oxt", text)

    def test_prints_after_saving(self):
        path, page = OUTPUT / "practice.ods", OUTPUT / "practice.pdf"
        self.office.save(self.open_copy(SOURCE / "sheets" / "advisory_practice.fods"), path)
        self.office.save(self.open(path), page)
        printed = subprocess.run(["pdftotext", page, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertIn("Advisory practice", printed)


if __name__ == "__main__":
    main()
