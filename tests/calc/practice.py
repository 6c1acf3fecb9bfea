"""The practice workbook, and its referral page."""

from office import SOURCE
from scenario import Scenario

SHEETS = {"ledger": "Orders", "contracts": "Contracts", "referrals": "Referrals", "clients": "Clients",
          "touches": "Touches"}


class Practice(Scenario):
    def setUp(self):
        self.document = self.open_copy(SOURCE / "sheets" / "advisory_practice.fods")

    def map_sheets(self, *kinds, document=None):
        for kind in kinds:
            self.succeed("map", document, Role=kind, Sheet=SHEETS[kind])

    def build_page(self, document=None, **arguments):
        document = document or self.document
        before = set(self.sheet_names(document))
        self.succeed("build", document, Dashboard="referral", **arguments)
        new = [name for name in self.sheet_names(document) if name not in before]
        self.assertEqual(len(new), 1)
        return document.Sheets.getByName(new[0])
