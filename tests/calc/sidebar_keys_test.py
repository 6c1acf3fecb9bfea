"""The sidebar by keyboard alone: map sheets of several kinds, jump to a faulty cell, build, put a sheet out of use."""

import client_sheets
from scenario import main
from sidebar import DASHBOARDS, DATA, Sidebar


class ByKeyboardAlone(Sidebar):
    def setUp(self):
        super().setUp()
        client_sheets.fill_all(self.document)
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(
            self.document.Sheets.getByName("Orders")))
        self.office.settle()
        # in the menu "Client value", the sidebar
        self.key("alt+l", "c")
        self.wait_for_panels()

    def test_maps_checks_builds_and_lets_go(self):
        self.assertEqual(self.focused().name, "Kind of sheet")
        self.assertEqual(self.values(DATA)["Kind of sheet"], "Ledger – unused")
        self.assertEqual(self.values(DATA)["Sheet name"], "Orders")

        self.choose("Kind of sheet", "Contracts")
        self.wait_for_value(DATA, "Monthly value", "Monthly value (C)")
        self.assertEqual(self.values(DATA)["Sheet name"], "Contracts")
        self.key("alt+u")
        self.wait_for_range("pn_contracts_client")
        self.wait_for_label(DATA, "3 of 5 rows cannot be used")
        self.wait_for_value(DATA, "Kind of sheet", "Contracts – Contr")
        self.assertIn("1 × Start is text", self.labels(DATA))
        self.picture("contracts")

        self.tab_to("Show")
        self.key("Return")
        self.wait_for_selection("$Contracts.$B$4")
        self.key("space")
        self.wait_for_selection("$Contracts.$B$4")
        self.picture("contracts-jump")

        self.open_deck()
        self.choose("Kind of sheet", "Referrals")
        self.wait_for_value(DATA, "Referred", "Referred client (B)")
        self.key("alt+u")
        self.wait_for_range("pn_referrals_referrer")
        self.wait_for_value(DATA, "Kind of sheet", "Referrals – Ref")
        self.wait_for_label(DATA, "All 3 rows can be used")
        self.picture("referrals")

        self.reads_dates_written_as_text()
        self.keeps_a_choice_that_is_not_stored()
        self.builds()
        self.lets_go_of_a_sheet()
        self.lists_on_a_sheet()

    def reads_dates_written_as_text(self):
        self.choose("Kind of sheet", "Touches")
        self.wait_for_value(DATA, "Date", "Contact date (B)")
        self.key("alt+u")
        self.wait_for_label(DATA, "1 of 3 rows cannot be used")
        self.wait_for_label(DATA, "Dates written as text: 1")
        self.picture("text-dates")
        self.tab_to("Read them")
        self.key("Return")
        self.wait_for_label(DATA, "All 3 rows can be used")
        self.assertEqual(self.focused().name, "Leave them out")
        self.picture("text-dates-read")

    def keeps_a_choice_that_is_not_stored(self):
        self.choose("Kind of sheet", "Touches")
        self.choose("Kind", "—")
        self.wait_for_label(DATA, "Choose the column that holds: Kind")
        self.choose("Kind of sheet", "Clients")
        self.wait_for_value(DATA, "Hours spent", "Hours spent (G)")
        self.picture("clients")
        self.choose("Kind of sheet", "Touches")
        self.wait_for_value(DATA, "Kind", "—")
        self.wait_for_label(DATA, "Choose the column that holds: Kind")

    def builds(self):
        self.choose("Dashboard", "Referral")
        self.key("alt+u")
        self.wait_for(lambda: any("referral" in label for label in self.labels(DASHBOARDS)), "a word on referrals")
        self.picture("referral-dashboard")
        self.choose("Dashboard", "Retention")
        self.tab_to("Build")
        self.key("Return")
        self.wait_for_label(DASHBOARDS, "no ledger is mapped")
        self.picture("no-ledger")

        self.choose("Kind of sheet", "Ledger")
        self.wait_for_value(DATA, "Amount", "Amount (C)")
        self.tab_to("Use this mapping")
        self.key("space")
        self.wait_for_label(DATA, "All 8 rows can be used")
        before = set(self.sheet_names())
        self.tab_to("Build")
        self.key("space")
        self.wait_for_label(DASHBOARDS, "from 10 rows")
        self.assertEqual(len(set(self.sheet_names()) - before), 1)
        self.picture("built-by-keys")

    def lets_go_of_a_sheet(self):
        self.choose("Kind of sheet", "Contracts")
        self.tab_to("Stop using this sheet")
        self.key("Return")
        self.wait_for_range("pn_contracts_client", there=False)
        self.wait_for_value(DATA, "Kind of sheet", "Contracts – unused")
        self.wait_for_label(DATA, "Undo brings it back")
        self.picture("unused")
        self.tab_to("Kind of sheet")
        self.key("Escape")
        self.wait_for(lambda: not self.focused(), "the focus outside the panels")
        self.key("ctrl+z")
        self.wait_for_range("pn_contracts_client")
        self.wait_for_value(DATA, "Kind of sheet", "Contracts – Contr")

    def lists_on_a_sheet(self):
        self.open_deck()
        before = set(self.sheet_names())
        self.tab_to("List on a sheet")
        self.key("Return")
        self.wait_for(lambda: set(self.sheet_names()) - before, "a sheet with the list")
        self.picture("list")


if __name__ == "__main__":
    main()
