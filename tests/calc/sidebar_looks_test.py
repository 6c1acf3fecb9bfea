"""How the sidebar looks, in every language, light and dark, narrow and wide, and with large text: pictures for a
person to look at, and that nothing is cut off in any of them."""

import pathlib
import shutil
import tempfile

import client_sheets
from scenario import main
from sidebar import DASHBOARDS, DATA, Sidebar

KINDS = ("Ledger", "Contracts", "Referrals", "Clients", "Touches")


class Looks(Sidebar):
    name = "light"
    wider_by = 200
    kinds = KINDS

    def look(self):
        client_sheets.fill_all(self.document)
        self.office.call(lambda: self.document.CurrentController.setActiveSheet(
            self.document.Sheets.getByName("Orders")))
        for kind in ("Ledger", "Contracts"):
            self.succeed("map", Role=kind.lower(), Sheet={"Ledger": "Orders"}.get(kind, kind))
        self.open_deck()
        self.look_at("narrow", KINDS)
        self.widen(self.wider_by)
        self.open_deck()  # for the focus, which the mouse took away
        self.look_at("wide", ("Contracts", "Clients"))

    def look_at(self, width, kinds):
        lists = [control for control in self.controls() if control.value is not None]
        names = [control.name for control in lists if control.panel == DATA]
        self.assertEqual(len(names), len(set(names)), "two controls have the same name for screen readers")
        self.assertNotIn("", names)
        kind_list = lists[0].name
        for kind in kinds:
            self.choose(kind_list, self.kinds[KINDS.index(kind)])
            self.assertNothingCutOff()
            self.office.call(lambda: [self.assertUniqueLetters(panel) for panel in (DATA, DASHBOARDS)])
            if self.language == "en-US" and kind in ("Ledger", "Contracts"):  # others have more roles than letters
                self.assertEqual(self.without_letter(), [], kind)
            self.picture(f"{self.name}-{width}-{kind.lower()}")


    def without_letter(self):
        """Labels that stand before a list and lead to it by no letter."""
        def look():
            handles = [handle for handle in self.handles() if handle.panel == DATA and handle.stands()]
            return [label.model.Label for label, after in zip(handles, handles[1:])
                    if after.kind == "ListBox" and "~" not in label.model.Label]
        return self.office.call(look)


class Light(Looks):
    def test_light(self):
        self.look()


class Dark(Looks):
    name = "dark"
    desktop = {"GTK_THEME": "Adwaita:dark"}
    language = "zh-CN"
    kinds = ("交易明细", "合同", "转介绍", "客户", "触达")

    def test_dark(self):
        self.look()


class Large(Looks):
    name = "large"
    desktop = {"GDK_DPI_SCALE": "1.5"}

    def test_large(self):
        self.look()


class Monospaced(Looks):
    """Large text of a font whose letters are all wide."""

    name = "monospaced"

    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="perennial-"))
        cls.addClassCleanup(shutil.rmtree, folder)
        (folder / "gtk-3.0").mkdir()
        (folder / "gtk-3.0" / "settings.ini").write_text("[Settings]\ngtk-font-name = Liberation Mono 12\n")
        cls.desktop = {"GDK_DPI_SCALE": "1.5", "XDG_CONFIG_DIRS": str(folder)}
        super().setUpClass()

    def test_monospaced(self):
        self.look()


class Traditional(Looks):
    language = "zh-TW"
    kinds = ("交易明細", "合約", "轉介紹", "客戶", "接觸")

    def test_traditional(self):
        self.look()


if __name__ == "__main__":
    main()
