"""The sidebar, by mouse and keys: choose the columns, see the check, jump to a faulty row, build, refresh."""

import time

import ledgers
from com.sun.star.lang import IndexOutOfBoundsException
from scenario import OUTPUT, SUCCESS, Scenario, main

DECK = "PerennialDeck"
DATA, DASHBOARDS = 0, 1
AS_OF = "control003"
# what GTK draws above a panel's controls: the deck's title with the panel's, then the panel's alone
DECK_TITLE, PANEL_TITLE = 43, 22

FAULTY = [
    ("Nordlicht GmbH", "soon", 5.0),
    ("", ledgers.day(2024, 3, 1), 7.0),
    ("Atelier Mara", "later", 3.0),
]


class Sidebar(Scenario):
    """One test each: without a window manager a second window of the same office comes up tiny."""

    window = True

    def open_deck(self, rows):
        self.put(rows)
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(
            self.document.Sheets.getByName("Orders")))
        self.assertEqual(self.office.run(self.document, "sidebar").State, SUCCESS)
        self.wait_for(self.panels_are_there, "the panels")
        time.sleep(1)  # until they have their places

    def panels_are_there(self):
        def find():
            try:
                return [panel is not None for panel in self.panels_now()] == [True, True]
            except IndexOutOfBoundsException:  # the decks are just changing
                return False
        return self.office.call(find)

    def labels(self, panel):
        """The texts of a panel, with the places of their controls in it."""
        def read():
            found = {}
            for control in self.panels_now()[panel].getControls():
                model, place = control.getModel(), control.getPosSize()
                if place.Width and control.isVisible():
                    found[getattr(model, "Label", model.Name).replace("~", "")] = place
            return found
        return self.office.call(read)

    def panels_now(self):
        # the list of panels refers to a string of its deck: without the deck it is wrong, or ends the office
        deck = self.document.CurrentController.getSidebar().getDecks().getByName(DECK)
        panels = deck.getPanels()
        return [panels.getByIndex(index).getDialog() for index in range(panels.getCount())]

    def panel_corner(self, panel):
        """Where a panel's controls begin on the screen."""
        def measure():
            window = self.document.CurrentController.Frame.ContainerWindow
            deck = find_named(window.getAccessibleContext(), self.title)
            heights = [dialog.getPosSize().Height for dialog in self.panels_now()]
            return deck, window.getPosSize(), heights
        deck, window, heights = self.office.call(measure)
        shown = self.office.screen.run("xdotool", "getwindowgeometry", "--shell", self.window_id())
        menu_bar = int(shown.split("HEIGHT=")[1].split()[0]) - window.Height
        top = deck.Y + menu_bar + DECK_TITLE
        for height in heights[:panel]:
            top += height + PANEL_TITLE
        return deck.X, top

    def window_id(self):
        return self.office.screen.run("xdotool", "search", "--onlyvisible", "--name", "LibreOffice").split()[-1]

    def click(self, panel, label):
        place = self.labels(panel)[label]
        left, top = self.panel_corner(panel)
        self.office.screen.run("xdotool", "mousemove", str(left + place.X + min(place.Width // 2, 20)),
                               str(top + place.Y + place.Height // 2), "click", "1")

    def key(self, name):
        self.office.screen.run("xdotool", "key", name)

    def wait_for(self, condition, what, limit=40):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            result = condition()
            if result:
                return result
            time.sleep(0.3)
        self.picture("missing")
        self.fail(what + " did not appear")

    def wait_for_label(self, panel, words):
        return self.wait_for(lambda: next((label for label in self.labels(panel) if words in label), None), words)

    def picture(self, name):
        time.sleep(0.7)
        self.office.screen.screenshot(OUTPUT / "screens" / f"sidebar-{self.language}-{name}.png")

    def selected(self):
        return self.office.call(lambda: self.document.CurrentSelection.AbsoluteName)


def find_named(context, name):
    """The place of what carries this name and takes up room, in the tree of what a screen reader sees."""
    for index in range(min(context.getAccessibleChildCount(), 100)):
        child = context.getAccessibleChild(index)
        inner = child and child.getAccessibleContext()
        if not inner:
            continue
        if inner.getAccessibleRole() == PANEL and inner.getAccessibleName() == name:
            return deck_body(inner)
        found = find_named(inner, name) if inner.getAccessibleRole() not in UNRELATED else None
        if found:
            return found
    return None


def deck_body(context):
    """The deck's part without the row of tabs: the leftmost one."""
    places = [context.getAccessibleChild(index).getAccessibleContext().getLocationOnScreen()
              for index in range(context.getAccessibleChildCount())]
    return min(places, key=lambda place: place.X)


PANEL = 40
# menus, tool bars and the sheet itself: thousands of entries
UNRELATED = (34, 35, 63, 13)


class InEnglish(Sidebar):
    title = "Client value"

    def test_leads_from_the_ledger_to_the_dashboard(self):
        self.open_deck(ledgers.SMALL + FAULTY)
        self.picture("guess")
        self.click(DATA, "Use this mapping")
        self.wait_for(lambda: self.document.NamedRanges.hasByName("pn_ledger_client"), "the range of the clients")
        self.assertIn("Orders.$B", self.document.NamedRanges.getByName("pn_ledger_date").Content)
        self.wait_for_label(DATA, "3 of 11 rows cannot be used")
        labels = self.labels(DATA)
        self.assertIn("2 × Date is text", labels)
        self.assertIn("1 × Client is missing", labels)
        self.picture("check")

        self.click(DATA, "Show")
        first = self.selected()
        self.click(DATA, "Show")
        time.sleep(1)
        self.picture("jump")
        self.assertIn(first, ("$Orders.$A$11", "$Orders.$B$10"))

        before = set(self.sheet_names())
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "from 8 rows")
        self.assertEqual(len(set(self.sheet_names()) - before), 1)
        self.picture("built")

        self.key("Tab")
        self.key("space")
        self.wait_for(lambda: not any("from 8 rows" in label for label in self.labels(DASHBOARDS)), "another sentence")
        self.picture("refreshed")

        self.click(DASHBOARDS, AS_OF)
        self.office.screen.run("xdotool", "type", "--delay", "30", "29 Feb")
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "\"29 Feb\" is no date")
        self.click(DASHBOARDS, AS_OF)
        self.key("ctrl+a")
        self.office.screen.run("xdotool", "type", "--delay", "30", "2024-02-29")
        self.click(DASHBOARDS, "Build")
        self.wait_for_label(DASHBOARDS, "from 8 rows")
        self.picture("as-of")


class WhileBuilding(Sidebar):
    title = "Client value"

    def test_cancel_by_key_leaves_the_document_as_it_was(self):
        self.open_deck(ledgers.cdnow())
        self.click(DATA, "Use this mapping")
        self.wait_for_label(DATA, "All 69,659 rows can be used")
        before = self.sheet_names()
        self.click(DASHBOARDS, "Build")
        time.sleep(1.2)
        self.key("Return")  # Cancel has the focus
        self.picture("cancel")
        self.wait_for_label(DASHBOARDS, "Cancelled")
        self.assertEqual(self.sheet_names(), before)


class InTraditionalChinese(Sidebar):
    language = "zh-TW"
    title = "客戶價值"

    def test_recognises_chinese_headers_and_speaks_chinese(self):
        self.open_deck([("客戶名稱", "訂購日期", "金額（元）")] + ledgers.SMALL[1:])
        self.picture("guess")
        self.click(DATA, "使用此欄位對應(U)")
        self.wait_for(lambda: self.document.NamedRanges.hasByName("pn_ledger_client"), "the range of the clients")
        self.wait_for(lambda: any("8" in label for label in self.labels(DATA)), "the result of the check")
        self.picture("check")


if __name__ == "__main__":
    main()
