"""The models on the CDNOW sample inside Calc: what the papers of Fader, Hardie and Lee print."""

import ledgers
from ledgers import day
from scenario import Scenario, main

CLIENTS = 2357


class OnTheCdnowSample(Scenario):
    @classmethod
    def setUpClass(cls):
        cls.rows = ledgers.cdnow(sample=True)
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.put(self.rows)
        self.sheet = self.document.Sheets.getByName("Orders")
        summary = "=PERENNIAL.RFSUMMARY($Orders.A:A;$Orders.B:B;$Orders.D:D;%s;\"week\")" % day(1997, 9, 30)
        self.sheet.getCellRangeByName(f"F1:J{CLIENTS + 1}").setArrayFormula(summary)

    def column(self, letter):
        return f"${letter}$2:${letter}${CLIENTS + 1}"

    def estimates(self, formula):
        return dict(self.table(formula, 9, 2, self.sheet)[1:])

    def assertPrinted(self, value, printed):
        """That a value rounds to the figure as it is printed."""
        digits = len(printed.partition(".")[2])
        self.assertEqual(f"{value:.{digits}f}", printed)

    def test_the_summary_is_that_of_the_paper(self):
        self.assertNumber(f"=SUM({self.column('G')})", 2457)
        self.assertNumber(f"=COUNT({self.column('G')})", CLIENTS)
        client = self.sheet.getCellRangeByName(f"F2:J{CLIENTS + 1}").getDataArray()
        self.assertIn((26.0, 30.857143, 31.0), [(row[1], round(row[2], 6), row[3]) for row in client])

    def test_bgnbd_has_the_published_estimates(self):
        fit = self.estimates(f"=PERENNIAL.BGNBDFIT({self.column('G')};{self.column('H')};{self.column('I')})")
        self.assertEqual(fit["status"], "converged")
        for name, printed in {"r": "0.2426", "alpha": "4.4136", "a": "0.7929", "b": "2.4259",
                              "log-likelihood": "-9582.4292"}.items():
            self.assertPrinted(fit[name], printed)
        parameters = "{%r;%r;%r;%r}" % (fit["r"], fit["alpha"], fit["a"], fit["b"])
        self.assertPrinted(self.cell(f"=PERENNIAL.BGNBDALIVE({parameters};26;30.857143;31)").Value, "0.96885")
        self.assertPrinted(self.cell(f"=PERENNIAL.BGNBDEXPECT({parameters};2;30.43;38.86;39)").Value, "1.2259")

    def test_gammagamma_has_the_published_estimates(self):
        fit = self.estimates(f"=PERENNIAL.GAMMAGAMMAFIT({self.column('G')};{self.column('J')})")
        self.assertEqual((fit["status"], fit["clients"]), ("converged", 946))
        for name, printed in {"p": "6.2496", "q": "3.7442", "gamma": "15.4435",
                              "log-likelihood": "-4055.9177"}.items():
            self.assertPrinted(fit[name], printed)


if __name__ == "__main__":
    main()
