"""A function as a user meets it: typed by hand, and described by the function wizard in the user's language."""

import time

from scenario import OUTPUT, Scenario, main

TYPED = "=TRUSTCOMPOUND(100;1.2;0.9;1.1;12)"


class Wizard:
    def description(self):
        descriptions = self.office.service("com.sun.star.sheet.FunctionDescriptions")
        return {item.Name: item.Value for item in descriptions.getByName("TRUSTCOMPOUND")}

    def test_names_the_arguments_as_the_contract_does(self):
        names = [argument.Name for argument in self.description()["Arguments"]]
        self.assertEqual(names, ["initial", "delivery", "retention", "proof", "periods"])

    def test_describes_function_and_arguments_in_the_language_of_the_office(self):
        description = self.description()
        texts = [description["Description"]] + [argument.Description for argument in description["Arguments"]]
        for text in texts:
            self.assertTrue(text, "a text is missing")
            self.assertEqual(self.chinese, any("\u4e00" <= letter <= "\u9fff" for letter in text), text)

    def test_computes_what_is_typed(self):
        cell = self.document.Sheets.getByIndex(0).getCellRangeByName("A1")
        cell.FormulaLocal = TYPED
        self.assertAlmostEqual(cell.Value, 790.3096552, delta=5e-8)
        self.assertEqual(cell.FormulaLocal.replace(",", ";"), TYPED)
        self.assertEqual(cell.Formula, TYPED.replace("=", "=PERENNIAL."))


class InEnglish(Wizard, Scenario):
    language = "en-US"
    chinese = False


class InSimplifiedChinese(Wizard, Scenario):
    language = "zh-CN"
    chinese = True


class InTraditionalChinese(Wizard, Scenario):
    language = "zh-TW"
    chinese = True


class ByKeyboard(Scenario):
    window = True
    wizard_title = "Function Wizard"

    def cell_a1(self):
        return self.document.Sheets.getByIndex(0).getCellRangeByName("A1")

    def type_formula(self):
        screen = self.office.screen
        screen.run("xdotool", "type", "--delay", "30", TYPED)
        screen.run("xdotool", "key", "Return")
        end = time.monotonic() + 20
        while not self.cell_a1().Formula and time.monotonic() < end:
            time.sleep(0.2)

    def test_a_formula_typed_in_the_window_gives_the_published_result(self):
        self.type_formula()
        self.office.screen.screenshot(OUTPUT / f"typed-{self.language}.png")
        self.assertAlmostEqual(self.cell_a1().Value, 790.3096552, delta=5e-8)

    def test_the_wizard_opens_on_the_formula(self):
        self.cell_a1().FormulaLocal = TYPED
        self.office.dispatch(self.document, ".uno:FunctionDialog")
        self.office.settle()
        windows = self.office.screen.run("xdotool", "search", "--sync", "--onlyvisible", "--name", self.wizard_title)
        self.assertTrue(windows.strip())
        self.office.settle()
        self.office.screen.screenshot(OUTPUT / f"wizard-{self.language}.png")
        self.office.screen.run("xdotool", "key", "Escape")
        self.office.settle()


class ByKeyboardInSimplifiedChinese(ByKeyboard):
    language = "zh-CN"
    wizard_title = "函数向导"


class ByKeyboardInTraditionalChinese(ByKeyboard):
    language = "zh-TW"
    wizard_title = "函式精靈|函數精靈"


if __name__ == "__main__":
    main()
