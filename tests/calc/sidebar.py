"""Drives the sidebar as its user does, with the real mouse and keys, and reads what its panels show.

Nothing here waits for a fixed time: a click needs a layout that has come to rest, a key a control that has the
focus, and each is looked at before it is used.
"""

import collections
import os
import subprocess
import time
from unittest import mock

import uno  # makes the office's types importable
from com.sun.star.awt import FontDescriptor, Size
from com.sun.star.lang import IndexOutOfBoundsException
from scenario import OUTPUT, SUCCESS, Scenario

DECK = "PerennialDeck"
DATA, DASHBOARDS = 0, 1

FOCUSED = uno.getConstantByName("com.sun.star.accessibility.AccessibleStateType.FOCUSED")

# models of controls that carry a text
LABELLED = ("FixedText", "Button", "UnoControlFixedHyperlinkModel")

# a control of a panel as it stands there: its name for screen readers, its text, what is chosen or typed in it
Shown = collections.namedtuple("Shown", "panel id name label value place focused enabled")


class Sidebar(Scenario):
    """One test each: without a window manager a second window of the same office comes up tiny."""

    window = True
    # what the desktop would say about theme and text size
    desktop = {}
    # what GTK draws around the panels, which no interface of the office tells in all its versions: the deck's title,
    # the title of each panel, and to their right the row of tabs with the deck's edge
    deck_title, panel_title, tabs = 25, 20, 51

    @classmethod
    def setUpClass(cls):
        with mock.patch.dict(os.environ, cls.desktop):
            super().setUpClass()

    def setUp(self):
        super().setUp()
        self.known_panels = None

    def open_deck(self):
        self.assertEqual(self.office.run(self.document, "sidebar").State, SUCCESS)
        self.wait_for_panels()

    def wait_for_panels(self):
        self.wait_for(lambda: [control for control in self.controls() if control.focused], "the focus in the panel")
        self.settled()

    def panels_now(self):
        # the list of panels refers to a string of its deck: without the deck it is wrong, or ends the office
        deck = self.document.CurrentController.getSidebar().getDecks().getByName(DECK)
        panels = deck.getPanels()
        return [panels.getByIndex(index).getDialog() for index in range(panels.getCount())]

    def handles(self):
        """All controls of the panels, with what does not change of them; nothing while the decks are changing."""
        try:
            panels = self.panels_now()
        except IndexOutOfBoundsException:
            return []
        if len(panels) != 2 or None in panels:
            return []
        if self.known_panels != panels:
            self.known_panels = panels
            self.known = [Handle(number, control) for number, panel in enumerate(panels)
                          for control in panel.getControls()]
        return self.known

    def controls(self):
        """What stands in the panels now, from top to bottom."""
        return self.office.call(lambda: [handle.shown() for handle in self.handles() if handle.stands()])

    def settled(self):
        """The controls, once two looks in a row see the same."""
        seen = []
        def same():
            self.office.settle()
            seen.append((self.controls(), self.corners()))
            return len(seen) > 1 and seen[-2] == seen[-1] and seen[-1][1] is not None
        self.wait_for(same, "a layout at rest")
        return seen[-1][0]

    def labels(self, panel):
        return [control.label for control in self.controls() if control.panel == panel and control.label]

    def values(self, panel):
        """What is chosen, by the names that screen readers hear."""
        return {control.name: control.value for control in self.controls()
                if control.panel == panel and control.value is not None}

    def focused(self):
        return self.office.call(lambda: next((handle.shown() for handle in self.handles() if handle.focused()), None))

    def corners(self):
        """Where each panel's controls begin on the screen; nothing while the decks are changing."""
        def measure():
            frame = self.document.CurrentController.Frame
            panels = [dialog.getPosSize() for dialog in self.panels_now()] if self.handles() else []
            return frame.ContainerWindow.getPosSize(), frame.ComponentWindow.getPosSize(), panels
        window, below_tool_bars, panels = self.office.call(measure)
        full_height = self.window_height()
        if not panels or not full_height:
            return None
        menu_bar = full_height - window.Height
        left = window.Width - self.tabs - panels[DATA].Width
        top = menu_bar + below_tool_bars.Y + self.deck_title
        return [(left, top + sum(panel.Height for panel in panels[:number]) + self.panel_title * (number + 1))
                for number in range(len(panels))]

    def corner(self, panel):
        return self.wait_for(self.corners, "the panels")[panel]

    def window_height(self):
        """The height of the office's window, which is the largest: lists that are open are windows, too."""
        run = self.office.screen.run
        try:
            windows = run("xdotool", "search", "--onlyvisible", "--name", "LibreOffice").split()
            return max(int(run("xdotool", "getwindowgeometry", "--shell", window).split("HEIGHT=")[1].split()[0])
                       for window in windows)
        except subprocess.CalledProcessError:
            return None  # while a document comes, the window has no name; and a window that is looked at may go

    def click(self, panel, text):
        """Clicks on a control with this text or name, as soon as it stands still and can be used."""
        def ready():
            return next((control for control in self.settled()
                         if control.panel == panel and control.enabled and control.label == text), None)
        place = self.wait_for(ready, text + ", ready for a click").place
        left, top = self.corner(panel)
        self.click_at(left + place[0] + min(place[2] // 2, 20), top + place[1] + place[3] // 2)

    def click_at(self, x, y):
        # xdotool waits 15 seconds for a mouse to move that is there already
        self.office.screen.run("xdotool", "mousemove", str(x - 1), str(y), "mousemove", "--sync", str(x), str(y),
                               "click", "1")

    def key(self, *names):
        self.office.screen.run("xdotool", "key", "--delay", "60", *names)

    def type(self, text):
        self.office.screen.run("xdotool", "type", "--delay", "60", text)

    def tab_to(self, name, panel=None):
        """Presses Tab until the control with this name has the focus."""
        start = self.wait_for(self.focused, "the focus in the panel")
        now = start
        while now.name != name or panel not in (None, now.panel):
            before = now
            self.key("Tab")
            now = self.wait_for(lambda: moved_on(self.focused(), before), "the focus after " + before.name)
            self.assertNotEqual((now.panel, now.id), (start.panel, start.id), f"Tab never comes to {name}")
        return now

    def choose(self, name, entry):
        """In the list with this name, goes down to an entry that begins so."""
        self.tab_to(name)
        self.key("Home")
        while not self.wait_for(self.focused, "the focus").value.startswith(entry):
            before = self.focused().value
            self.key("Down")
            self.wait_for(lambda: self.focused().value != before, f"an entry below {before}, on the way to {entry}")

    def wait_for(self, condition, what, limit=60):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            result = condition()
            if result:
                return result
            time.sleep(0.1)
        self.picture("missing")
        self.fail(f"{what}: did not appear; there is {[f'{c.label or c.name}: {c.value}' for c in self.controls()]}, "
                  f"the mouse is at {self.office.screen.run('xdotool', 'getmouselocation')}")

    def wait_for_label(self, panel, words):
        return self.wait_for(lambda: next((label for label in self.labels(panel) if words in label), None), words)

    def wait_for_value(self, panel, name, start):
        return self.wait_for(lambda: (self.values(panel).get(name) or "").startswith(start), f"{name}: {start}")

    def wait_for_range(self, name, there=True):
        self.wait_for(lambda: self.document.NamedRanges.hasByName(name) == there, f"the range {name}, {there}")

    def wait_for_selection(self, *addresses):
        def selected():
            address = self.office.call(lambda: getattr(self.document.CurrentSelection, "AbsoluteName", ""))
            return address if address in addresses else None
        return self.wait_for(selected, " or ".join(addresses))

    def picture(self, name):
        self.office.settle()
        time.sleep(0.3)  # the screen is painted behind the office's back
        self.office.screen.screenshot(OUTPUT / "screens" / f"sidebar-{self.language}-{name}.png")

    def assertNothingCutOff(self):
        """Every control lies within its panel, below those before it, and is as high as its text needs."""
        def measure():
            return [(handle.shown(), handle.needs(), panels[handle.panel].getPosSize().Width)
                    for panels in [self.panels_now()] for handle in self.handles() if handle.stands()]
        self.settled()
        for control, (width, height), room in self.office.call(measure):
            left, _, own_width, own_height = control.place
            what = f"{control.label or control.name} in a panel {room} wide"
            self.assertGreaterEqual(left, 0, what)
            self.assertLessEqual(left + own_width, room, what)
            self.assertGreaterEqual(own_height, height, what)
            self.assertGreaterEqual(own_width, width, what)

    def assertUniqueLetters(self, panel):
        """No letter leads to two controls, and none is the menu bar's."""
        letters = [handle.model.Label.partition("~")[2][:1].lower() for handle in self.handles()
                   if handle.panel == panel and handle.kind in LABELLED and "~" in handle.model.Label
                   and handle.stands()]
        self.assertTrue(letters)
        self.assertEqual(len(letters), len(set(letters)), letters)
        self.assertFalse(set(letters) & set("defhilostvwy"), letters)

    def widen(self, by):
        """Drags the sidebar's edge to the left."""
        self.settled()
        before, _ = self.corner(DATA)
        edge = before - 4
        run = self.office.screen.run
        run("xdotool", "mousemove", "--sync", str(edge), "300", "mousedown", "1")
        for part in range(1, 9):
            run("xdotool", "mousemove", "--sync", str(edge - by * part // 8), "300")
        run("xdotool", "mouseup", "1")
        self.wait_for(lambda: self.corner(DATA)[0] < before, "a wider sidebar")
        self.settled()


class Handle:
    """A control of a panel."""

    def __init__(self, panel, control):
        self.panel, self.control, self.model = panel, control, control.getModel()
        self.context = control.getAccessibleContext()
        self.kind = self.model.getServiceName().rpartition(".")[2]
        self.id = self.model.Name

    def stands(self):
        return self.control.isVisible()

    def focused(self):
        states = self.context.getAccessibleStateSet()  # of an office before 7.5 an object, later bits
        return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)

    def needs(self):
        """The width and height below which something would be cut off."""
        if self.kind in ("FixedText", "UnoControlFixedHyperlinkModel"):
            height = self.control.calcAdjustedSize(Size(self.control.getPosSize().Width, 0)).Height
            if self.kind == "FixedText":
                return 0, height
            natural = self.control.getPreferredSize()
            return natural.Width if height <= natural.Height else self.widest_word(), height
        if self.kind == "Button":
            size = self.control.getPreferredSize()
            return size.Width, size.Height
        return 0, 0

    def widest_word(self):
        font = self.control.getPeer().getFont(FontDescriptor())
        return max(font.getStringWidth(word) for word in self.model.Label.split())

    def shown(self):
        value = None
        if self.kind == "ListBox":
            value = self.control.getSelectedItem()
        elif self.kind == "Edit":
            value = self.control.getText()
        label = self.model.Label.replace("~", "") if self.kind in LABELLED else ""
        place = self.control.getPosSize()
        return Shown(self.panel, self.id, self.context.getAccessibleName(), label, value,
                     (place.X, place.Y, place.Width, place.Height), self.focused(), self.model.Enabled)


def moved_on(now, before):
    return now if now and (now.panel, now.id) != (before.panel, before.id) else None
