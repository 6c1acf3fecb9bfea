"""A build or a check that is cancelled, by mouse or by Escape, early or late, leaves the document as it was."""

import ledgers
from scenario import OUTPUT, main, used_formulas
from sidebar import DASHBOARDS, DATA, Sidebar
from steps import Steps

STEPS = ["Checking the client sheets", "Drawing the page", "Drawing the months", "Drawing the cohort table",
         "Reading the client sheets", "Calculating", "Drawing the charts"]


class Cancelled(Sidebar):
    def hear_steps(self, act):
        """Has this called at the steps of the commands that follow, within the office, which waits for it."""
        self.steps = Steps(self.document, act)  # nobody else holds it

    def hear_no_steps(self):
        self.document.CurrentController.Frame.IndicatorInterception = None

    def let_hear(self):
        """Within the office: what was done with mouse and keys."""
        self.office.service("com.sun.star.awt.Toolkit").processEventsToIdle()


class ACancelledBuild(Cancelled):
    limit = 280

    def state(self):
        """What a build could leave behind."""
        def look():
            document = self.document
            styles = document.StyleFamilies
            return {"sheets": document.Sheets.ElementNames,
                    "names": {name: document.NamedRanges.getByName(name).Content
                              for name in document.NamedRanges.ElementNames},
                    "cell styles": styles.getByName("CellStyles").ElementNames,
                    "page styles": styles.getByName("PageStyles").ElementNames,
                    "undo": document.UndoManager.getAllUndoActionTitles(),
                    "redo": document.UndoManager.getAllRedoActionTitles()}
        return self.office.call(look)

    def test_leaves_nothing_behind(self):
        orders = self.put(ledgers.cdnow())
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(orders))
        self.open_deck()
        self.click(DATA, "Use this mapping")
        self.wait_for_label(DATA, "All 69,659 rows can be used")
        first_rows = used_formulas(orders)[:50]
        before = self.state()
        for number, step in enumerate(STEPS):
            way = ("mouse", "Escape")[number % 2]
            with self.subTest(way=way, step=step):
                corner = self.corner(DASHBOARDS)
                pressed, said = [], []

                def hear(name, _):
                    if pressed:
                        said.append((name, self.shown_step()))
                    elif name == step:
                        self.cancel(way, corner, pressed)
                self.hear_steps(hear)
                self.click(DASHBOARDS, "Build")
                self.wait_for(lambda: pressed, step)
                self.wait_for_label(DASHBOARDS, "Cancelled; the document is as it was")
                self.assertEqual(said, [("Cancelling", ["Cancelling…"])])
                after = self.state()
                for what, own in before.items():
                    self.assertEqual(after[what], own, what)
                self.assertEqual(used_formulas(orders)[:50], first_rows)
        self.hear_no_steps()
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "The retention dashboard is built from 69,659 rows")

    def shown_step(self):
        """Within the office: what the panel says of a command that is at work."""
        return [shown.label for shown in (handle.shown() for handle in self.handles())
                if shown.panel == DASHBOARDS and shown.label.endswith("…")]

    def cancel(self, way, corner, pressed):
        """Within the office, once."""
        self.let_hear()
        if pressed:
            return
        pressed.append(way)
        if way == "Escape":
            self.key("Escape")
        else:
            left, top, width, height = next(shown.place for shown in (handle.shown() for handle in self.handles())
                                            if shown.panel == DASHBOARDS and shown.label == "Cancel")
            self.click_at(corner[0] + left + width // 2, corner[1] + top + height // 2)
        self.let_hear()


class ACancelledCheck(Cancelled):
    """The rows are so many that a check of them is shown."""

    copies = 14
    language = "zh-CN"

    def test_says_so_and_can_be_made_again(self):
        rows = ledgers.cdnow()
        self.put(rows + (self.copies - 1) * rows[1:])
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.open_deck()
        self.click(DATA, "检查数据")
        self.wait_for_label(DATA, f"全部 {self.copies * 69659:,} 行都可以使用")
        names = self.sheet_names()
        for link, said in (("重新检查", "已取消检查"), ("列在工作表上", "已取消；")):
            with self.subTest(link=link):
                seen, after = [], []

                def hear(name, _):
                    if seen:
                        after.append(name)
                    else:
                        self.escape(seen)
                self.hear_steps(hear)
                self.tab_to(link)
                self.key("Return")
                self.wait_for_label(DATA, said)
                self.assertEqual(after, ["正在取消"])
                self.assertEqual(seen, [["取消"]], "what had the focus when Escape was pressed")
                self.assertEqual(self.wait_for(self.focused, "the focus").label, link)
                self.assertEqual(self.sheet_names(), names)
        self.hear_no_steps()
        self.click(DATA, "重新检查")
        self.wait_for_label(DATA, f"全部 {self.copies * 69659:,} 行都可以使用")

    def escape(self, seen):
        seen.append([handle.shown().label for handle in self.handles() if handle.focused()])
        self.let_hear()
        self.office.screen.screenshot(OUTPUT / "screens" / "sidebar-check.png")
        self.key("Escape")
        self.let_hear()


if __name__ == "__main__":
    main()
