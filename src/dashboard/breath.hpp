#pragma once

#include <functional>

namespace perennial::dashboard {

/// Called again and again in the course of a long look at a sheet, with the share that is done, 0 to 1. May
/// throw to give it up. An empty one is not called.
using Breath = std::function<void(double)>;

} // namespace perennial::dashboard
