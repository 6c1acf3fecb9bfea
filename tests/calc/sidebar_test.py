"""The sidebar by mouse: choose the columns, see the check, jump to a faulty row, build, refresh, cancel."""

import ledgers
from scenario import main
from sidebar import DASHBOARDS, DATA, Sidebar

FAULTY = [
    ("Nordlicht GmbH", "soon", 5.0),
    ("", ledgers.day(2024, 3, 1), 7.0),
    ("Atelier Mara", "later", 3.0),
]


class WithLedger(Sidebar):
    def open_ledger(self, rows):
        self.put(rows)
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(
            self.document.Sheets.getByName("Orders")))
        self.open_deck()


class InEnglish(WithLedger):
    def test_leads_from_the_ledger_to_the_dashboard(self):
        self.open_ledger(ledgers.SMALL + FAULTY)
        self.picture("guess")
        self.click(DATA, "Use this mapping")
        self.wait_for_range("pn_ledger_client")
        self.assertIn("Orders.$B", self.document.NamedRanges.getByName("pn_ledger_date").Content)
        self.wait_for_label(DATA, "3 of 11 rows cannot be used")
        labels = self.labels(DATA)
        self.assertIn("2 × Date is text", labels)
        self.assertIn("1 × Client is missing", labels)
        self.picture("check")

        self.click(DATA, "Show")
        self.wait_for_selection("$Orders.$B$10")
        self.click(DATA, "Show")
        self.wait_for_selection("$Orders.$B$12")
        self.picture("jump")

        before = set(self.sheet_names())
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "from 8 rows")
        self.assertEqual(len(set(self.sheet_names()) - before), 1)
        self.picture("built")

        self.tab_to("Refresh")
        built = self.labels(DASHBOARDS)
        self.key("space")
        self.wait_for(lambda: "Build" in self.labels(DASHBOARDS) and self.labels(DASHBOARDS) != built,
                      "another sentence")
        self.picture("refreshed")

        self.enter_date("29 Feb")
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "\"29 Feb\" is no date")
        self.enter_date("2024-02-29")
        self.key("Return")  # Build is what Enter means in a field
        self.wait_for_label(DASHBOARDS, "from 8 rows")
        self.picture("as-of")

    def enter_date(self, text):
        self.tab_to("As of")
        self.key("ctrl+a")
        self.type(text)
        self.wait_for_value(DASHBOARDS, "As of", text)


class WhileBuilding(WithLedger):
    def test_cancel_by_key_leaves_the_document_as_it_was(self):
        self.open_ledger(ledgers.cdnow())
        self.click(DATA, "Use this mapping")
        self.wait_for_label(DATA, "All 69,659 rows can be used")
        before = self.sheet_names()
        self.click(DASHBOARDS, "Build")
        self.wait_for(lambda: (self.focused() or self.controls()[0]).name == "Cancel", "Cancel with the focus")
        self.key("Return")
        self.picture("cancel")
        self.wait_for_label(DASHBOARDS, "Cancelled")
        self.assertEqual(self.sheet_names(), before)


class InTraditionalChinese(WithLedger):
    language = "zh-TW"

    def test_recognises_chinese_headers_and_speaks_chinese(self):
        self.open_ledger([("客戶名稱", "訂購日期", "金額（元）")] + ledgers.SMALL[1:])
        self.picture("guess")
        self.tab_to("使用此欄位對應(U)")
        self.key("space")
        self.wait_for_range("pn_ledger_client")
        self.wait_for_label(DATA, "全部 8 列都可以使用")
        self.picture("check")


if __name__ == "__main__":
    main()
