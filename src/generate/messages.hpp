#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The texts that have translations.
namespace perennial::generate {

/// Contexts tell apart single words that may need several translations.
inline constexpr std::string_view system_context = "system";
inline constexpr std::string_view help_context = "help";

struct Message {
    std::string_view context; ///< empty for whole phrases, which mean the same wherever they stand
    std::string_view english;
    std::string note; ///< tells translators where the text stands
};

/// Each text once: those of the functions, then headings, help pages, differences, panels and dashboards.
std::vector<Message> messages();

} // namespace perennial::generate
