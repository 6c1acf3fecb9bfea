"""Runs Perennial and what people use instead on the same orders, one after the other in rounds, and compares.

compare_peers.py BUILD ROWS ROUNDS; ./tests/bench/peers prepares what it needs.
"""

import json
import os
import statistics
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
turns_in_a_round = 3
tables = {"cohorts": "cohort table", "clients": "client table"}
goals = {"DuckDB": 3, "pandas": 8}


def fail(sentence):
    sys.exit(f"\n{sentence}")


def two_cores():
    """Holds this program and all that it starts to two cores."""
    cores = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, cores)
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(len(cores))
    return cores


def peers(build):
    def script(name):
        return os.path.join(here, name)

    perennial = os.path.join(build, "tests/bench/peer_perennial")
    return {
        "Perennial": [perennial],
        "Perennial, columns": [perennial, "columns"],
        "DuckDB": ["node", script("peer_duckdb.mjs")],
        "DuckDB, ENUM": ["node", script("peer_duckdb.mjs"), "categories"],
        "pandas": ["/usr/bin/python3", script("peer_pandas.py")],
        "pandas, categories": ["/usr/bin/python3", script("peer_pandas.py"), "categories"],
        "data.table": ["Rscript", script("peer_datatable.R")],
    }


def measure(name, command, kind, orders, result):
    # What was made beforehand is the last argument; the programs that are scripts need an interpreter.
    words = 1 if command[0].endswith("peer_perennial") else 2
    call = [*command[:words], orders, kind, str(turns_in_a_round), result, *command[words:]]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        fail(f"{name} has failed on the {tables[kind]}: {done.stderr.strip() or done.returncode}")
    return json.loads(done.stdout.splitlines()[-1])


def lines(path):
    with open(path, encoding="utf-8") as file:
        return sorted(file.read().splitlines())


def require_equal(name, kind, result, expected):
    found = lines(result)
    if found == expected:
        return
    differing = next((pair for pair in zip(found, expected) if pair[0] != pair[1]), ("the end", "the end"))
    fail(f"{name} gives another {tables[kind]} than Perennial ({len(found)} rows against {len(expected)}):"
         f" {differing[0]} where Perennial has {differing[1]}")


def main():
    build, rows, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cores = two_cores()
    orders = os.path.abspath(f"orders_{rows}.csv")
    subprocess.run([os.path.join(build, "tests/bench/make_orders"), orders, str(rows)], check=True)
    print(f"{rows} orders of {rows // 20} clients; medians of {rounds} rounds of {turns_in_a_round}; "
          f"cores {', '.join(map(str, cores))}")
    missed = []
    for kind, title in tables.items():
        runs = {name: [] for name in peers(build)}
        expected = None
        for turn in range(rounds):
            for name, command in peers(build).items():
                result = os.path.abspath(f"{kind}_{len(command)}_{command[-1].rsplit('/', 1)[-1]}.csv")
                runs[name].append(measure(name, command, kind, orders, result))
                if expected is None:
                    expected = lines(result)
                elif turn == 0:
                    require_equal(name, kind, result, expected)
        figures = {
            name: {
                "elapsed": statistics.median(second for run in measured for second in run["seconds"]),
                "processor": statistics.median(second for run in measured for second in run["processor"]),
                "most": statistics.median(run["most"] for run in measured) / 1024,
                "above": statistics.median(run["most"] - run["loaded"] for run in measured) / 1024,
            }
            for name, measured in runs.items()
        }
        base = figures["Perennial"]
        print(f"\n{title}, equal in all: {len(expected)} rows")
        print(f"{'':<20}{'seconds':>9}{'ratio':>7}{'processor':>11}{'ratio':>7}{'peak MB':>9}{'above data':>12}")
        for name, figure in figures.items():
            print(f"{name:<20}{figure['elapsed']:>9.3f}{figure['elapsed'] / base['elapsed']:>7.1f}"
                  f"{figure['processor']:>11.3f}{figure['processor'] / base['processor']:>7.1f}"
                  f"{figure['most']:>9.0f}{figure['above']:>12.0f}")
        # The others begin with tables of their own in memory, so that Perennial begins with filled columns.
        equal = figures["Perennial, columns"]
        for name, goal in goals.items():
            if figures[name]["elapsed"] < goal * equal["elapsed"]:
                missed.append(f"the {title} is not {goal} times as fast as {name}'s")
            if figures[name]["most"] < equal["most"]:
                missed.append(f"the {title} needs more memory than {name}'s")
    for sentence in missed:
        print(f"Goal missed: {sentence}.")


main()
