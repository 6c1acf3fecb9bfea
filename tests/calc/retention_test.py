"""The retention dashboard from a large public ledger, in three languages, and on paper."""

import re
import subprocess
import time

import uno  # makes the office's types importable
from com.sun.star.lang import Locale

import ledgers
from office import SOURCE
from scenario import DATES, OUTPUT, VALUES, Scenario, errors, find_run, main, printed_cells, used_values

# Hardie's CDNOW data by month of first purchase
FIRST_COHORT = (7846, 1157, 964, 810, 679, 736)
FIRST_REVENUE = 299060.17


class Page(Scenario):
    def assertEveryFigureIsAFormula(self, page):
        self.assertEqual(page.queryContentCells(VALUES | DATES).RangeAddressesAsString, "",
                         "these figures are no formulas")
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")

    def assertPrintsOnOnePage(self, page, name):
        """The dashboard's sheet alone: A4 landscape, one page, each figure wide enough to be read."""
        path = OUTPUT / (name + ".pdf")
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(page))
        others = [self.document.Sheets.getByName(other) for other in self.sheet_names() if other != page.Name]
        for other in others:
            other.IsVisible = False
        self.office.save(self.document, path)
        for other in others:
            other.IsVisible = True
        told = self.run_tool("pdfinfo", path)
        self.assertRegex(told, r"Pages:\s+1\n")
        width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
        self.assertAlmostEqual(width, 842, delta=1)
        self.assertAlmostEqual(height, 595, delta=1)
        self.assertNotIn("###", self.run_tool("pdftotext", "-layout", path, "-"))
        self.run_tool("pdftoppm", "-r", "110", "-png", "-singlefile", path, path.with_suffix(""))

    def run_tool(self, *command):
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout


class FromCdnow(Page):
    limit = 280

    @classmethod
    def setUpClass(cls):
        cls.rows = ledgers.cdnow()
        super().setUpClass()

    def test_shows_the_published_cohorts_as_formulas_on_one_page(self):
        self.assertEqual(len(self.rows) - 1, 69659)
        self.put(self.rows)
        self.succeed("map", Role="ledger", Sheet="Orders", client="Customer", date="Date", amount="Amount")
        start = time.monotonic()
        page = self.build()[0]
        seconds = time.monotonic() - start
        print(f"\n69,659 rows: dashboard built in {seconds:.1f} s")
        (OUTPUT / "cdnow_seconds.txt").write_text(f"{seconds:.1f}\n")
        cells = [cell for row in used_values(page) for cell in row]

        self.assertIsNotNone(find_run(used_values(page), FIRST_COHORT), "the first cohort is not on the page")
        self.assertTrue(any(isinstance(cell, float) and abs(cell - FIRST_REVENUE) < 0.005 for cell in cells),
                        "the revenue of month 0 is not on the page")
        self.assertTrue(any(isinstance(cell, str) and "69,659" in cell for cell in cells),
                        "the page does not say how many rows it uses")
        self.assertEveryFigureIsAFormula(page)
        self.assertEqual(page.Charts.Count, 5)
        self.assertPrintsOnOnePage(page, "cdnow")
        self.office.save(self.document, OUTPUT / "cdnow.ods")


class FromThePracticeWorkbook(Page):
    language = "en-US"
    title = "Client retention"

    def setUp(self):
        self.document = self.open_copy(SOURCE / "sheets" / "advisory_practice.fods")

    def test_speaks_the_language_of_the_office(self):
        self.succeed("map", Role="ledger", Sheet="Orders")
        page = self.build()[0]
        self.assertEqual(page.getCellByPosition(0, 0).String, self.title)
        self.assertEveryFigureIsAFormula(page)
        self.assertPrintsOnOnePage(page, "practice-" + self.language)


    def test_survives_saving_beside_the_other_page(self):
        for kind in ("ledger", "contracts", "referrals", "clients"):
            self.succeed("map", Role=kind, Sheet="Orders" if kind == "ledger" else kind.capitalize())
        page = self.build()[0]
        self.assertSurvivalChart(page)
        built = used_values(page)
        self.succeed("build", Dashboard="referral")
        self.succeed("map", Role="touches", Sheet="Touches")
        self.assertSameCells(used_values(page), built)
        path = OUTPUT / f"both-{self.language}.ods"
        self.office.save(self.document, path)
        again = self.open(path)
        page = again.Sheets.getByName(page.Name)
        self.assertSameCells(used_values(page), built)
        self.assertSurvivalChart(page)
        again.calculateAll()
        self.assertSameCells(used_values(page), built)

    def assertSurvivalChart(self, page):
        chart = page.Charts.getByName("pn_survival").EmbeddedObject
        self.assertFalse(chart.HasLegend)
        areas, lines = chart.FirstDiagram.CoordinateSystems[0].ChartTypes
        self.assertIn("Area", areas.ChartType)
        self.assertIn("Line", lines.ChartType)
        self.assertEqual((len(areas.DataSeries), len(lines.DataSeries)), (2, 4))
        self.assertTrue(all(series.Label.ShowSeriesName for series in lines.DataSeries[2:]))


class MoneyOnTheAxis(Scenario):
    def test_is_written_as_in_the_ledger_without_decimals(self):
        sheet = self.put(ledgers.SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        for language, code, axis in (
                ("en", '[$€-407]#,##0.00;[RED]-[$€-407]#,##0.00', '[$€-407]#,##0;[RED]-[$€-407]#,##0'),
                ("en", '#,##0.00" p. 0.5" [$CHF-807]', '#,##0" p. 0.5" [$CHF-807]'),
                ("en", '[$¥-804]#,##0.--', '[$¥-804]#,##0'),
                ("de", '#.##0,00 [$€-407]', '#.##0 [$€-407]')):
            with self.subTest(code=code):
                sheet.getCellRangeByName("C2:C99").NumberFormat = self.document.NumberFormats.addNew(
                    code, Locale(language, {"en": "US", "de": "DE"}[language], ""))
                page = self.build()[0]
                chart = page.Charts.getByName("pn_revenue").EmbeddedObject
                format = chart.NumberFormats.getByKey(chart.Diagram.YAxis.NumberFormat)
                self.assertEqual(format.FormatString, axis)
                self.document.UndoManager.undo()


class FromThePracticeWorkbookInSimplifiedChinese(FromThePracticeWorkbook):
    language = "zh-CN"
    title = "客户留存"


class FromThePracticeWorkbookInTraditionalChinese(FromThePracticeWorkbook):
    language = "zh-TW"
    title = "客戶留存"


if __name__ == "__main__":
    main()
