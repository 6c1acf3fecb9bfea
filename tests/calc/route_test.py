"""The whole route of a user, by mouse and keys alone: from a workbook of awkward client sheets to both dashboards,
with one undo and one redo around each build, saved, closed and opened again; the client sheets stay as they are."""

import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

import client_sheets
from awkward_test import average_ticket, cohorts
from scenario import errors, find_run, main, printed_cells, used_values
from sidebar import DASHBOARDS, DATA, Sidebar

from office import SOURCE, url

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def translations(language):
    """What the extension says in a language, by the English words; without the marks of letters."""
    if language == "en-US":
        return {}
    written = (SOURCE / "extension" / "po" / f"{language}.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', written, re.MULTILINE)
    return {english.replace("~", ""): own.replace("~", "").replace('\\"', '"') for english, own in pairs}


def tables(path):
    """The sheets of a file as they are written there, each with the looks that its styles stand for."""
    with zipfile.ZipFile(path) as archive:
        content, common = (ElementTree.fromstring(archive.read(part)) for part in ("content.xml", "styles.xml"))
    styles = {}
    for part in (common, content):
        for style in part.iter():
            if name := style.get(STYLE + "name"):
                styles[name] = style

    known = {}

    def look(name, depth):
        """What a style stands for, worked out once for all cells that have it."""
        if (name, depth) not in known:
            known[name, depth] = written(styles[name], depth)
        return known[name, depth]

    def written(element, depth=0):
        looks = []
        for key, value in sorted(element.attrib.items()):
            if key == STYLE + "name":
                continue
            named = key.endswith("style-name") and value in styles and depth < 4
            looks.append((key, look(value, depth + 1) if named else value))
        return element.tag, looks, element.text, element.tail, [written(child, depth) for child in element]
    return {table.get(TABLE + "name"): written(table) for table in content.iter(TABLE + "table")}


class Route(Sidebar):
    limit = 400
    protects = False
    # both panels in full: a mouse reaches no control that the deck has scrolled out of view
    screen_size = (1400, 1300)

    def setUp(self):
        self.words = translations(self.language)
        self.sheets = client_sheets.WORKBOOK[self.language]
        self.path = self.office.folder / f"route-{self.language}.ods"
        new = self.office.open()
        self.orders, self.referrals = self.office.call(lambda: client_sheets.fill_workbook(new, self.language,
                                                                                              self.protects))
        self.office.save(new, self.path)
        self.office.call(lambda: new.setModified(False))
        self.written = tables(self.path)
        self.open_in_the_window("_self")
        self.addCleanup(lambda: self.close(self.document))

    def open_in_the_window(self, target="_default"):
        """Opens the file in the one window there is: without a window manager a second one comes up tiny."""
        frame = self.office.desktop.Frames.getByIndex(0)
        loader = frame if target == "_self" else self.office.desktop
        self.document = self.office.call(lambda: loader.loadComponentFromURL(url(self.path), target, 0, ()))
        self.office.settle()
        self.known_panels = None

    def say(self, english):
        return self.words.get(english, english)

    def press(self, panel, name):
        self.click(panel, self.name_of(panel, name))

    def name_of(self, panel, english):
        """What a control is called: in Chinese its letter stands behind it, which screen readers may not hear."""
        def bare(text):
            return re.sub(r"\([A-Z]\)$", "", text)
        def found():
            return next((text for control in self.controls() if control.panel == panel
                         for text in (control.label, control.name) if bare(text) == bare(self.say(english))), None)
        return self.wait_for(found, english)

    def pick(self, panel, name, entry):
        """Opens a list by a click and goes to the entry that begins so."""
        bare = re.sub(r"\([A-Z]\)$", "", self.say(name))
        control = self.wait_for(lambda: next((control for control in self.settled() if control.name.startswith(bare) and
                                              control.panel == panel and control.value is not None), None), name)
        entries = self.office.call(lambda: next(
            handle.control.getItems() for handle in self.handles() if handle.panel == panel and
            handle.id == control.id))
        place = next((index for index, text in enumerate(entries) if text.startswith(entry)), None)
        self.assertIsNotNone(place, f"{entry!r} is not one of {entries}")
        windows = self.windows()
        left, top = self.corner(panel)
        x, y, width, height = control.place
        self.click_at(left + x + width // 2, top + y + height // 2)
        self.wait_for(lambda: len(self.windows()) > len(windows), "the list of " + name)
        self.key("Home", *["Down"] * place, "Return")
        self.wait_for(lambda: len(self.windows()) <= len(windows), "the list closed")
        self.wait_for_value(panel, control.name, entry)

    def windows(self):
        def found():
            try:
                return self.office.screen.run("xdotool", "search", "--onlyvisible", "--class", ".*").split()
            except subprocess.CalledProcessError:
                return None  # a window went while it was looked at
        return self.wait_for(found, "the windows")

    def map_kind(self, kind, sentence, before=None):
        label = self.say({"ledger": "Ledger", "contracts": "Contracts", "referrals": "Referrals",
                          "clients": "Clients", "touches": "Touches"}[kind])
        if not any(value.startswith(label + " –") for value in self.values(DATA).values()):
            self.pick(DATA, "Kind of sheet", label + " –")
        self.wait_for(lambda: self.sheets[kind][0] in self.values(DATA).values(), "the sheet of " + kind)
        if before:
            before()
        self.press(DATA, "Use this mapping")
        self.wait_for_range(f"pn_{kind}_" + ("referrer" if kind == "referrals" else "client"))
        self.wait_for_label(DATA, self.filled(sentence))

    def filled(self, sentence):
        """A sentence of the extension: "All {rows} rows can be used|rows=7"."""
        english, *values = sentence.split("|")
        text = self.say(english)
        for value in values:
            name, _, shown = value.partition("=")
            text = text.replace("{" + name + "}", shown)
        return text

    def page_names(self):
        users = [kind[0] for kind in self.sheets.values()]
        return [name for name in self.sheet_names() if name not in users]

    def build(self, dashboard, rows):
        """Builds by a click; one undo takes all of it back, and one redo brings it back."""
        before = self.page_names()
        names = set(self.document.NamedRanges.ElementNames)
        self.pick(DASHBOARDS, "Dashboard", self.say(dashboard))
        self.press(DASHBOARDS, "Build")
        self.wait_for(lambda: len(self.page_names()) > len(before) and
                      not any(c.label == self.say("Cancel") for c in self.controls()), "a new sheet")
        self.wait_for_label(DASHBOARDS, rows)
        page = next(name for name in self.page_names() if name not in before)
        built = used_values(self.document.Sheets.getByName(page))
        self.picture(f"route-{dashboard.lower()}")
        self.click_on_the_sheet()
        self.key("ctrl+z")
        self.wait_for(lambda: self.page_names() == before, "the document as it was")
        self.assertEqual(set(self.document.NamedRanges.ElementNames), names)
        self.key("ctrl+y")
        self.wait_for(lambda: len(self.page_names()) > len(before), "the dashboard again")
        self.office.settle()
        self.assertSameCells(used_values(self.document.Sheets.getByName(page)), built)
        return page

    def click_on_the_sheet(self):
        """Which takes the focus out of the sidebar."""
        self.office.settle()
        self.click_at(700, 700)
        self.wait_for(lambda: not self.focused(), "the focus on the sheet")

    def figures(self, page):
        sheet = self.document.Sheets.getByName(page)
        self.assertEqual(errors(printed_cells(sheet)), "", "these formulas show an error")
        return printed_cells(sheet).getDataArray()

    def below(self, values, head, rows=1):
        place = next((row, cells.index(head)) for row, cells in enumerate(values) if head in cells)
        return values[place[0] + rows][place[1]]

    def assertUsersSheetsUnchanged(self):
        now = tables(self.path)
        for name, before in self.written.items():
            old, new = repr(before), repr(now[name])
            at = len(os.path.commonprefix([old, new]))
            self.assertTrue(old == new, f"{name} changed: {old[at - 200:at + 100]} became {new[at - 100:at + 200]}")

    def assertRetention(self, page):
        values = self.figures(page)
        for line in cohorts(self.orders):
            self.assertIsNotNone(find_run(values, line), f"no cohort {line} on the page")
        self.assertAlmostEqual(self.below(values, self.say("Average ticket")), average_ticket(self.orders), places=6)

    def assertReferral(self, page):
        closed = sum(1 for index in range(len(self.referrals)) if index % 3)
        funnel = self.figures(page)
        self.assertIsNotNone(find_run(funnel, (float(len(self.referrals)),)), "the referrals")
        self.assertIsNotNone(find_run(funnel, (float(closed),)), "the closed ones")

    def correct_the_amount(self):
        self.pick(DATA, "Amount", self.sheets["ledger"][1][4])

    def save_and_open_again(self):
        self.click_on_the_sheet()
        self.key("ctrl+s")
        self.wait_for(lambda: not self.office.call(self.document.isModified), "a saved document")
        old = self.document
        self.key("ctrl+w")
        self.wait_for(lambda: not self.office.call(self.is_open), "a closed document")
        self.open_in_the_window()
        self.assertNotEqual(self.document, old)

    def is_open(self):
        components = self.office.desktop.Components.createEnumeration()
        while components.hasMoreElements():
            component = components.nextElement()
            if hasattr(component, "Sheets"):
                return True
        return False


class InEnglish(Route):
    protects = True

    def test_the_whole_route(self):
        orders, referrals = len(self.orders), len(self.referrals)
        self.key("alt+l", "c")
        self.wait_for_panels()
        self.map_kind("ledger", f"{{aside}} of {{rows}} rows cannot be used|aside=1|rows={orders + 1}",
                      self.correct_the_amount)
        self.assertIn("1 × This row is a total of rows above it", self.labels(DATA))
        self.wait_for_label(DATA, "Hidden or filtered rows, which count all the same: 1")
        self.press(DATA, "Show")
        self.wait_for_selection(f"$'Orders 2024'.$B${orders + 6}")
        self.map_kind("contracts", "{aside} of {rows} rows cannot be used|aside=1|rows=8")
        self.press(DATA, "Show")
        self.wait_for_selection("$Retainers.$C$10")
        self.map_kind("referrals", f"{{aside}} of {{rows}} rows cannot be used|aside={referrals}|rows={referrals}")
        self.press(DATA, "Read them")
        self.wait_for_label(DATA, f"All {referrals} rows can be used")
        self.map_kind("clients", "{aside} of {rows} rows cannot be used|aside=1|rows=8")
        self.map_kind("touches", "All {rows} rows can be used|rows=8")

        self.assertTrue(self.document.Sheets.getByName("Log").isProtected())
        retention = self.build("Retention", f"from {orders + 7} rows")
        self.assertRetention(retention)
        referral = self.build("Referral", f"from {orders + referrals} rows")
        self.assertReferral(referral)

        steps = len(self.document.UndoManager.getAllUndoActionTitles())
        self.press(DASHBOARDS, "Refresh")
        self.wait_for(lambda: len(self.document.UndoManager.getAllUndoActionTitles()) == steps + 1, "a step of undo")
        self.wait_for_label(DASHBOARDS, " · The referral dashboard is built")
        self.assertRetention(retention)
        self.save_and_open_again()
        self.assertUsersSheetsUnchanged()
        self.open_deck()
        # a long name is cut in the list
        for entry in ("Ledger – Orders", "Referrals – Who's", "Touches – Log"):
            self.pick(DATA, "Kind of sheet", entry)
        self.wait_for_label(DATA, "This mapping is in use")
        self.assertRetention(retention)
        self.assertReferral(referral)
        self.picture("route-again")


class InSimplifiedChinese(Route):
    """The shorter way: two kinds of sheets, one dashboard, and back."""

    language = "zh-CN"

    def test_from_the_ledger_to_the_dashboard(self):
        orders, referrals = len(self.orders), len(self.referrals)
        self.open_deck()
        self.map_kind("ledger", f"{{aside}} of {{rows}} rows cannot be used|aside=1|rows={orders + 1}",
                      self.correct_the_amount)
        self.press(DATA, "Show")
        self.wait_for_selection(f"$'{self.sheets['ledger'][0]}'.$B${orders + 6}")
        self.map_kind("referrals", f"{{aside}} of {{rows}} rows cannot be used|aside={referrals}|rows={referrals}")
        self.press(DATA, "Read them")
        self.wait_for_label(DATA, self.filled(f"All {{rows}} rows can be used|rows={referrals}"))
        self.assertRetention(self.build("Retention", str(orders)))
        self.save_and_open_again()
        self.assertUsersSheetsUnchanged()


class InTraditionalChinese(InSimplifiedChinese):
    language = "zh-TW"


if __name__ == "__main__":
    main()
