"""Client sheets: of every kind beside a ledger, each with rows that cannot be used, and ledgers of every
awkward shape."""

import collections
import datetime

import uno  # makes the office's types importable
from com.sun.star.lang import Locale
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import NOT_EQUAL
from com.sun.star.table import CellRangeAddress

from ledgers import NULL_DATE, SMALL, day, fill, format_dates

CONTRACTS = [
    ("Client", "Start", "Monthly value", "End", "Plan"),
    ("Nordlicht GmbH", day(2024, 1, 1), 400.0, day(2024, 12, 31), "Partner"),
    ("Weber & Söhne", day(2024, 1, 15), 250.0, "", "Basic"),
    ("Atelier Mara", "next spring", 120.0, "", "Basic"),
    ("", day(2024, 3, 1), 90.0, "", "Basic"),
    ("Café Lumen", day(2024, 2, 29), "free", "", "Basic"),
]
REFERRALS = [
    ("Referrer", "Referred client", "Referral date", "Channel", "Deal value"),
    ("Nordlicht GmbH", "Café Lumen", day(2024, 2, 10), "Dinner", 90.5),
    ("Weber & Söhne", "Atelier Mara", day(2024, 1, 20), "Letter", 300.0),
    ("Atelier Mara", "Papillon Mode", day(2024, 3, 2), "Dinner", ""),
]
CLIENTS = [
    ("Client", "Segment", "First contact", "Wallet total", "Products owned", "Active days", "Hours spent", "Notes"),
    ("Nordlicht GmbH", "A", day(2024, 1, 3), 9000.0, 3.0, 21.0, 12.0, ""),
    ("Weber & Söhne", "B", day(2024, 1, 8), 4000.0, 1.0, 9.0, 5.5, "prefers letters"),
    ("Atelier Mara", "B", day(2024, 1, 25), 1500.0, 1.0, 2.0, 3.0, ""),
]
TOUCHES = [
    ("Client", "Contact date", "Contact type", "Remarks"),
    ("Nordlicht GmbH", day(2024, 1, 12), "call", ""),
    ("Weber & Söhne", day(2024, 2, 1), "letter", "thanks"),
    ("Atelier Mara", "2024-02-14", "visit", ""),
]
SHEETS = {"Touches": TOUCHES, "Clients": CLIENTS, "Referrals": REFERRALS, "Contracts": CONTRACTS, "Orders": SMALL}


def fill_all(document):
    """Puts all sheets at the front of a document, the ledger first."""
    for name, rows in SHEETS.items():
        date = next(column for column, cell in enumerate(rows[1]) if isinstance(cell, float))
        fill(document, rows, name, date)


# One book of orders in many shapes: what a client's export looks like, and what of it can be used.

WORDS = {
    "en-US": {"client": "Customer name", "date": "Order date", "amount": "Amount", "total": "Grand total",
              "subtotal": "Subtotal January", "title": "Sales 2024", "product": "Product", "price": "Price",
              "city": "City", "number": "Invoice no", "unit": "(EUR)", "names": ("Nordlicht GmbH", "Café Lumen")},
    "zh-CN": {"client": "客户名称", "date": "下单日期", "amount": "金额", "total": "合计", "subtotal": "小计",
              "title": "2024年销售", "product": "产品", "price": "单价", "city": "城市", "number": "发票号",
              "unit": "（元）", "names": ("北辰咨询", "明光咖啡")},
    "zh-TW": {"client": "客戶名稱", "date": "訂購日期", "amount": "金額", "total": "合計", "subtotal": "小計",
              "title": "2024年銷售", "product": "產品", "price": "單價", "city": "城市", "number": "發票號碼",
              "unit": "（元）", "names": ("北辰顧問", "明光咖啡")},
}


