#pragma once

#include "dashboard/recording_canvas.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace perennial::dashboard {

/// How often the formulas of a page have a function take the columns of a ledger, and how often it reads
/// them: a call that is told their state does not.
struct LedgerReads {
    int calls = 0;
    int readings = 0;
};

inline LedgerReads ledger_reads(const RecordingCanvas& canvas, const std::string& clients) {
    // The state stands in the third of the cells that a function is given for a day.
    std::vector<std::string> told;
    for (const RecordingCanvas::Array& array : canvas.arrays)
        if (array.formula.find("state=\"&") != std::string::npos)
            told.push_back(absolute(array.area.first.down(-2)) + ":");
    LedgerReads reads;
    const auto count = [&](const std::string& formula) {
        const std::string argument = "(" + clients + ";";
        for (std::size_t at = formula.find(argument); at != std::string::npos;
             at = formula.find(argument, at + 1)) {
            const std::string arguments = formula.substr(at, formula.find(')', at) - at);
            ++reads.calls;
            reads.readings += std::none_of(told.begin(), told.end(), [&](const std::string& cells) {
                return arguments.find(cells) != std::string::npos;
            });
        }
    };
    for (const RecordingCanvas::Array& array : canvas.arrays)
        count(array.formula);
    for (const auto& [spot, formula] : canvas.formulas)
        count(formula);
    return reads;
}

} // namespace perennial::dashboard
