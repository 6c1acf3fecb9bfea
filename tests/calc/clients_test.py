"""What the retention page says of all clients, against a count of its own."""

import calendar
import datetime
import random

from ledgers import serial
from scenario import Page, Scenario, errors, main, printed_cells

STAGES = ("Introduction", "Growth", "Maturity", "Dormant")
COUNT = 60
MORE = 150


def months_before(date, months):
    """As EDATE, by whose sense the page counts months."""
    month = date.year * 12 + date.month - 1 - months
    year, month = month // 12, month % 12 + 1
    return date.replace(year=year, month=month, day=min(date.day, calendar.monthrange(year, month)[1]))


class Orders:
    def __init__(self):
        chance = random.Random(7)
        begin = datetime.date(2022, 1, 1)
        self.rows = [(f"Client {int(chance.triangular(0, COUNT, 0))}",
                      begin + datetime.timedelta(days=chance.randrange(900)), float(chance.randrange(1, 500)))
                     for _ in range(3 * COUNT)]

    def by_client(self, as_of):
        days = {}
        for client, date, _ in self.rows:
            if date <= as_of:
                days.setdefault(client, set()).add(date)
        return list(days.values())

    def stages(self, as_of):
        clients = self.by_client(as_of)
        since = [months_before(as_of, months) for months in (3, 3, 12)]
        dormant = [days for days in clients if max(days) <= since[0]]
        active = [min(days) for days in clients if max(days) > since[0]]
        new = sum(first > since[1] for first in active)
        mature = sum(first <= since[2] for first in active)
        return new, len(active) - new - mature, mature, len(dormant)

    def repeat_rate(self, as_of):
        clients = self.by_client(as_of)
        return sum(len(days) > 1 for days in clients) / len(clients)


class AllClients(Scenario):
    def setUp(self):
        super().setUp()
        self.book = Orders()
        self.sheet = self.put([("Client", "Date", "Amount"),
                               *((client, serial(date), amount) for client, date, amount in self.book.rows)])
        self.succeed("map", Role="ledger", Sheet="Orders")

    def stages(self, sheet):
        page = Page(sheet)
        return tuple(page.right(stage)[0] for stage in STAGES)

    def assertCounted(self, sheet, as_of):
        stages = self.book.stages(as_of)
        self.assertEqual(self.stages(sheet), stages, as_of)
        page = Page(sheet)
        self.assertEqual(page.below("Active clients"), sum(stages[:3]), as_of)
        if sum(stages):
            self.assertAlmostEqual(page.below("Repeat rate"), self.book.repeat_rate(as_of), msg=as_of)

    def test_are_counted_on_whatever_day(self):
        sheet = self.build()[0]
        latest = max(date for _, date, _ in self.book.rows)
        as_of_cell = self.document.NamedRanges.getByName("pn_retention_as_of").getReferredCells()
        seen = set()
        for as_of in (latest, datetime.date(2023, 3, 31), datetime.date(2022, 1, 20), datetime.date(2021, 5, 5),
                      latest + datetime.timedelta(days=400)):
            with self.subTest(as_of=as_of):
                as_of_cell.setFormula(f"=DATE({as_of.year};{as_of.month};{as_of.day})")
                self.office.call(self.document.calculate)
                self.assertCounted(sheet, as_of)
                self.assertEqual(errors(printed_cells(sheet)), "")
                seen.add(self.stages(sheet))
        self.assertEqual(len(seen), 5)

    def test_need_no_room(self):
        """However many come, they are counted without a refresh."""
        sheet = self.build()[0]
        latest = max(date for _, date, _ in self.book.rows)
        self.book.rows += [(f"Newcomer {number}", latest, 5.0) for number in range(MORE)]
        end = len(self.book.rows)
        self.sheet.getCellRangeByName(f"A{end - MORE + 2}:C{end + 1}").setDataArray(
            tuple((client, serial(date), amount) for client, date, amount in self.book.rows[-MORE:]))
        self.office.call(self.document.calculate)
        self.assertCounted(sheet, latest)
        Page(sheet).find(f"{end} rows used, none set aside")

    def test_are_not_counted_where_a_row_cannot_be_used(self):
        sheet = self.build()[0]
        before = self.stages(sheet)
        amount = self.sheet.getCellRangeByName("C5")
        self.assertGreater(amount.Value, 0)
        amount.String = "soon"
        self.office.call(self.document.calculate)
        self.assertEqual(self.stages(sheet), ("–",) * 4)
        page = Page(sheet)
        page.find("A row cannot be used: check the data, then refresh")
        self.assertEqual([page.below(label) for label in ("Active clients", "Repeat rate")], ["–"] * 2)
        self.succeed("refresh")
        self.assertEqual(sum(self.stages(sheet)), sum(before))


if __name__ == "__main__":
    main()
