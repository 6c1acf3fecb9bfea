"""A build or a check that is cancelled, by mouse or by Escape, early or late, leaves the document as it was."""

import ledgers
from scenario import OUTPUT, main, used_formulas
from sidebar import DASHBOARDS, DATA, Sidebar
from steps import Steps

STEPS = ["Checking", "Drawing the page", "Reading", "Drawing the charts", "Calculating"]
# how it is cancelled, and the step from which on: the panel may show the next one before it can be asked
POINTS = [("mouse", "Checking"), ("Escape", "Checking"), ("Escape", "Drawing the page"), ("mouse", "Reading"),
          ("Escape", "Reading")]
# so often the public ledger is put in below itself: the steps last long enough for a click
COPIES = 5


class ACancelledBuild(Sidebar):
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
        rows = ledgers.cdnow()
        orders = self.put(rows + (COPIES - 1) * rows[1:])
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(orders))
        self.open_deck()
        self.click(DATA, "Use this mapping")
        self.wait_for_label(DATA, f"All {COPIES * 69659:,} rows can be used")
        first_rows = used_formulas(orders)[:50]
        before = self.state()
        for way, step in POINTS:
            with self.subTest(way=way, step=step):
                self.click(DASHBOARDS, "Build")
                self.cancel(way, step)
                self.wait_for_label(DASHBOARDS, "Cancelled; the document is as it was")
                after = self.state()
                for what, own in before.items():
                    self.assertEqual(after[what], own, what)
                self.assertEqual(used_formulas(orders)[:50], first_rows)

    def cancel(self, way, step):
        steps = tuple(STEPS[STEPS.index(step):])
        self.wait_for(lambda: any(label.startswith(steps) for label in self.labels(DASHBOARDS)), step)
        if way == "Escape":
            self.key("Escape")
            return
        # the panel does not come to rest while it builds
        place = next(control.place for control in self.controls()
                     if control.panel == DASHBOARDS and control.label == "Cancel")
        left, top = self.corner(DASHBOARDS)
        self.office.screen.run("xdotool", "mousemove", str(left + place[0] + place[2] // 2),
                               str(top + place[1] + place[3] // 2), "click", "1")


class ACancelledCheck(Sidebar):
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
                seen = []
                Steps(self.document, lambda *_: self.escape(seen))
                self.tab_to(link)
                self.key("Return")
                self.wait_for_label(DATA, said)
                self.assertEqual(seen, [["取消"]], "what had the focus when Escape was pressed")
                self.assertEqual(self.wait_for(self.focused, "the focus").label, link)
                self.assertEqual(self.sheet_names(), names)
        self.document.CurrentController.Frame.IndicatorInterception = None
        self.click(DATA, "重新检查")
        self.wait_for_label(DATA, f"全部 {self.copies * 69659:,} 行都可以使用")

    def escape(self, seen):
        """Within the office, which waits for this."""
        seen.append([handle.shown().label for handle in self.handles() if handle.focused()])
        self.office.service("com.sun.star.awt.Toolkit").processEventsToIdle()
        self.office.screen.screenshot(OUTPUT / "screens" / "sidebar-check.png")
        self.key("Escape")
        self.office.service("com.sun.star.awt.Toolkit").processEventsToIdle()


if __name__ == "__main__":
    main()
