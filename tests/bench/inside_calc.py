"""Speed inside a real Calc: the functions against the bare cost of reading their cells, and the dashboards.

Arguments: the extension whose floor is measured, floor.oxt; rows, 1,000,000 by default; and clients, by default one
for 20 rows.
"""

import pathlib
import random
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))

from ledgers import day, fill
from office import Office, url
from scenario import spoil
from steps import Steps, give_up_at

import uno  # makes the office's types importable
from com.sun.star.beans import NamedValue

ROUNDS = 5
OPENINGS = 7
ROWS_AT_A_TIME = 4096
FEW_ROWS = 2000
ORDERS_PER_CLIENT = 20
LEDGER = "pn_ledger_client;pn_ledger_date;pn_ledger_amount"
WINDOW = "DATE(2022;1;1);DATE(2022;12;31)"
# A refresh leaves cells that hold what it would draw; others are drawn anew.
ANEW = ", drawn anew"
GIVEN_UP_AT = ("Reading the client sheets", "Calculating", "Drawing the charts")
# Cells beside the measured one, for asOf: tables leave out their texts, and need not read columns that are in a state.
FIGURES = "C1:C3"
TOLD = "D1:D3"
STATE = "E1"
ASK_FOR_STATE = f'CLIENTTABLE({LEDGER};{{"";"";"state"}})'
# Each function with the columns that it reads, by their letters.
FUNCTIONS = {
    "LEDGERCHECK": (f"LEDGERCHECK({LEDGER})", "A:C"),
    "COHORT": (f"COHORT({LEDGER};\"month\")", "A:C"),
    "RETURNINGSHARE": (f"RETURNINGSHARE({LEDGER};{WINDOW})", "A:C"),
    "REPEATRATE": ("REPEATRATE(pn_ledger_client;pn_ledger_date)", "A:B"),
    "CLIENTTABLE": (f"CLIENTTABLE({LEDGER})", "A:C"),
    "CLIENTTABLE, figures": (f"CLIENTTABLE({LEDGER};{FIGURES})", "A:C"),
    "CLIENTTABLE, state": (ASK_FOR_STATE, "A:C"),
    "CLIENTTABLE, told": (f"CLIENTTABLE({LEDGER};{TOLD})", "A:C"),
    "RFM": (f"RFM({LEDGER})", "A:C"),
    "RFM, figures": (f"RFM({LEDGER};{FIGURES})", "A:C"),
    "RFSUMMARY": (f"RFSUMMARY({LEDGER})", "A:C"),
    "RFSUMMARY, figures": (f"RFSUMMARY({LEDGER};{FIGURES})", "A:C"),
}


def orders(rows, clients):
    """The same rows in every run: clients begin at some day and order in growing distances."""
    chance = random.Random(1)
    start = day(2019, 1, 1)
    first = [chance.randrange(1900) for _ in range(clients)]
    yield ("Client", "Date", "Amount")
    for _ in range(rows):
        client = chance.randrange(clients)
        yield (f"C{client:05d}", start + min(2190, first[client] + int(chance.expovariate(1 / 200))),
               round(chance.lognormvariate(4, 0.8), 2))


