"""What a build leaves alone, and that it can be taken back, brought back, saved and refreshed."""

from ledgers import SMALL, day
from practice import Practice
from scenario import OUTPUT, Scenario, main, spoil, used_formulas, used_values


class Building(Scenario):
    def setUp(self):
        super().setUp()
        self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.undo = self.document.UndoManager

    def snapshot(self, names, document=None):
        """Everything in the user's sheets: contents and how they look."""
        sheets = (document or self.document).Sheets
        return {name: (used_formulas(sheets.getByName(name)), used_values(sheets.getByName(name)),
                       self.formats(sheets.getByName(name))) for name in names}

    def formats(self, sheet):
        return [(cells.RangeAddressAsString if hasattr(cells, "RangeAddressAsString") else cells.AbsoluteName,
                 cells.NumberFormat, cells.CellStyle) for cells in self.each(sheet.CellFormatRanges)]

    def each(self, collection):
        return [collection.getByIndex(index) for index in range(collection.Count)]

    def range_names(self):
        return tuple(self.document.NamedRanges.ElementNames)

    def test_is_one_step_of_undo_and_one_of_redo(self):
        users = self.sheet_names()
        before, names = self.snapshot(users), self.range_names()
        steps = len(self.undo.getAllUndoActionTitles())
        page = self.build()[0].Name
        built = used_values(self.document.Sheets.getByName(page))
        self.assertEqual(len(self.undo.getAllUndoActionTitles()), steps + 1)
        self.assertEqual(self.snapshot(users), before, "the user's sheets changed")

        self.undo.undo()
        self.assertEqual(self.sheet_names(), users)
        self.assertEqual(self.range_names(), names)
        self.assertEqual(self.snapshot(users), before)

        self.undo.redo()
        self.assertSameCells(used_values(self.document.Sheets.getByName(page)), built)
        self.assertGreaterEqual(self.document.Sheets.getByName(page).Charts.Count, 1)
        self.assertEqual(self.snapshot(users), before)

        self.undo.undo()
        self.assertEqual(self.sheet_names(), users)

    def test_rows_typed_below_are_in_the_figures_without_a_click(self):
        page = self.build()[0]
        before = used_values(page)
        orders = self.document.Sheets.getByName("Orders")
        for column, value in enumerate(("Neu AG", day(2024, 3, 15), 5000.0)):
            cell = orders.getCellByPosition(column, len(SMALL))
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
        after = used_values(page)
        self.assertNotEqual(after, before)
        self.assertIn(5000.0 + 1300 + 110, [cell for row in after for cell in row])

    def test_survives_save_and_reload(self):
        page = self.build()[0]
        expected = used_values(page)
        path = OUTPUT / "small.ods"
        self.office.save(self.document, path)
        again = self.open(path)
        self.assertSameCells(used_values(again.Sheets.getByName(page.Name)), expected)
        self.assertIn("8", self.succeed("check", again))
        names = self.sheet_names(again)
        self.succeed("refresh", again)
        self.assertEqual(self.sheet_names(again), names)
        self.assertSameCells(used_values(again.Sheets.getByName(page.Name)), expected)

    def test_refreshes_in_place_in_one_step(self):
        page = self.build()[0]
        names, expected = self.sheet_names(), used_values(page)
        spoil(page)
        steps = len(self.undo.getAllUndoActionTitles())
        self.succeed("refresh")
        self.assertEqual(self.sheet_names(), names)
        self.assertSameCells(used_values(page), expected)
        self.assertEqual(page.Charts.Count, 5)
        self.assertEqual(len(self.undo.getAllUndoActionTitles()), steps + 1)
        self.undo.undo()
        self.assertEqual(self.sheet_names(), names)
        self.assertSameCells(used_values(self.document.Sheets.getByName(page.Name)), expected)

    def test_knows_its_sheet_by_a_mark_and_not_by_its_name(self):
        page = self.build()[0]
        usual = page.Name
        page.Name = "My own name"
        self.succeed("refresh")
        self.assertNotIn(usual, self.sheet_names())
        self.succeed("build", Dashboard="retention")
        self.assertNotIn(usual, self.sheet_names())

    def test_leaves_a_sheet_of_the_user_with_the_same_name_alone(self):
        usual = self.build()[0].Name
        self.undo.undo()
        self.document.Sheets.insertNewByName(usual, 0)
        mine = self.document.Sheets.getByName(usual)
        mine.getCellRangeByName("A1").String = "mine"
        before = self.snapshot([usual])
        built = self.build()
        self.assertEqual(len(built), 1)
        self.assertNotEqual(built[0].Name, usual)
        self.succeed("refresh")
        self.assertEqual(self.snapshot([usual]), before)

    def test_leaves_a_sheet_alone_that_took_the_place_of_a_deleted_page(self):
        page = self.build()[0].Name
        self.document.Sheets.removeByName(page)
        self.document.Sheets.insertNewByName("Mine", self.document.Sheets.Count)
        self.document.Sheets.getByName("Mine").getCellRangeByName("A1").String = "mine"
        before = self.snapshot(["Mine"])
        self.fail_to("refresh")
        built = self.build()
        self.assertEqual([sheet.Name for sheet in built], [page])
        self.succeed("refresh")
        self.assertEqual(self.snapshot(["Mine"]), before)

    def test_does_not_take_another_sheet_for_one_that_was_deleted(self):
        place = self.sheet_names().index("Orders")
        self.document.Sheets.removeByName("Orders")
        self.document.Sheets.insertNewByName("Mine", place)
        self.assertIn("no ledger is mapped", self.fail_to("build", Dashboard="retention"))
        self.assertIn("Choose a sheet with client data first", self.fail_to("check"))


class RefreshWithAnotherLayout(Practice):
    """Without a window; tests of windows have the same."""

    def test_undo_and_redo_bring_back_all_figures(self):
        self.map_sheets("ledger", "contracts", "referrals")
        self.succeed("build", Dashboard="all")
        pages = [self.document.Sheets.getByName(name) for name in ("Retention", "Referral")]
        undo = self.document.UndoManager
        self.map_sheets("clients")
        before = [used_values(page) for page in pages]
        self.succeed("refresh")
        after = [used_values(page) for page in pages]
        self.assertNotEqual([len(values[0]) for values in after], [len(values[0]) for values in before])
        for name, act, expected in (("undo", undo.undo, before), ("redo", undo.redo, after)):
            act()
            for page, values in zip(pages, expected):
                with self.subTest(act=name, page=page.Name):
                    self.assertSameCells(used_values(page), values)


if __name__ == "__main__":
    main()
