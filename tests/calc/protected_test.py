"""Dashboards in protected documents: the user's sheets stay protected, and the styles as they were."""

import zipfile
import xml.etree.ElementTree as ElementTree

import uno  # makes the office's types importable
from com.sun.star.lang import Locale

from ledgers import SMALL
from scenario import OUTPUT, Scenario, errors, main, printed_cells, used_formulas, used_values

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


class Protected(Scenario):
    def setUp(self):
        super().setUp()
        self.sheet = self.put(SMALL)
        self.succeed("map", Role="ledger", Sheet="Orders")
        formats = self.document.NumberFormats
        self.sheet.getCellRangeByName("C2:C99").NumberFormat = formats.addNew("#,##0.00 [$€-407]",
                                                                              Locale("en", "US", ""))
        formats.addNew('0.000"mine"', Locale("en", "US", ""))
        families = self.document.StyleFamilies
        families.getByName("CellStyles").getByName("Default").CharHeight = 13
        families.getByName("PageStyles").getByName("Default").LeftMargin = 3300
        self.undo = self.document.UndoManager

    def styles(self, name):
        """All styles of the user's, as a file has them."""
        path = OUTPUT / f"{name}.ods"
        self.office.save(self.document, path)
        with zipfile.ZipFile(path) as archive:
            root = ElementTree.fromstring(archive.read("styles.xml"))
        return {(element.tag, element.get(STYLE + "name")): ElementTree.tostring(element)
                for element in root.iter() if element.get(STYLE + "name")
                and not element.get(STYLE + "name").startswith("Perennial")}

    def looks(self, style):
        made = self.document.StyleFamilies.getByName("CellStyles").getByName(style)
        return self.document.NumberFormats.getByKey(made.NumberFormat).FormatString

    def test_a_first_build_beside_a_protected_sheet_is_one_step(self):
        self.sheet.protect("secret")
        users = self.sheet_names()
        before = used_values(self.sheet), used_formulas(self.sheet)
        styles = self.styles("protected-before")
        steps = self.undo.getAllUndoActionTitles()
        page = self.build()[0]
        self.assertEqual(errors(printed_cells(page)), "")
        self.assertEqual(self.sheet_names(), users + (page.Name,))
        self.assertEqual(self.undo.getAllUndoActionTitles()[1:], steps)
        self.assertTrue(self.sheet.isProtected())
        self.assertEqual((used_values(self.sheet), used_formulas(self.sheet)), before)
        built, name = used_values(page), page.Name

        self.assertEqual(self.looks("Perennial Amount"), "#,##0.00 [$€-407]")
        self.assertIn("on last month", self.looks("Perennial Change Count"))
        self.assertEqual(self.looks("Perennial Card Ratio"), "0.00")
        after = self.styles("protected-after")
        self.assertEqual({key: after.get(key) for key in styles}, styles, "the user's styles changed")

        self.undo.undo()
        self.assertEqual(self.sheet_names(), users)
        self.assertEqual(self.undo.getAllUndoActionTitles(), steps)
        self.undo.redo()
        self.assertSameCells(used_values(self.document.Sheets.getByName(name)), built)
        self.succeed("refresh")
        self.assertTrue(self.sheet.isProtected())

    def test_the_check_can_be_listed_beside_a_protected_sheet(self):
        self.sheet.getCellRangeByName("B5").String = "n/a"
        self.sheet.protect("")
        self.assertIn("1", self.succeed("check"))

    def test_a_protected_structure_is_named_and_stops_only_a_new_page(self):
        before = self.sheet_names()
        self.document.protect("secret")
        self.assertIn("structure", self.fail_to("build", Dashboard="retention"))
        self.assertEqual(self.sheet_names(), before)
        self.document.unprotect("secret")
        self.build()
        self.document.protect("secret")
        self.succeed("refresh")
        self.document.unprotect("secret")


class ProtectedInAWindow(Protected):
    window = True


if __name__ == "__main__":
    main()
