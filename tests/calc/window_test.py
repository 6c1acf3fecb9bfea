"""Pages in a window, where the office computes and paints what is half done: a build, a refresh that is given up,
undo and redo leave all figures right, and what the window shows where it was."""

from practice import Practice
from scenario import main, spoil, used_values
from steps import give_up_at


class InTheWindow(Practice):
    window = True
    limit = 400

    def build_both(self):
        self.map_sheets("ledger", "contracts", "referrals", "clients")
        first = self.build_page()
        self.succeed("build", Dashboard="retention")
        return [first, self.document.Sheets.getByName("Retention")]

    def show(self, page):
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(page))

    def view(self):
        """The sheet that the window shows, from which row and column on."""
        window = self.document.CurrentController
        return window.ActiveSheet.Name, window.FirstVisibleRow, window.FirstVisibleColumn

    def parts(self):
        """Of each of the document's windows: which parts can be seen, and which has the focus."""
        def look():
            windows = self.document.getControllers()
            areas = []
            while windows.hasMoreElements():
                areas += windows.nextElement().Frame.ComponentWindow.getWindows()
            return [(part.isVisible(), part.hasFocus()) for area in areas if hasattr(area, "getWindows")
                    for part in area.getWindows()]
        return self.office.call(look)

    def scroll(self, row):
        self.office.call(lambda: self.document.CurrentController.setFirstVisibleRow(row))

    def test_another_page_that_is_built_leaves_all_figures_as_they_are(self):
        self.map_sheets("ledger", "contracts", "referrals", "clients")
        page = self.build_page()
        built = used_values(page)
        self.succeed("build", Dashboard="retention")
        self.assertSameCells(used_values(page), built)
        self.document.UndoManager.undo()
        self.assertSameCells(used_values(page), built)

    def test_a_refresh_that_is_given_up_leaves_all_figures_as_they_are(self):
        pages = self.build_both()
        built = [used_values(page) for page in pages]
        for wanted in ("Drawing the referrers", "Calculating", "Drawing the charts"):
            for shown in pages:
                if shown is pages[1]:
                    spoil(*pages)
                with self.subTest(step=wanted, shown=shown.Name):
                    self.show(shown)
                    give_up_at(self.document, wanted)
                    self.fail_to("refresh")
                    for page, values in zip(pages, built):
                        self.assertSameCells(used_values(page), values)

    def test_undo_and_redo_bring_back_all_figures(self):
        pages = self.build_both()
        self.document.Sheets.getByName("Orders").getCellRangeByName("C2").Value += 1000
        spoil(*pages)
        self.succeed("refresh")
        undo = self.document.UndoManager
        built = [used_values(page) for page in pages]
        for shown in pages:
            for name, act in (("undo", undo.undo), ("redo", undo.redo)):
                with self.subTest(act=name, shown=shown.Name):
                    self.show(shown)
                    self.office.call(act)
                    self.office.settle()
                    for page, values in zip(pages, built):
                        self.assertSameCells(used_values(page), values)

    def all_rooms(self, pages):
        return [self.rooms(page, self.array_formulas(page)) for page in pages]

    def test_undo_and_redo_leave_array_formulas_their_room(self):
        """Room that is lost while a document is open would be lost for good when it is saved."""
        self.map_sheets("contracts", "referrals", "clients")
        self.add_clients(300)
        undo = self.document.UndoManager
        pages = []

        def build(dashboard):
            self.succeed("build", Dashboard=dashboard)
            pages.append(self.document.CurrentController.ActiveSheet)

        def refresh_with_more_rows():
            self.add_clients(300)
            self.succeed("refresh")

        changes = (("another mapping", lambda: self.map_sheets("touches")),
                   ("another page", lambda: build("referral")),
                   ("a refresh of both with more rows", refresh_with_more_rows))
        self.map_sheets("ledger")
        build("retention")
        for what, change in changes:
            standing = list(pages)
            before = self.all_rooms(standing)
            change()
            after = self.all_rooms(standing)
            for name, act, rooms in (("undo", undo.undo, before), ("redo", undo.redo, after)):
                with self.subTest(change=what, act=name):
                    self.office.call(act)
                    self.office.settle()
                    self.assertEqual([self.rooms(page, of_page) for page, of_page in zip(standing, rooms)], rooms)

    def test_undo_and_redo_of_a_refresh_leave_the_window_where_it_was(self):
        pages = self.build_both()
        spoil(*pages)
        self.succeed("refresh")
        undo = self.document.UndoManager
        for row, shown in enumerate(pages, start=5):
            self.show(shown)
            self.scroll(row)
            for name, act in (("undo", undo.undo), ("redo", undo.redo)):
                with self.subTest(act=name, shown=shown.Name):
                    self.office.call(act)
                    self.assertEqual(self.view(), (shown.Name, row, 0))
            give_up_at(self.document, "Calculating")
            self.fail_to("refresh")
            self.assertEqual(self.view(), (shown.Name, row, 0))

    def test_redo_of_a_build_shows_the_page_from_its_beginning(self):
        self.map_sheets("ledger", "referrals")
        undo = self.document.UndoManager
        self.show(self.document.Sheets.getByName("Clients"))
        self.scroll(3)
        page = self.build_page().Name
        self.assertEqual(self.view(), (page, 0, 0))
        self.office.call(undo.undo)
        self.office.call(undo.redo)
        self.assertEqual(self.view(), (page, 0, 0))
        self.show(self.document.Sheets.getByName("Clients"))
        self.assertEqual(self.view(), ("Clients", 3, 0))
        self.office.call(undo.undo)
        self.assertEqual(self.view(), ("Clients", 3, 0))

    def test_undo_and_redo_leave_the_document_as_it_computes_and_paints(self):
        pages = self.build_both()
        built = [used_values(page) for page in pages]
        spoil(*pages)
        self.succeed("refresh")
        undo = self.document.UndoManager
        frame = self.document.CurrentController.Frame
        self.office.call(lambda: self.office.service("com.sun.star.frame.DispatchHelper").executeDispatch(
            frame, ".uno:NewWindow", "", 0, ()))
        self.office.settle()
        self.office.call(lambda: self.document.CurrentController.Frame.ComponentWindow.setFocus())
        parts = self.parts()
        self.assertGreater([visible for visible, _ in parts].count(True), 8)
        self.assertEqual([focused for _, focused in parts].count(True), 1)
        for automatic in (True, False):
            self.document.enableAutomaticCalculation(automatic)
            for name, act in (("undo", undo.undo), ("redo", undo.redo)):
                with self.subTest(act=name, automatic=automatic):
                    self.office.call(act)
                    self.assertEqual(self.document.isAutomaticCalculationEnabled(), automatic)
                    self.assertFalse(self.document.hasControllersLocked())
                    self.assertTrue(self.document.IsAdjustHeightEnabled)
                    self.assertEqual(self.parts(), parts)
                    for page, values in zip(pages, built):
                        self.assertSameCells(used_values(page), values)


if __name__ == "__main__":
    main()