def referrals(clients):
    """A fifth of the clients was brought by one who is a client already."""
    chance = random.Random(2)
    yield ("Referrer", "Referred", "Date", "Closed")
    for client in range(1, clients // 5):
        made = day(2019, 1, 1) + chance.randrange(2000)
        yield (f"C{chance.randrange(client):05d}", f"C{client:05d}", made, made + 9)


def active_days(clients):
    chance = random.Random(3)
    yield ("Client", "Active days")
    for client in range(clients):
        yield (f"C{client:05d}", float(chance.randrange(60)))


class Bench:
    def __init__(self, office, rows, clients):
        self.office = office
        self.document = office.open()
        self.orders = fill(self.document, list(orders(rows, clients)))
        self.rows = rows
        self.clients = clients
        self.run("map", Role="ledger", Sheet="Orders")
        sheet = self.document.Sheets.getByIndex(1)
        sheet.getCellRangeByName(FIGURES).setFormulaArray((("",), ("",), ("figures",)))
        sheet.getCellRangeByName(STATE).setArrayFormula("=PERENNIAL." + ASK_FOR_STATE)
        sheet.getCellRangeByName(TOLD).setFormulaArray((("",), ("",), (f'="figures;state="&{STATE}',)))
        self.cell = sheet.getCellByPosition(0, 0)
        self.reader = office.service("org.perennial.bench.BareReading")

    def run(self, command, **arguments):
        answer = self.office.run(self.document, command, **arguments)
        if answer is None or answer.State != 1:
            raise SystemExit(f"{command} failed: {answer and answer.Result}")
        return answer.Result

    def floor(self, columns, at_a_time):
        cells = self.orders.getCellRangeByPosition(0, 0, "ABC".index(columns[-1]), self.rows)
        return self.reader.execute((NamedValue("Range", cells), NamedValue("Rows", at_a_time)))

    def seconds_of(self, formula):
        start = time.perf_counter()
        self.cell.setFormula("=PERENNIAL." + formula)
        error = self.cell.getError()
        taken = time.perf_counter() - start
        self.cell.setFormula("")
        if error:
            raise SystemExit(f"{formula} gives the error {error}")
        return taken


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def functions(bench):
    """Rounds in which everything is measured once, so that a slow moment of the machine meets all alike."""
    taken = {name: [] for name in (*FUNCTIONS, "whole A:B", "whole A:C", "blocks A:B", "blocks A:C")}
    for _ in range(ROUNDS):
        for columns in ("A:B", "A:C"):
            taken["whole " + columns].append(bench.floor(columns, bench.rows + 1))
            taken["blocks " + columns].append(bench.floor(columns, ROWS_AT_A_TIME))
        for name, (formula, _) in FUNCTIONS.items():
            taken[name].append(bench.seconds_of(formula))
    median = {name: statistics.median(times) for name, times in taken.items()}
    print(f"\n{'Function':<28}{'seconds':>9}{'÷ reading in one call':>24}{'÷ reading in blocks':>22}")
    for name, (_, columns) in FUNCTIONS.items():
        print(f"{name:<28}{median[name]:>9.2f}"
              f"{median[name] / median['whole ' + columns]:>24.2f}"
              f"{median[name] / median['blocks ' + columns]:>22.2f}")
    for name in ("whole A:C", "blocks A:C"):
        print(f"{name:<28}{median[name]:>9.2f}")


def whole_columns(bench):
    few = fill(bench.document, list(orders(FEW_ROWS, FEW_ROWS // ORDERS_PER_CLIENT)), "Few")
    formula = "COHORT(Few.A1:A1048576;Few.B1:B1048576;Few.C1:C1048576)"
    bench.seconds_of(formula)
    taken = statistics.median(bench.seconds_of(formula) for _ in range(21))
    print(f"\nCOHORT of whole columns with {FEW_ROWS:,} used rows: {1000 * taken:.1f} ms")
    bench.document.Sheets.removeByName(few.Name)


def command(bench, name, how="", **arguments):
    """A command, and the longest time in it in which Cancel is not heard: between two of its steps."""
    steps = Steps(bench.document)
    start = time.perf_counter()
    bench.run(name, **arguments)
    end = time.perf_counter()
    silence, step = steps.longest_silence(start, end)
    what = " ".join((name, *arguments.values())) + how
    print(f"{what:<26}{end - start:>8.2f} s, without hearing Cancel for {silence:.2f} s: {step}", flush=True)


def given_up(bench, step, how=""):
    """How long a refresh that is given up takes to have everything as it was, painted."""
    steps = give_up_at(bench.document, step)
    answer = bench.office.run(bench.document, "refresh")
    bench.office.settle()
    taken = time.perf_counter() - steps.heard[-1][0]
    if answer is None or answer.State == 1:
        raise SystemExit(f"the refresh was not given up at {step}")
    print(f"{'refresh, given up':<26}{taken:>8.2f} s, at {step}{how}", flush=True)


def spoil_pages(bench):
    sheets = bench.document.Sheets
    spoil(*(sheets.getByName(name) for name in ("Retention", "Referral") if sheets.hasByName(name)))


def dashboards(bench):
    print()
    command(bench, "check")
    command(bench, "build", Dashboard="retention")
    command(bench, "refresh")
    spoil_pages(bench)
    command(bench, "refresh", ANEW)
    for role, rows in (("referrals", referrals(bench.clients)), ("clients", active_days(bench.clients))):
        sheet = fill(bench.document, list(rows), role.capitalize())
        bench.run("map", Role=role, Sheet=sheet.Name)
    command(bench, "build", Dashboard="referral")
    command(bench, "refresh")
    for step in GIVEN_UP_AT:
        given_up(bench, step)
    spoil_pages(bench)
    for step in GIVEN_UP_AT:
        given_up(bench, step, ANEW)
    command(bench, "refresh", ANEW)
    undo = bench.document.UndoManager
    for name, action in {
            "undo the refresh": lambda: (bench.office.call(undo.undo), bench.office.settle()),
            "redo it": lambda: (bench.office.call(undo.redo), bench.office.settle()),
            "type into another sheet": lambda: bench.cell.setValue(5),
            "type into the ledger": lambda: (bench.orders.getCellByPosition(2, 1000).setValue(77),
                                             bench.document.calculate())}.items():
        print(f"{name:<26}{seconds(action):>8.2f} s", flush=True)


def save_with_fewer_and_fewer_dashboards(bench, folder):
    files = {}
    for name, gone in (("all dashboards", "Data check"), ("retention alone", "Referral"),
                       ("no dashboard", "Retention")):
        files[name] = folder / f"{name}.ods"

        def save(gone=gone, file=files[name]):
            bench.document.Sheets.removeByName(gone)
            bench.document.storeToURL(url(file), ())
        bench.office.call(save)
    return files


def openings(office, files):
    """How long the workbook takes to open with its dashboards, against the same with fewer or none."""
    taken = {name: [] for name in files}
    for _ in range(OPENINGS):
        for name, file in files.items():
            start = time.perf_counter()
            document = office.open(file)
            taken[name].append(time.perf_counter() - start)
            document.close(True)
    median = {name: statistics.median(times) for name, times in taken.items()}
    print()
    for name in files:
        print(f"{'opening, ' + name:<26}{median[name]:>8.1f} s, {median[name] / median['no dashboard']:.2f} ×")


def main():
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    clients = int(sys.argv[3]) if len(sys.argv) > 3 else max(1, rows // ORDERS_PER_CLIENT)
    with Office(limit=3600, more_extensions=[sys.argv[1]]) as office:
        bench = Bench(office, rows, clients)
        print(f"{rows:,} rows, {clients:,} clients; medians of {ROUNDS} rounds", flush=True)
        functions(bench)
        whole_columns(bench)
        bench.document.close(True)
        # As for a user: a window's commands run in its own thread, and nothing is painted between two steps.
        with tempfile.TemporaryDirectory() as folder:
            with Office(limit=3600, more_extensions=[sys.argv[1]], window=True) as with_window:
                bench = Bench(with_window, rows, clients)
                dashboards(bench)
                files = save_with_fewer_and_fewer_dashboards(bench, pathlib.Path(folder))
            openings(office, files)


if __name__ == "__main__":
    main()
