"""Opens the practice workbook in an office with Perennial in it and builds its dashboards; see ./extension/try."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "calc"))
import office  # noqa: E402

SHEETS = {"ledger": "Orders", "contracts": "Contracts", "referrals": "Referrals", "clients": "Clients",
          "touches": "Touches"}
DASHBOARDS = ("referral", "retention")
COMMANDS = ([("map", {"Role": kind, "Sheet": sheet}) for kind, sheet in SHEETS.items()] +
            [("build", {"Dashboard": dashboard}) for dashboard in DASHBOARDS])


def build_dashboards(session, document):
    for name, arguments in COMMANDS:
        outcome = session.run(document, name, **arguments)
        if outcome is None or outcome.State != 1:
            said = outcome.Result if outcome else "no answer"
            sys.exit(f"Perennial could not {name}: {said}")
        print(outcome.Result, flush=True)


def hide_client_sheets(document):
    """Leaves what is printed to the dashboards: they alone say what is printed of them."""
    for name in document.Sheets.ElementNames:
        sheet = document.Sheets.getByName(name)
        sheet.IsVisible = bool(sheet.PrintAreas)


def leave_files(extension, workbook, folder):
    pages = folder / "dashboards.pdf"
    with office.Office(extension, language=None, limit=300) as session:
        document = session.open(workbook)
        build_dashboards(session, document)
        session.save(document, workbook)
        hide_client_sheets(document)
        session.save(document, pages)
        document.close(True)
    subprocess.run(["pdftoppm", "-r", "110", "-png", pages, pages.with_suffix("")], check=True)
    print("\nThere is no screen here, so the result is in these files:")
    for path in (workbook, pages, *sorted(folder.glob("*.png"))):
        print(f"  {path}")


def open_window(extension, workbook):
    with office.Office(extension, language=None, window="desktop", limit=None) as session:
        document = session.open(workbook)
        build_dashboards(session, document)
        session.call(document.store)
        print(f"\nCalc shows {workbook}. Close its window to end.", flush=True)
        session.wait()


def main():
    build = pathlib.Path(sys.argv[1])
    folder = build / "try"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    workbook = folder / "advisory_practice.ods"
    shutil.copy(build / "sheets" / "advisory_practice.ods", workbook)
    extension = build / "perennial.oxt"
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        open_window(extension, workbook)
    else:
        leave_files(extension, workbook, folder)


if __name__ == "__main__":
    main()
