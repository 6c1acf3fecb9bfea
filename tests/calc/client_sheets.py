"""Client sheets of every kind beside a ledger, each with rows that cannot be used."""

from ledgers import SMALL, day, fill

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
