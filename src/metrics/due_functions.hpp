#pragma once

#include "catalog/function.hpp"
#include "metrics/due.hpp"

namespace perennial::catalog {

inline constexpr Function due_functions[] = {
    row<&metrics::next_touch>(Function{
        .name = "NEXTTOUCH",
        .system = System::retention,
        .summary = "Date on which the next contact is due",
        .formula = "last + cadence; month ends clamp as EDATE",
        .arguments = {{"last", "Date of the last contact"},
                      {"cadence",
                       "Number of days, 1 or more, or \"week\", \"month\", \"quarter\", \"year\""}},
        .examples = {{"=NEXTTOUCH(DATE(2024;1;31);\"month\")", 45351.0},
                     {"=NEXTTOUCH(DATE(2024;1;31);10)", 45332.0}},
        .errors = "Err:502 when last is no date or the cadence is neither a word nor 1 or more",
        .source = "Trust compound system, rhythm of maintenance",
        .see_also = {"ONBOARDINGDUE"},
    }),
    row<&metrics::onboarding_due>(Function{
        .name = "ONBOARDINGDUE",
        .system = System::retention,
        .summary = "Due date of the first onboarding checkpoint that is not yet done",
        .formula = "start + days of the first checkpoint not done",
        .arguments = {{"start", "Date on which the client began"},
                      {"done", "One cell per checkpoint, a date or TRUE where it is done"},
                      {"days",
                       "Optional: days of the checkpoints after the start, by default 1, 3, 7, 14, 30"}},
        .examples = {{"=ONBOARDINGDUE(DATE(2024;1;1);{1;1;0;0;0})", 45299.0}},
        .errors = "Err:502 when an argument lies outside its range, #N/A when all checkpoints are done",
        .source = "Retention system",
        .see_also = {"NEXTTOUCH"},
    }),
};

} // namespace perennial::catalog
