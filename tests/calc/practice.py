"""The practice workbook, and its referral page."""

from office import SOURCE
from scenario import FORMULAS, Scenario

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

    def add_clients(self, count):
        """Orders of so many new clients, below the others and like the last of them."""
        orders = self.document.Sheets.getByName("Orders")
        cursor = orders.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        head = orders.getCellRangeByPosition(0, 0, end.EndColumn, 0).getDataArray()[0]
        last = orders.getCellRangeByPosition(0, end.EndRow, end.EndColumn, end.EndRow).getDataArray()[0]
        rows = tuple(tuple(f"New client {number}" if title == "Client" else value
                           for title, value in zip(head, last)) for number in range(count))
        orders.getCellRangeByPosition(0, end.EndRow + 1, end.EndColumn, end.EndRow + count).setDataArray(rows)

    def array_formulas(self, page):
        """The first cell of each, by column and row."""
        def look():
            found, ends = [], {}
            for area in page.queryContentCells(FORMULAS).RangeAddresses:
                cells = page.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
                for row, texts in enumerate(cells.getFormulaArray(), area.StartRow):
                    for column, text in enumerate(texts, area.StartColumn):
                        if text.startswith("{") and row > ends.get(column, -1):
                            found.append((column, row))
                            last_column, last_row = array_end(page, column, row)
                            ends.update((each, last_row) for each in range(column, last_column + 1))
            return found
        return self.office.call(look)

    def rooms(self, page, formulas):
        """Where these array formulas end."""
        return self.office.call(lambda: {first: array_end(page, *first) for first in formulas})


def array_end(page, column, row):
    cursor = page.createCursorByRange(page.getCellByPosition(column, row))
    cursor.collapseToCurrentArray()
    return cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow
