"""The self-check: published results computed anew inside Calc, opened by the command and offered as a template."""

import subprocess
from urllib.parse import unquote

from office import Office
from scenario import OUTPUT, Scenario, main

CHECK, TYPED, PUBLISHED, COMPUTED, DIFFERENCE, VERDICT, SOURCE = range(7)
HEADING = 5
CHECKS = 24


class SelfCheck(Scenario):
    agrees, differs = "agrees", "differs"
    title = "Perennial self-check"
    category = "Perennial"
    sentence = "All 24 checks agree with the published results"

    def setUp(self):
        super().setUp()
        self.said = self.succeed("selfcheck")
        self.check = self.newest()
        self.addCleanup(self.close, self.check)

    def newest(self):
        """The document that the command has opened."""
        documents = self.office.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            document = documents.nextElement()
            if document.supportsService("com.sun.star.sheet.SpreadsheetDocument") and \
                    document.NamedRanges.hasByName("self_check_all"):
                return document
        self.fail("no self-check was opened")

    def rows(self, document=None):
        """The checks as tuples of cells."""
        sheet = (document or self.check).Sheets.getByIndex(0)
        row = HEADING
        while sheet.getCellByPosition(CHECK, row + 1).String:
            row += 1
            if sheet.getCellByPosition(TYPED, row).String:
                yield tuple(sheet.getCellByPosition(column, row) for column in range(7))

    def verdicts(self, document=None):
        return [cells[VERDICT].String for cells in self.rows(document)]


class InEnglish(SelfCheck):
    def test_opens_as_a_new_document_and_says_how_many_agree(self):
        self.assertEqual(self.said, self.sentence)
        self.assertEqual(self.check.URL, "")
        self.assertEqual(self.check.Sheets.getByIndex(0).getCellRangeByName("A1").String, self.title)
        self.assertEqual(self.check.Sheets.getByIndex(0).getCellRangeByName("A4").String, self.sentence)

    def test_agrees_in_every_check(self):
        self.assertEqual(self.verdicts(), [self.agrees] * CHECKS)

    def test_computes_every_figure_by_the_formula_beside_it(self):
        for cells in self.rows():
            with self.subTest(check=cells[CHECK].String, formula=cells[TYPED].String):
                self.assertIn("PERENNIAL.", cells[COMPUTED].Formula)
                self.assertEqual(cells[COMPUTED].Formula.replace("PERENNIAL.", ""), cells[TYPED].String)
                self.assertFalse(cells[PUBLISHED].Formula.startswith("="))
                for column in (DIFFERENCE, VERDICT):
                    self.assertTrue(cells[column].Formula.startswith("="))
                self.assertTrue(cells[SOURCE].String)

    def test_is_offered_as_a_template(self):
        templates = self.office.service("com.sun.star.frame.DocumentTemplates")
        templates.update()
        category = templates.Content.Identifier.ContentIdentifier + "/" + self.category
        listed = self.office.service("com.sun.star.ucb.SimpleFileAccess").getFolderContents(category, True)
        self.assertEqual([unquote(template) for template in listed], [category + "/" + self.title])


class InSimplifiedChinese(InEnglish):
    language = "zh-CN"
    agrees, differs = "相符", "不符"
    title, category = "常青自检", "常青"
    sentence = "24 项检查全部与发表的结果相符"


class InTraditionalChinese(InEnglish):
    language = "zh-TW"
    agrees, differs = "相符", "不符"
    title, category = "常青自我檢查", "常青"
    sentence = "24 項檢查全部與發表的結果相符"


class Figures(SelfCheck):
    def test_differ_where_a_datum_has_changed(self):
        survivors = self.check.NamedRanges.getByName("sbg_high_end").getReferredCells()
        survivors.getCellByPosition(0, 1).Value = 800
        self.assertEqual(self.verdicts()[:3], [self.differs] * 3)
        self.assertEqual(self.check.Sheets.getByIndex(0).getCellRangeByName("A4").String,
                         "21 of 24 checks agree with the published results")

    def test_are_not_computed_where_a_datum_is_no_number(self):
        scores = self.check.NamedRanges.getByName("nps_scores").getReferredCells()
        scores.getCellByPosition(0, 0).Value = 11
        self.assertEqual(self.verdicts().count("not computed"), 1)

    def test_hold_to_the_last_digit_of_the_maximum(self):
        # The fit of the High End segment, further than its authors print it.
        computed = [cells[COMPUTED].Value for cells in self.rows()]
        for figure, expected, tolerance in ((computed[0], 0.668088, 5e-7), (computed[1], 3.806096, 2e-6),
                                            (computed[2], -1611.1581, 5e-5)):
            self.assertAlmostEqual(figure, expected, delta=tolerance)

    def test_are_the_same_after_saving_and_opening_again(self):
        expected = [(cells[COMPUTED].Formula, f"{cells[COMPUTED].Value:.13g}", cells[VERDICT].String)
                    for cells in self.rows()]
        for suffix in (".ods", ".fods", ".xlsx"):
            with self.subTest(format=suffix):
                path = OUTPUT / ("self_check" + suffix)
                self.office.save(self.check, path)
                again = self.open(path)
                self.assertEqual([(cells[COMPUTED].Formula, f"{cells[COMPUTED].Value:.13g}", cells[VERDICT].String)
                                  for cells in self.rows(again)], expected)

    def test_are_explained_to_a_reader_without_the_extension(self):
        path = OUTPUT / "self_check.ods"
        self.office.save(self.check, path)
        with Office(extension=False) as other:
            banner = other.open(path).Sheets.getByIndex(0).getCellRangeByName("A3").String
        self.assertIn("#NAME?", banner)
        self.assertIn("perennial.oxt", banner)

    def test_take_a_page_per_sheet(self):
        path = OUTPUT / "self_check.pdf"
        self.office.save(self.check, path)
        pages = subprocess.run(["pdftotext", path, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
        first, second, third, end = pages.split("\f")
        self.assertIn(self.sentence, first)
        self.assertIn("Mean spend of client 0009", first)
        self.assertIn("15.4435", second)
        self.assertIn("Marketing Science", third)
        self.assertEqual(end, "")


if __name__ == "__main__":
    main()