def book(names):
    """Thirty orders of seven clients in five months, one of them a credit note."""
    clients = [*names, "Weber & Söhne", "Atelier Mara", "O'Neill 'n' Sons", "常青藤", "Papillon"]
    orders = [(clients[(index * index + index // 7) % len(clients)], day(2024, 1 + index // 6, 1 + index * 5 % 28),
               80.25 + 37.5 * (index % 9)) for index in range(30)]
    orders[17] = (*orders[17][:2], -orders[11][2])
    return orders


# A shape as it stands in a document: its sheet, the orders that can be used, how many rows cannot, what the
# check says of them in English, and whether dates must be read from text.
Brought = collections.namedtuple("Brought", "sheet orders aside reason text_dates", defaults=(0, "", False))


class Shapes:
    """Each method puts the book into a document in another awkward way."""

    def __init__(self, document, language):
        self.document = document
        self.words = WORDS[language]
        self.orders = book(self.words["names"])
        self.head = (self.words["client"], self.words["date"], self.words["amount"])

    def put(self, rows, at=(0, 0), name="Orders"):
        sheets = self.document.Sheets
        if not sheets.hasByName(name):
            sheets.insertNewByName(name, 0)
        sheet = sheets.getByName(name)
        width = max(len(row) for row in rows)
        cells = sheet.getCellRangeByPosition(at[0], at[1], at[0] + width - 1, at[1] + len(rows) - 1)
        cells.setDataArray(tuple(tuple(row) + ("",) * (width - len(row)) for row in rows))
        return sheet

    def sum(self, orders):
        return sum(amount for _, _, amount in orders)

    def header_in_row_7(self):
        words = self.words
        self.put([[words["title"]], ["Hartmann & Lee"], [words["city"], "Ulm"], [], ["", "", 2024.0], [],
                  self.head, *self.orders])
        return Brought("Orders", self.orders)

    def tables_on_both_sides_and_below(self):
        words = self.words
        prices = [(words["product"], words["price"]), ("Book", 12.5), ("Course", 480.0), ("Talk", 99.0)]
        sheet = self.put([self.head, *self.orders], (3, 2))
        self.put([(words["title"],), (), *prices])
        self.put(prices, (7, 2))
        self.put([(words["title"],), *prices], (3, 36))
        return Brought(sheet.Name, self.orders)

    def merged_title_over_the_headers(self):
        words = self.words
        rows = [(words["number"], *self.head[:1], words["city"], *self.head[1:])]
        rows += [(f"R-{index}", client, "Ulm", date, amount)
                 for index, (client, date, amount) in enumerate(self.orders)]
        sheet = self.put([(words["title"],), *rows])
        sheet.getCellRangeByName("A1:E1").merge(True)
        return Brought("Orders", self.orders)

    def units_below_the_headers(self):
        self.put([self.head, ("", "yyyy-mm-dd", self.words["unit"]), *self.orders])
        return Brought("Orders", self.orders)

    def totals_among_and_below_the_rows(self):
        january = [order for order in self.orders if order[1] < day(2024, 2, 1)]
        rest = self.orders[len(january):]
        sheet = self.put([self.head, *january, (self.words["subtotal"], "", self.sum(january)), *rest, (),
                          (self.words["total"], day(2024, 6, 30), 0.0)])
        last = len(self.orders) + 4
        sheet.getCellRangeByName(f"C{last}").Formula = f"=SUM(C2:C{last - 2})-C{len(january) + 2}"
        return Brought("Orders", self.orders, 2, "2 × This row is a total of rows above it")

    def amounts_that_are_text(self):
        texts = ["1.234,50 €", "¥1,200", "（１２０）", "(120.00)", "US$ 12"]
        rows = [(*order[:2], text) for order, text in zip(self.orders, texts)]
        self.put([self.head, *rows, *self.orders[5:]])
        return Brought("Orders", self.orders[5:], 5, "5 × Amount is a number written as text")

    def dates_that_are_text(self):
        def written(index, serial):
            date = NULL_DATE + datetime.timedelta(days=int(serial))
            year, month, day_of_month = date.year, date.month, date.day
            wide = str.maketrans("0123456789/", "０１２３４５６７８９／")
            shapes = [f"{year}-{month:02}-{day_of_month:02}", f"{year}/{month}/{day_of_month}",
                      f"{day_of_month}.{month}.{year}", f"{year}年{month}月{day_of_month}日",
                      f"{year}/{month}/{day_of_month}".translate(wide), date.strftime("%Y%m%d"),
                      f" {year}-{month:02}-{day_of_month:02} 10:30\u00a0", self.short(date, "/"),
                      self.short(date, "-"), self.short(date, ".")]
            return shapes[index % len(shapes)]
        self.put([self.head] + [(client, written(index, date), amount)
                                for index, (client, date, amount) in enumerate(self.orders)])
        return Brought("Orders", self.orders, text_dates=True)

    def short(self, date, separator):
        """Two digits for the year, in the order of the document's locale."""
        parts = [f"{date.year % 100:02}", str(date.month), str(date.day)]
        if self.document.CharLocale.Country == "US":
            parts = parts[1:] + parts[:1]
        return separator.join(parts)

    def credit_notes_in_brackets(self):
        sheet = self.put([self.head, *self.orders])
        formats = self.document.NumberFormats
        sheet.getCellRangeByName("C2:C31").NumberFormat = formats.addNew(
            '[$€-407]#,##0.00;([$€-407]#,##0.00)', Locale("en", "US", ""))
        return Brought("Orders", self.orders)

    def blanks_around_the_names(self):
        rows = [((f"{client} ", f"\u00a0{client}", f"{client}\u3000", client.upper())[index % 4], date, amount)
                for index, (client, date, amount) in enumerate(self.orders)]
        self.put([self.head, *rows, ("\u00a0\u3000", day(2024, 5, 2), 9.0)])
        return Brought("Orders", self.orders, 1, "1 × Client is missing")

    def numbers_and_texts_for_clients(self):
        names = sorted({client for client, _, _ in self.orders})
        number = {name: 1000.0 + index for index, name in enumerate(names)}
        rows = [(number[client] if index % 2 else f"{number[client]:.0f}", date, amount)
                for index, (client, date, amount) in enumerate(self.orders)]
        rows[0] = ("A-17", *rows[0][1:])
        self.put([self.head, *rows])
        return Brought("Orders", [(f"{client:.0f}" if isinstance(client, float) else client, *rest)
                                  for client, *rest in rows])

    def a_sheet_name_of_every_sign(self):
        name = "Kunden's \"Liste\" 2024, 客户 & $A.B"
        self.put([self.head, *self.orders], name=name)
        return Brought(name, self.orders)

    def headers_over_two_rows(self):
        client, date, amount = self.head
        sheet = self.put([("", f"\ufeff{client} ", date, "", f"{amount}\n{self.words['unit']}"),
                          ("", "", "", self.words["city"], ""), *(("", *order[:2], "Ulm", order[2])
                                                                 for order in self.orders)])
        for merged in ("B1:B2", "C1:C2", "E1:E2"):
            sheet.getCellRangeByName(merged).merge(True)
        return Brought("Orders", self.orders)

    def hidden_rows_in_a_filtered_range(self):
        sheet = self.put([self.head, *self.orders])
        ranges = self.document.DatabaseRanges
        ranges.addNewByName("client_orders", CellRangeAddress(0, 0, 0, 2, len(self.orders)))
        database = ranges.getByName("client_orders")
        database.AutoFilter = True
        field = TableFilterField()
        field.Field, field.Operator, field.StringValue = 0, NOT_EQUAL, self.orders[0][0]
        database.getFilterDescriptor().setFilterFields((field,))
        database.getFilterDescriptor().ContainsHeader = True
        database.refresh()
        sheet.Rows.getByIndex(9).IsVisible = False
        return Brought("Orders", self.orders)


SHAPES = [name for name in vars(Shapes) if not name.startswith("_") and name not in ("put", "sum", "short")]


# The heads and names of a whole workbook of client sheets, and what its kinds are called in the sidebar.
WORKBOOK = {
    "en-US": {
        "ledger": ("Orders 2024", ("Invoice no", "\ufeffCustomer ", "Order date", "Net amount", "Gross amount")),
        "contracts": ("Retainers", ("Client", "Term", "", "Monthly fee"), ("", "Start date", "End date", "")),
        "referrals": ("Who's who", ("Referrer", "Referred client", "Referral date", "Channel", "Closed on",
                                    "Deal value")),
        "clients": ("Clients", ("Name of client", "Segment", "First contact", "Wallet total", "Hours spent")),
        "touches": ("Log", ("Client", "Contact date", "Contact type", "Remarks")),
    },
    "zh-CN": {
        "ledger": ("订单 2024", ("发票号", "\ufeff客户名称 ", "下单日期", "不含税金额", "含税金额")),
        "contracts": ("合同", ("客户", "合同期", "", "月费"), ("", "开始日期", "结束日期", "")),
        "referrals": ("推荐", ("推荐人", "被推荐人", "推荐日期", "渠道", "成交日期", "成交金额")),
        "clients": ("客户", ("客户名称", "客户类别", "首次联系", "钱包总额", "投入小时")),
        "touches": ("记录", ("客户", "联系日期", "联系方式", "备注")),
    },
    "zh-TW": {
        "ledger": ("訂單 2024", ("發票號碼", "\ufeff客戶名稱 ", "訂購日期", "未稅金額", "含稅金額")),
        "contracts": ("合約", ("客戶", "合約期間", "", "月費"), ("", "開始日期", "結束日期", "")),
        "referrals": ("推薦", ("推薦人", "被推薦人", "推薦日期", "管道", "成交日期", "成交金額")),
        "clients": ("客戶", ("客戶名稱", "客戶類別", "首次聯絡", "錢包總額", "投入時數")),
        "touches": ("紀錄", ("客戶", "聯絡日期", "聯絡方式", "備註")),
    },
}


def fill_workbook(document, language, protects=True):
    """Sheets of all five kinds, each awkward in another way; the ledger's last row is a total, and the touches are
    protected if that is wanted. Gives the orders as (client, date, gross amount) and the referrals as (referrer,
    referred, day)."""
    shapes = Shapes(document, language)
    words, heads = shapes.words, WORKBOOK[language]
    names = list(dict.fromkeys(client for client, _, _ in shapes.orders))
    money = document.NumberFormats.addNew('[$€-407]#,##0.00;[RED]([$€-407]#,##0.00)', Locale("en", "US", ""))

    name, head = heads["touches"]
    touches = shapes.put([head, *((names[index % 7], day(2024, 1 + index % 5, 3), "call", "") for index in range(8))],
                         name=name)
    format_dates(document, touches.getCellRangeByName("B2:B9"))

    name, head = heads["clients"]
    clients = shapes.put([(words["title"],), (), head,
                          *((client, "AB"[index % 2], day(2024, 1, 2), 9000.0 - index, 4.5)
                            for index, client in enumerate(names)), (), (words["total"], "", "", 63000.0 - 21, 31.5)],
                         name=name)
    format_dates(document, clients.getCellRangeByName("C4:C10"))

    name, head = heads["referrals"]
    made = [(names[index % 3], f"{names[-1]} {index}", NULL_DATE + datetime.timedelta(days=int(day(2024, 3, 1)) + 9 * index))
            for index in range(9)]
    shapes.put([head, *((referrer, referred, f"{date:%Y/%m/%d}", "Dinner", f"{date:%Y-%m-%d}" if index % 3 else "",
                         250.0) for index, (referrer, referred, date) in enumerate(made))], (1, 1), name)

    name, upper, lower = heads["contracts"]
    rows = [(client, day(2024, 1 + index % 3, 1), day(2024, 12, 31), 100.0 + index) for index, client in enumerate(names)]
    contracts = shapes.put([upper, lower, *rows, (names[0], day(2024, 5, 1), day(2024, 4, 1), 80.0)], name=name)
    contracts.getCellRangeByName("B1:C1").merge(True)
    contracts.getCellRangeByName("A1:A2").merge(True)
    format_dates(document, contracts.getCellRangeByName("B3:C10"))

    name, head = heads["ledger"]
    rows = [(f"R-{index}", client, date, round(amount / 1.19, 2), amount)
            for index, (client, date, amount) in enumerate(shapes.orders)]
    last = len(rows) + 5
    ledger = shapes.put([(words["title"],), ("Hartmann & Lee",), (), head, ("", "", "", words["unit"], words["unit"]),
                         *rows, ("", words["total"], "", "", "")], name=name)
    for column in "DE":
        ledger.getCellRangeByName(f"{column}{last + 1}").Formula = f"=SUM({column}6:{column}{last})"
    ledger.getCellRangeByName("A1:E1").merge(True)
    format_dates(document, ledger.getCellRangeByName(f"C6:C{last}"))
    ledger.getCellRangeByName(f"D6:E{last + 1}").NumberFormat = money
    shapes.put([(words["product"], words["price"]), ("Book", 12.5), ("Course", 480.0)], (6, 3), name)
    ranges = document.DatabaseRanges
    ranges.addNewByName("client_orders", CellRangeAddress(ledger.RangeAddress.Sheet, 0, 3, 4, last - 1))
    ranges.getByName("client_orders").AutoFilter = True
    ledger.Rows.getByIndex(9).IsVisible = False
    document.Sheets.removeByName(next(sheet for sheet in document.Sheets.ElementNames
                                      if sheet not in [kind[0] for kind in heads.values()]))
    if protects:
        touches.protect("")
    return shapes.orders, made
