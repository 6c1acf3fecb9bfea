"""The retention dashboard from a large public ledger, and on paper."""

import re
import subprocess
import time

import ledgers
from scenario import DATES, OUTPUT, VALUES, Scenario, errors, find_run, main, printed_cells, used_values

# Hardie's CDNOW data by month of first purchase, spec of the project
FIRST_COHORT = (7846, 1157, 964, 810, 679, 736)
FIRST_REVENUE = 299060.17


class FromCdnow(Scenario):
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
        built = self.build()
        seconds = time.monotonic() - start
        print(f"\n69,659 rows: dashboard built in {seconds:.1f} s")
        (OUTPUT / "cdnow_seconds.txt").write_text(f"{seconds:.1f}\n")
        page = built[0]
        values = used_values(page)

        self.assertIsNotNone(find_run(values, FIRST_COHORT), "the first cohort is not on the page")
        self.assertTrue(any(isinstance(cell, float) and abs(cell - FIRST_REVENUE) < 0.005
                            for row in values for cell in row), "the revenue of month 0 is not on the page")
        self.assertTrue(any(isinstance(cell, str) and "69,659" in cell for row in values for cell in row),
                        "the page does not say how many rows it uses")
        typed_in = page.queryContentCells(VALUES | DATES).RangeAddressesAsString
        self.assertEqual(typed_in, "", "these figures are no formulas")
        self.assertEqual(errors(printed_cells(page)), "", "these formulas show an error")
        self.assertGreaterEqual(page.Charts.Count, 1)

        self.office.call(lambda: self.document.CurrentController.setActiveSheet(page))
        self.print_page(page)
        self.office.save(self.document, OUTPUT / "cdnow.ods")

    def print_page(self, page):
        """The dashboard's sheet alone, in A4 landscape, on one page."""
        path = OUTPUT / "cdnow.pdf"
        others = [name for name in self.sheet_names() if name != page.Name]
        for name in others:
            self.document.Sheets.getByName(name).IsVisible = False
        self.office.save(self.document, path)
        for name in others:
            self.document.Sheets.getByName(name).IsVisible = True
        told = subprocess.run(["pdfinfo", path], check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout
        self.assertRegex(told, r"Pages:\s+1\n")
        width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told).groups())
        self.assertAlmostEqual(width, 842, delta=1)
        self.assertAlmostEqual(height, 595, delta=1)
        subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", path, path.with_suffix("")], check=True,
                       timeout=60)


if __name__ == "__main__":
    main()
