#pragma once

#include "dashboard/reading.hpp"

namespace perennial::dashboard {

/// A mapped sheet without faults, with all its roles or the required ones alone.
inline Source source(SheetKind kind, int rows, bool whole = true) {
    Source result{.kind = kind,
                  .sheet = "Client's data",
                  .mapped = {},
                  .headed = true,
                  .rows = rows,
                  .has_faults = false,
                  .excluded = {},
                  .has_repeats = false,
                  .reads_dates = false,
                  .date_order = metrics::DateOrder::day_first};
    for (const Role& role : roles(kind))
        result.mapped.push_back(whole || role.required);
    return result;
}

} // namespace perennial::dashboard
