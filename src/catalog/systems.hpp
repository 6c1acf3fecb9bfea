#pragma once

#include "catalog/function.hpp"

#include <string_view>

namespace perennial::catalog {

struct NamedSystem {
    System system;
    std::string_view name;
};

/// The systems with their names, in the order in which lists of functions show them.
inline constexpr NamedSystem systems[] = {
    {System::trust, "Trust"},           {System::lifetime_value, "Lifetime value"},
    {System::retention, "Retention"},   {System::referral, "Referral"},
    {System::investment, "Investment"}, {System::clients, "Client tables and models"},
};

} // namespace perennial::catalog
