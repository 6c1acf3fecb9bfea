#pragma once

#include "cells.hpp"

#include <fstream>
#include <string>

/// The research data of B. Hardie that the published results refer to; not part of the project.
namespace perennial::metrics::test {

struct CdnowLedger {
    Column clients;
    Column dates;
    Column amounts;
};

inline const std::string cdnow_missing =
    "the CDNOW data are not in " PERENNIAL_DATA ", so the published results are not checked";

/// Empty columns where the file is absent.
inline CdnowLedger read_cdnow_master() {
    CdnowLedger ledger;
    std::ifstream file(PERENNIAL_DATA "/CDNOW_master.txt");
    std::string heading;
    std::getline(file, heading);
    long client = 0;
    int day = 0;
    int count = 0;
    double amount = 0;
    while (file >> client >> day >> count >> amount) {
        ledger.clients.add_number(static_cast<double>(client));
        ledger.dates.add_number(
            date(day / 10000, static_cast<unsigned>(day / 100 % 100), static_cast<unsigned>(day % 100)));
        ledger.amounts.add_number(amount);
    }
    return ledger;
}

/// The sample of one in ten that the papers use.
inline CdnowLedger read_cdnow_sample() {
    CdnowLedger ledger;
    std::ifstream file(PERENNIAL_DATA "/CDNOW_sample.txt");
    long master = 0;
    long client = 0;
    int day = 0;
    int count = 0;
    double amount = 0;
    while (file >> master >> client >> day >> count >> amount) {
        ledger.clients.add_number(static_cast<double>(client));
        ledger.dates.add_number(
            date(day / 10000, static_cast<unsigned>(day / 100 % 100), static_cast<unsigned>(day % 100)));
        ledger.amounts.add_number(amount);
    }
    return ledger;
}

} // namespace perennial::metrics::test
