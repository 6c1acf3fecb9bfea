"""Pandas' part of ./tests/bench/peers: peer_pandas.py ORDERS TABLE REPEATS RESULT [categories]

The timed part begins with a data frame in memory and ends with the finished table. Clients are texts, as
pandas reads them; with "categories" they have been made categories beforehand.
"""

import json
import sys
import time

import pandas


def status(figure):
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(figure))


def cohorts(orders):
    months = orders["date"].dt.year * 12 + orders["date"].dt.month - 1
    active = pandas.DataFrame({"client": orders["client"], "month": months}).drop_duplicates()
    start = active.groupby("client", sort=False, observed=True)["month"].transform("min")
    return active.groupby([start.rename("cohort"), (active["month"] - start).rename("distance")]).size()


def clients(orders):
    table = orders.groupby("client", sort=False, observed=True).agg(
        first=("date", "min"), last=("date", "max"), orders=("amount", "size"), revenue=("amount", "sum"))
    return table.reset_index().sort_values(["revenue", "client"], ascending=[False, True])


def write(table, kind, path):
    with open(path, "w", encoding="utf-8") as file:
        if kind == "cohorts":
            for (month, distance), count in table.items():
                file.write(f"{month // 12:04}-{month % 12 + 1:02}-01,{distance},{count}\n")
        else:
            for row in table.itertuples():
                file.write(f"{row.client},{row.first:%Y-%m-%d},{row.last:%Y-%m-%d},{row.orders},{row.revenue:.2f}\n")


def main():
    source, kind, repeats, result = sys.argv[1:5]
    orders = pandas.read_csv(source, parse_dates=["date"])
    if "categories" in sys.argv[5:]:
        orders["client"] = orders["client"].astype("category")
    compute = cohorts if kind == "cohorts" else clients
    with open("/proc/self/clear_refs", "w", encoding="ascii") as references:
        references.write("5")
    loaded = status("VmRSS:")
    most = 0
    seconds = []
    processor = []
    for _ in range(int(repeats)):
        begin = time.perf_counter()
        begin_processor = time.process_time()
        table = compute(orders)
        seconds.append(time.perf_counter() - begin)
        processor.append(time.process_time() - begin_processor)
        if not most:
            most = status("VmHWM:")
            write(table, kind, result)
    print(json.dumps({"loaded": loaded, "most": most, "seconds": seconds, "processor": processor}))


main()
