"""The referral dashboard against figures worked out from the same sheets, independently, in Python."""

import calendar
import collections
import datetime
import math
import statistics

import ledgers
from ledgers import NULL_DATE, day, serial
from practice import SHEETS, Practice
from scenario import OUTPUT, Page, errors, main, printed_cells, used_formulas, used_values

AS_OF = datetime.date(2024, 12, 31)


def date_of(number):
    return NULL_DATE + datetime.timedelta(days=int(number))


def months_back(date, months):
    year, month = divmod(date.year * 12 + date.month - 1 - months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def key(name):
    return str(name).strip().casefold()


class Book:
    """The rows of the practice workbook's sheets, and what they say."""

    def __init__(self, document):
        self.orders = [(key(row[2]), date_of(row[1]), row[4]) for row in self.rows(document, "Orders")]
        self.referrals = []
        known = set()
        for row in self.rows(document, "Referrals"):
            if key(row[1]) in known:
                continue  # somebody else has referred this client in an earlier row
            known.add(key(row[1]))
            self.referrals.append(dict(zip(
                ("referrer", "referred", "date", "channel", "clicked", "registered", "closed", "deal", "size",
                 "paid", "nps"), row)))
        self.active_days = {key(row[0]): row[9] or 0 for row in self.rows(document, "Clients")}
        self.year_start = months_back(AS_OF, 12) + datetime.timedelta(days=1)
        self.revenue = collections.Counter()
        self.last = {}
        for client, date, amount in self.orders:
            self.revenue[client] += amount
            self.last[client] = max(date, self.last.get(client, date))
        self.referrer = {key(each["referred"]): key(each["referrer"]) for each in self.referrals}

    @staticmethod
    def rows(document, name):
        rows = [row for row in used_values(document.Sheets.getByName(name)) if any(cell != "" for cell in row)]
        return rows[1:]

    def in_year(self):
        return [each for each in self.referrals if date_of(each["date"]) >= self.year_start]

    def generation(self, client):
        steps = 0
        while client in self.referrer:
            client = self.referrer[client]
            steps += 1
        return steps

    def brought(self, client):
        children = [each for each, referrer in self.referrer.items() if referrer == client]
        return sum(self.revenue[child] + self.brought(child) for child in children)

    def spend(self, client):
        return sum(amount for each, date, amount in self.orders if each == client and date >= self.year_start)

    def reward(self, referral):
        return referral["deal"] * {"small": 0.05, "large": 0.08}[referral["size"]]

    def owed(self):
        return [each for each in self.referrals if each["closed"] and not each["paid"]]

    def overdue(self):
        late = [each for each in self.owed() if each["closed"] + 1 < serial(AS_OF)]
        return sorted(late, key=lambda each: each["closed"])


class Referral(Practice):
    def assertClose(self, actual, expected, digits=9):
        self.assertIsInstance(actual, float, actual)
        self.assertAlmostEqual(actual, expected, delta=max(1, abs(expected)) * 10 ** -digits)


class Figures(Referral):
    """What stands on the page, which all of these read and none changes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.built = None

    def setUp(self):
        if type(self).built is None:
            super().setUp()
            self.refer_a_client_twice()
            self.map_sheets(*SHEETS)
            type(self).built = (self.document, self.build_page())
        self.document, self.sheet = self.built
        self.page = Page(self.sheet)
        self.book = Book(self.document)

    def refer_a_client_twice(self):
        """A row that cannot be used: somebody else claims a client who was referred before."""
        sheet = self.document.Sheets.getByName("Referrals")
        first, last = Book.rows(self.document, "Referrals")[0], len(used_values(sheet))
        again = ("Clara Vogt Coaching",) + first[1:3]
        self.assertNotEqual(again[0], first[0])
        sheet.getCellRangeByPosition(0, last, 2, last).setDataArray((again,))

    def close(self, document):
        """Later tests read it, too; it goes with its office."""

    def test_shows_no_error(self):
        self.assertEqual(errors(printed_cells(self.sheet)), "")

    def test_is_computed_to_the_end(self):
        built = used_values(self.sheet)
        self.office.call(self.document.calculateAll)
        self.assertSameCells(used_values(self.sheet), built)

    def test_cards(self):
        year = self.book.in_year()
        closed = [each for each in year if each["closed"]]
        clients = set(self.book.revenue)
        referrers = {key(each["referrer"]) for each in self.book.referrals}
        self.assertClose(self.page.below("Referral rate, clients who refer"), len(clients & referrers) / len(clients))
        self.assertClose(self.page.below("Closing rate"), len(closed) / len(year))
        active = {key(each["referrer"]) for each in year}
        self.assertClose(self.page.below("Activity: referrals per referrer a month"), len(year) / len(active) / 12)
        self.assertClose(self.page.below("K, clients brought per client"), len(closed) / len(clients))
        scores = [each["nps"] for each in year if each["nps"] != ""]
        expected = 100 * (sum(score >= 9 for score in scores) - sum(score <= 6 for score in scores)) / len(scores)
        self.assertClose(self.page.below("Net promoter score"), expected)
        self.assertTrue(self.page.below("Net promoter score", 2).startswith(f"{len(scores)} answers"))

    def test_changes_on_the_year_before(self):
        def year(end):
            start = months_back(end, 12) + datetime.timedelta(days=1)
            return [each for each in self.book.referrals if start <= date_of(each["date"]) <= end]

        def rate(end):
            return sum(1 for each in year(end) if each["closed"] and date_of(each["closed"]) <= end) / len(year(end))

        change = 100 * (rate(AS_OF) - rate(months_back(AS_OF, 12)))
        self.assertIn(f"{change:+.1f}".replace("-", "−") + " points", self.page.below("Closing rate", 2))

    def test_funnel(self):
        steps = ["date", "clicked", "registered", "closed"]
        counts = [sum(1 for each in self.book.in_year() if any(each[later] for later in steps[number:]))
                  for number in range(len(steps))]
        row, _ = self.page.find("Were referred")
        for number, count in enumerate(counts):
            line = self.page.line(row + number, 2, 9)
            self.assertClose(line[0], count)
            if number:
                self.assertClose(line[1], count / counts[number - 1])
                self.assertClose(line[2], 1 - count / counts[number - 1])

    def test_referrers(self):
        brought = {client: self.book.brought(client) for client in set(self.book.referrer.values())}
        best = sorted(brought, key=brought.get, reverse=True)[:20]
        tiers = {client: (self.book.spend(client) > 100000) + (self.book.active_days.get(client, 0) >= 20)
                 for client in best}
        self.assertEqual({0, 1, 2}, set(tiers.values()), "the sample shows every tier")
        steps = (("Ordinary", "Thank in writing"), ("Potential", "Invite to an event"),
                 ("Core", "Thank in person"))
        row, _ = self.page.find("Value brought")
        for number, client in enumerate(sorted(best, key=lambda each: -tiers[each])[:10]):
            name, referrals, closed, value, tier, step = self.page.line(row + 1 + number, 0, 12)
            own = [each for each in self.book.referrals if key(each["referrer"]) == client]
            self.assertEqual(key(name), client)
            self.assertClose(referrals, len(own))
            self.assertClose(closed, sum(1 for each in own if each["closed"]))
            self.assertClose(value, brought[client])
            self.assertEqual((tier, step), steps[tiers[client]])

    def test_rewards(self):
        overdue = self.book.overdue()
        self.assertTrue(overdue)
        self.page.find(f"Rewards: {len(overdue)} overdue, the oldest first")
        paid = sum(self.book.reward(each) for each in self.book.referrals if each["closed"] and each["paid"])
        self.assertClose(self.page.below("Paid"), paid)
        self.assertClose(self.page.below("Owed"), sum(map(self.book.reward, self.book.owed())))
        self.assertClose(self.page.below("Of it overdue"), sum(map(self.book.reward, overdue)))
        row, column = self.page.find("Days late")
        for number, each in enumerate(overdue[:7]):
            line = self.page.line(row + 1 + number, 13, 24)
            self.assertEqual(line[:2], [each["referrer"], each["referred"]])
            self.assertEqual(line[2], each["closed"])
            self.assertEqual(line[3], serial(AS_OF) - each["closed"] - 1)
            self.assertClose(line[4], self.book.reward(each))

    def test_channels(self):
        start, _ = self.page.find("Channel")
        counts = collections.Counter(each["channel"] for each in self.book.referrals)
        order = []
        for number, count in enumerate(sorted(counts.values(), reverse=True)[:6]):
            line = self.page.line(start + 2 + number, 0, 9)
            own = [each for each in self.book.referrals if each["channel"] == line[0]]
            closed = [each for each in own if each["closed"]]
            order.append(line[0])
            self.assertClose(line[1], count)
            self.assertClose(line[2], len(closed))
            self.assertClose(line[3], len(closed) / len(own))
            self.assertClose(line[4], sum(each["deal"] for each in closed))
        self.assertEqual(set(order), set(counts))
        self.assertClose(self.page.line(start + 1, 0, 9)[1], len(self.book.referrals))

    def test_referred_clients_against_the_others(self):
        groups = [[], []]
        for client in self.book.revenue:
            groups[client not in self.book.referrer].append(client)
        values = [[self.book.revenue[client] for client in group] for group in groups]
        means = [statistics.mean(group) for group in values]
        start, _ = self.page.find("Up to now")
        self.assertEqual(self.page.line(start + 1, 13, 17), [float(len(group)) for group in groups])
        for actual, expected in zip(self.page.line(start + 2, 13, 17), means):
            self.assertClose(actual, expected)
        self.assertIn(f"{100 * (means[0] / means[1] - 1):+.1f}%".replace("-", "−"), self.page.values[start + 3])
        parts = [statistics.variance(group) / len(group) for group in values]
        freedom = sum(parts) ** 2 / sum(part ** 2 / (len(group) - 1) for part, group in zip(parts, values))
        reach = student(math.floor(freedom)) * math.sqrt(sum(parts))
        bounds = [f"{means[0] - means[1] + sign * reach:+,.0f}".replace("-", "−") for sign in (-1, 1)]
        self.assertIn(" to ".join(bounds), self.page.values[start + 4])
        active = [sum(1 for client in group if self.book.last[client] > months_back(AS_OF, 3)) for group in groups]
        for actual, count, group in zip(self.page.line(start + 5, 13, 17), active, groups):
            self.assertClose(actual, count / len(group))
        self.assertEqual(self.page.line(start + 6, 13, 17),
                         [wilson(count, len(group)) for count, group in zip(active, groups)])

    def test_generations(self):
        value = collections.Counter()
        clients = collections.Counter()
        for client in self.book.referrer:
            generation = min(3, self.book.generation(client))
            value[generation] += self.book.revenue[client]
            clients[generation] += client in self.book.revenue
        for generation, label in ((1, "First"), (2, "Second"), (3, "Third and later")):
            count, total, share = self.page.right(label)
            self.assertEqual(count, clients[generation])
            self.assertClose(total, value[generation])
            self.assertClose(share, value[generation] / sum(value.values()))

    def test_says_how_many_rows_it_leaves_out(self):
        rows = len(self.book.orders) + len(self.book.referrals)
        self.page.find(f"{rows} of {rows + 1} rows used · 1 set aside, see Check data")

    def test_holds_formulas_only(self):
        for row in used_formulas(self.sheet):
            for formula in row:
                self.assertFalse(formula and formula.replace(".", "").replace("-", "").isdigit(), formula)


class Changes(Referral):
    def setUp(self):
        super().setUp()
        self.map_sheets(*SHEETS)
        self.sheet = self.build_page()
        self.book = Book(self.document)

    def cell_of_name(self, name):
        return self.document.NamedRanges.getByName(name).getReferredCells()

    def test_tiers_follow_the_rules_that_the_user_types(self):
        rule = self.cell_of_name("pn_referral_rule_spend")
        rule.Value = 3000
        self.cell_of_name("pn_referral_rule_active_days").Value = 5
        page = Page(self.sheet)
        row, _ = page.find("Value brought")
        tiers = []
        for number in range(10):
            line = page.line(row + 1 + number, 0, 12)
            client = key(line[0])
            holds = (self.book.spend(client) > 3000) + (self.book.active_days.get(client, 0) >= 5)
            self.assertEqual(line[4], ("Ordinary", "Potential", "Core")[holds], client)
            tiers.append(2 - holds)
        self.assertEqual(tiers, sorted(tiers), "the tiers stand in their order")
        self.assertGreater(len(set(tiers)), 1)
        self.succeed("refresh")
        self.assertEqual(self.cell_of_name("pn_referral_rule_spend").Value, 3000)

    def test_an_error_in_a_clients_active_days_leaves_the_other_tiers(self):
        start, _ = Page(self.sheet).find("Value brought")

        def tiers():
            return {line[0]: line[4] for line in (Page(self.sheet).line(start + 1 + number, 0, 12) for number in range(10))}

        before = tiers()
        client = next(name for name, tier in before.items() if self.book.active_days.get(key(name), 0) >= 20)
        sheet = self.document.Sheets.getByName("Clients")
        row = next(number for number, cells in enumerate(used_values(sheet)) if cells[0] and key(cells[0]) == key(client))
        sheet.getCellByPosition(9, row).Formula = "=1/0"
        after = tiers()
        self.assertNotEqual(after[client], before[client])
        self.assertEqual({name: tier for name, tier in after.items() if name != client},
                         {name: tier for name, tier in before.items() if name != client and name in after})

    def test_a_reward_paid_leaves_the_list_at_once(self):
        late = self.book.overdue()[0]
        sheet = self.document.Sheets.getByName("Referrals")
        rows = used_values(sheet)
        row = next(number for number, cells in enumerate(rows) if cells[1] == late["referred"])
        sheet.getCellByPosition(9, row).Value = serial(AS_OF)
        page = Page(self.sheet)
        page.find(f"Rewards: {len(self.book.overdue()) - 1} overdue, the oldest first")
        self.assertClose(page.below("Of it overdue"), sum(map(self.book.reward, self.book.overdue()[1:])))

    def test_advice_names_the_first_target_that_is_missed(self):
        page = Page(self.sheet)
        row, column = page.find("What to do next")
        self.assertEqual(page.values[row + 1][column], "Incentive or process")
        self.cell_of_name("pn_referral_rule_activity").Value = 0.1
        self.cell_of_name("pn_referral_rule_closing_rate").Value = 0.9
        self.assertEqual(Page(self.sheet).values[row + 1][column], "Material and nurturing")
        self.cell_of_name("pn_referral_rule_closing_rate").Value = 0.1
        self.cell_of_name("pn_referral_rule_lift").Value = 0.9
        self.assertEqual(Page(self.sheet).values[row + 1][column], "Choice of referrers")
        self.cell_of_name("pn_referral_rule_lift").Value = -0.9
        self.assertEqual(Page(self.sheet).values[row + 1][column], "On course")

    def test_range_names_follow_the_data_and_are_left_alone_otherwise(self):
        names = self.document.NamedRanges

        def contents():
            return {name: names.getByName(name).Content for name in names.ElementNames}

        # A change of names has the office compute anew what reads any of them: this cell shows it.
        self.document.Sheets.insertNewByName("Notes", 0)
        reader = self.cell("=RAND.NV()+0*ROWS(pn_ledger_client)", "A1")
        read = reader.Value
        before = contents()
        shown = used_values(self.sheet)
        self.succeed("refresh")
        self.assertEqual(contents(), before)
        self.assertEqual(reader.Value, read)
        self.assertSameCells(used_values(self.sheet), shown)
        referrals = self.document.Sheets.getByName("Referrals")

        def type_below(count):
            end = len(used_values(referrals))
            referrals.getCellRangeByPosition(0, end, 2, end + count - 1).setDataArray(
                tuple(("Harbour Café", f"Quay & Sons {end + row}", serial(AS_OF)) for row in range(count)))

        type_below(1)
        read = reader.Value
        self.succeed("refresh")
        self.assertEqual(contents(), before)
        self.assertEqual(reader.Value, read)
        cell = self.sheet.getCellByPosition(0, 0)
        names.addNewByName("pn_referral_former", "$Referral.$A$1", cell.CellAddress, 0)
        read = reader.Value
        rows = self.cell_of_name("pn_referral_day").Rows.Count
        type_below(600)
        self.succeed("refresh")
        self.assertNotIn("pn_referral_former", names.ElementNames)
        self.assertNotEqual(reader.Value, read)
        self.assertEqual(set(names.ElementNames), set(before))
        self.assertGreater(self.cell_of_name("pn_referral_day").Rows.Count, rows)
        self.assertEqual(errors(printed_cells(self.sheet)), "")
        page = Page(self.sheet)
        row, _ = page.find("Were referred")
        self.assertEqual(page.line(row, 0, 6)[1], len(self.book.in_year()) + 601)

    def test_is_one_step_and_comes_back_whole(self):
        undo = self.document.UndoManager
        built = used_values(self.sheet)
        name = self.sheet.Name
        names = self.sheet_names()
        undo.undo()
        self.assertNotIn(name, self.sheet_names())
        self.assertFalse([each for each in self.document.NamedRanges.ElementNames if each.startswith("pn_referral_")])
        undo.redo()
        self.assertEqual(self.sheet_names(), names)
        self.assertSameCells(used_values(self.document.Sheets.getByName(name)), built)

    def test_refreshes_in_place(self):
        built = used_values(self.sheet)
        names = self.sheet_names()
        self.succeed("refresh")
        self.assertEqual(self.sheet_names(), names)
        self.assertSameCells(used_values(self.document.Sheets.getByName(self.sheet.Name)), built)

    def test_a_row_typed_below_is_in_the_figures(self):
        sheet = self.document.Sheets.getByName("Referrals")
        end = len(used_values(sheet))
        for column, content in enumerate(("Meadow Vets", "Neu AG", day(2024, 12, 30), "Fair")):
            cell = sheet.getCellByPosition(column, end)
            if isinstance(content, str):
                cell.String = content
            else:
                cell.Value = content
        page = Page(self.sheet)
        row, _ = page.find("Were referred")
        self.assertEqual(page.line(row, 2, 9)[0], len(self.book.in_year()) + 1)
        self.assertEqual(page.right("Fair")[0], 1)

    def type_referral(self, referrer, referred, row):
        sheet = self.document.Sheets.getByName("Referrals")
        date = float(day(2024, 12, 30)) if referrer else ""
        sheet.getCellRangeByPosition(0, row, 2, row).setDataArray(((referrer, referred, date),))

    def test_a_client_referred_twice_or_in_a_circle_is_told_and_counted_nowhere(self):
        end = len(used_values(self.document.Sheets.getByName("Referrals")))
        first = self.book.referrals[0]
        built = printed_cells(self.sheet).getDataArray()
        for referrer, referred in (("Meadow Vets", first["referred"]), (first["referred"], first["referrer"])):
            self.assertNotEqual(key(referrer), key(first["referrer"]))
            self.type_referral(referrer, referred, end)
            page = Page(self.sheet)
            page.find("A row cannot be used: check the data, then refresh")
            self.assertEqual(errors(printed_cells(self.sheet)), "")
            start, _ = page.find("Up to now")
            self.assertEqual(page.line(start + 1, 13, 17), ["–", "–"])
            self.assertEqual(page.right("First")[:2], ["–", "–"])
            self.type_referral("", "", end)
            self.assertSameCells(printed_cells(self.sheet).getDataArray(), built)

    def test_a_spoilt_order_is_told_and_leaves_no_figure_of_clients(self):
        orders = self.document.Sheets.getByName("Orders")
        orders.getCellByPosition(1, 5).setString("soon")
        page = Page(self.sheet)
        page.find("A row cannot be used: check the data, then refresh")
        for label in ("Referral rate, clients who refer", "K, clients brought per client"):
            self.assertEqual(page.below(label), "–")

    def test_a_refresh_passes_over_a_spoilt_order_and_the_page_follows_it_from_then_on(self):
        built = printed_cells(self.sheet).getDataArray()
        rows = len(self.book.orders) + len(self.book.referrals)
        cell = self.document.Sheets.getByName("Orders").getCellByPosition(1, 5)
        date = cell.Value
        cell.setString("soon")
        self.succeed("refresh")
        Page(self.sheet).find(f"{rows - 1} of {rows} rows used · 1 set aside, see Check data")
        self.assertEqual(errors(printed_cells(self.sheet)), "")
        cell.setValue(date)
        self.document.calculate()
        self.assertSameCells(printed_cells(self.sheet).getDataArray(), built)

    def test_earlier_date_leaves_out_what_came_later(self):
        names = set(self.sheet_names())
        self.succeed("build", Dashboard="referral", AsOf="2024-06-30")
        self.assertEqual(set(self.sheet_names()), names)
        page = Page(self.sheet)
        until = datetime.date(2024, 6, 30)
        start = months_back(until, 12) + datetime.timedelta(days=1)
        year = [each for each in self.book.referrals if start <= date_of(each["date"]) <= until]
        closed = [each for each in year if each["closed"] and date_of(each["closed"]) <= until]
        self.assertClose(page.below("Closing rate"), len(closed) / len(year))
        self.assertEqual(errors(printed_cells(self.sheet)), "")


    def test_a_date_before_all_referrals_shows_no_error(self):
        self.succeed("build", Dashboard="referral", AsOf="2001-01-01")
        page = Page(self.sheet)
        self.assertEqual(errors(printed_cells(self.sheet)), "")
        start, _ = page.find("Up to now")
        self.assertEqual(page.line(start + 1, 13, 17)[0], 0)
        row, _ = page.find("No value from referrals yet")
        self.assertEqual(page.line(row, 1, 12), [])


class Missing(Referral):
    def test_referrals_alone_say_what_would_bring_the_rest(self):
        self.map_sheets("referrals")
        sheet = self.build_page()
        page = Page(sheet)
        self.assertEqual(errors(printed_cells(sheet)), "")
        self.assertEqual(page.below("Referral rate, clients who refer"), "–")
        self.assertEqual(page.below("K, clients brought per client"), "–")
        page.find("needs a ledger or a sheet of clients")
        page.find("Tiers need a ledger, and a sheet of clients with a column of active days.")
        page.find("Choose the sheet with your orders in the panel Data, and refresh, to see this part.")
        self.assertIsInstance(page.below("Closing rate"), float)

    def test_bare_referrals_say_which_columns_are_missing(self):
        self.succeed("map", Role="referrals", Sheet="Referrals", Channel="-", Clicked="-", Registered="-", Closed="-",
                     Deal="-", Size="-", Reward_paid="-", NPS="-")
        sheet = self.build_page()
        page = Page(sheet)
        self.assertEqual(errors(printed_cells(sheet)), "")
        for sentence in ("Columns for clicked, registered or closed on the sheet of referrals bring this part.",
                         "A column of channels on the sheet of referrals brings this part.",
                         "needs a column of closing days", "needs a column of scores from 0 to 10"):
            page.find(sentence)

    def test_without_referrals_says_what_to_do(self):
        self.map_sheets("ledger")
        before = self.sheet_names()
        self.assertIn("referrals", self.fail_to("build", Dashboard="referral"))
        self.assertEqual(self.sheet_names(), before)

    def test_both_dashboards_are_one_step(self):
        self.map_sheets(*SHEETS)
        before = self.sheet_names()
        self.succeed("build", Dashboard="all")
        built = self.sheet_names()
        self.assertEqual(len(built), len(before) + 2)
        self.succeed("refresh")
        self.assertEqual(self.sheet_names(), built)
        self.document.UndoManager.undo()
        self.document.UndoManager.undo()
        self.assertEqual(self.sheet_names(), before)


class Large(Referral):
    limit = 280

    def test_seventy_thousand_orders_and_five_thousand_referrals_take_seconds(self):
        orders = ledgers.cdnow()
        clients = list(dict.fromkeys(row[0] for row in orders[1:]))
        rows = [("Referrer", "Referred", "Date", "Channel", "Closed", "Deal value", "Deal size", "Reward paid", "NPS")]
        for number in range(5000):
            date = day(1997, 1, 1) + number * 540 // 5000
            closed = float(date + 10) if number % 3 == 0 else ""
            rows.append((clients[number // 2], clients[3 * number + 5001], float(date), f"Way {number % 9}", closed,
                         100.0 if closed else "", "small" if closed else "", closed if number % 6 else "",
                         float(number % 11)))
        self.document = self.open()
        self.put(orders, "Orders")
        ledgers.fill(self.document, rows, "Referrals", 2)
        self.succeed("map", Role="ledger", Sheet="Orders")
        self.succeed("map", Role="referrals", Sheet="Referrals")
        start = datetime.datetime.now()
        sheet = self.build_page()
        taken = (datetime.datetime.now() - start).total_seconds()
        print(f"built in {taken:.1f} s")
        self.assertEqual(errors(printed_cells(sheet)), "")
        self.assertLess(taken, 60)


def wilson(count, trials, z=1.959963984540054):
    middle = (count + z * z / 2) / (trials + z * z)
    reach = z / (trials + z * z) * math.sqrt(count * (trials - count) / trials + z * z / 4)
    return f"{100 * (middle - reach):.0f} – {100 * (middle + reach):.0f}%"


def student(freedom):
    """The quantile 0.975 of Student's t, by bisection of its integral."""
    def density(t):
        return math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(
            freedom * math.pi) * (1 + t * t / freedom) ** (-(freedom + 1) / 2)

    def below(t, steps=2000):
        width = t / steps
        inner = sum((4 if step % 2 else 2) * density(step * width) for step in range(1, steps))
        return 0.5 + width / 3 * (density(0) + inner + density(t))

    low, high = 0.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < 0.975 else (low, middle)
    return low


class InChinese(Referral):
    language = "zh-CN"
    words = ("客户转介绍", "普通客户", "从推荐到成交")

    def test_speaks_the_reader_s_language(self):
        self.map_sheets(*SHEETS)
        sheet = self.build_page()
        self.assertEqual(errors(printed_cells(sheet)), "")
        page = Page(sheet)
        for word in self.words:
            page.find(word)
        self.office.save(self.document, OUTPUT / f"referral_{self.language}.ods")


class InTraditionalChinese(InChinese):
    language = "zh-TW"
    words = ("客戶轉介紹", "普通客戶", "從推薦到成交")


if __name__ == "__main__":
    main()
