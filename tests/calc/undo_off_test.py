"""Dashboards where the document does not undo, in each way in which it can be switched off."""

from ledgers import SMALL, day, fill
from office import properties
from scenario import Scenario, errors, main, printed_cells, spoil, used_formulas, used_values
from steps import Steps, give_up_at


class UndoOff(Scenario):
    """Nothing is recorded from the start: the office allows no steps."""

    steps = 0

    def setUp(self):
        self.allow_steps(self.steps)
        super().setUp()
        self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.undo = self.document.UndoManager
        self.switch_off()

    def allow_steps(self, number):
        provider = self.office.service("com.sun.star.configuration.ConfigurationProvider")
        settings = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            properties(nodepath="/org.openoffice.Office.Common/Undo"))
        settings.Steps = number
        settings.commitChanges()

    def switch_off(self):
        pass

    def assertStillOff(self):
        self.assertEqual(self.undo.getAllUndoActionTitles(), ())

    def standing(self):
        """What somebody sees, and what the page stands on."""
        names = self.document.NamedRanges
        return {"sheets": self.sheet_names(),
                "names": {name: names.getByName(name).Content for name in names.ElementNames},
                "shown": self.document.CurrentController.ActiveSheet.Name,
                "formulas": [used_formulas(self.document.Sheets.getByName(name)) for name in self.sheet_names()],
                "charts": [self.document.Sheets.getByName(name).Charts.Count for name in self.sheet_names()]}

    def type(self):
        """Adds an order to the last row of the ledger."""
        orders = self.document.Sheets.getByName("Orders")
        orders.getCellByPosition(2, len(SMALL) - 1).Value += 1000

    def assertGivingUpARefreshChangesNothing(self, *steps):
        for spoilt in (False, True):
            if spoilt:
                spoil(*(self.document.Sheets.getByName(name) for name in ("Retention", "Referral")
                             if name in self.sheet_names()))
            before = self.standing()
            for step in steps:
                with self.subTest(step=step, spoilt=spoilt):
                    give_up_at(self.document, step)
                    self.fail_to("refresh")
                    after = self.standing()
                    for what, own in before.items():
                        self.assertEqual(after[what], own, what)

    def test_a_page_is_built_and_refreshed_in_place(self):
        page = self.build()[0]
        self.assertEqual(errors(printed_cells(page)), "")
        self.assertStillOff()
        names, shown = self.sheet_names(), used_values(page)
        spoil(page)
        self.succeed("refresh")
        self.assertEqual(self.sheet_names(), names)
        self.assertSameCells(used_values(page), shown)
        self.assertEqual(page.Charts.Count, 5)
        self.assertStillOff()
        self.document.Sheets.removeByName(page.Name)
        self.assertEqual(self.build()[0].Charts.Count, 5)

    def test_a_build_that_is_given_up_leaves_nothing_behind(self):
        before = self.standing()
        give_up_at(self.document, "Drawing the charts")
        self.fail_to("build", Dashboard="retention")
        self.assertEqual(self.standing(), before)
        self.assertStillOff()

    def test_a_refresh_that_is_given_up_leaves_the_page_as_it_was(self):
        self.build()
        self.assertGivingUpARefreshChangesNothing("Drawing the months", "Calculating", "Drawing the charts")
        page = self.document.Sheets.getByName("Retention")
        shown = used_values(page)
        self.type()
        self.assertNotEqual(used_values(page), shown)
        shown = used_values(page)
        self.document.CurrentController.Frame.IndicatorInterception = None
        self.succeed("refresh")
        self.assertSameCells(used_values(page), shown)

    def test_a_refresh_of_all_pages_that_is_given_up_leaves_each_as_it_was(self):
        fill(self.document, [("Referrer", "Referred", "Date"), ("Nordlicht GmbH", "Café Lumen", day(2024, 2, 20)),
                             ("Café Lumen", "Atelier Mara", day(2024, 3, 20))], "Referrals", date_column=2)
        self.succeed("map", Role="referrals", Sheet="Referrals")
        self.build()
        self.succeed("build", Dashboard="referral")
        self.succeed("check")
        before = self.standing()
        self.assertIn("Referral", before["sheets"])
        seen = []
        Steps(self.document, lambda name, _: seen.append(name))
        self.succeed("refresh")
        self.assertEqual(self.standing(), before)
        # Each page goes through a step before one goes through the next.
        order = [name for number, name in enumerate(seen) if name != seen[number - 1]]
        self.assertEqual(order.count("Calculating"), 1 + (order[-1] == "Calculating"), order)
        self.assertGivingUpARefreshChangesNothing("Drawing the referrers", "Calculating", "Drawing the charts")
        self.assertStillOff()


class UndoOffInADocument(UndoOff):
    steps = 100

    def switch_off(self):
        self.document.IsUndoEnabled = False


class UndoLocked(UndoOff):
    """A lock is dropped by the office itself at the next edit, and what was done before stays on the list."""

    steps = 100

    def switch_off(self):
        self.before = self.undo.getAllUndoActionTitles()
        self.undo.lock()

    def assertStillOff(self):
        recorded = self.undo.getAllUndoActionTitles()
        self.assertEqual(recorded[len(recorded) - len(self.before):], self.before)
        self.undo.unlock()
        self.undo.lock()


class UndoOffInAWindow(UndoOff):
    window = True


class UndoOffInADocumentInAWindow(UndoOffInADocument):
    window = True


class UndoLockedInAWindow(UndoLocked):
    window = True


if __name__ == "__main__":
    main()
