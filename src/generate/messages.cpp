#include "generate/messages.hpp"

#include "catalog/catalog.hpp"
#include "catalog/differences.hpp"
#include "catalog/systems.hpp"
#include "catalog/texts.hpp"
#include "generate/help_words.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace perennial::generate {

std::vector<Message> messages() {
    std::vector<Message> all;
    std::set<std::pair<std::string_view, std::string_view>> known;
    const auto add = [&](std::string_view context, std::string_view english, std::string note) {
        if (known.emplace(context, english).second)
            all.push_back({context, english, std::move(note)});
    };

    for (const catalog::Function& function : catalog::functions()) {
        add({}, function.summary, fmt::format("{}, summary", function.name));
        add({}, function.formula, fmt::format("{}, formula", function.name));
        for (const catalog::Argument& argument : function.argument_list())
            add({}, argument.text, fmt::format("{}, argument {}", function.name, argument.name));
        add({}, function.errors, fmt::format("{}, errors", function.name));
        add({}, function.source, fmt::format("{}, source", function.name));
    }
    for (const catalog::NamedSystem& system : catalog::systems)
        add(system_context, system.name, "Heading over the functions of a system");
    for (const std::string_view word : help_words)
        add(help_context, word, "Help pages");
    for (const catalog::Definition& definition : catalog::definitions) {
        add({}, definition.name, "Differences, measure");
        add({}, definition.rule, fmt::format("Differences, {}", definition.name));
    }
    for (const catalog::Difference& difference : catalog::differences) {
        add({}, difference.definition, fmt::format("Differences, {}", difference.tool));
        if (!difference.note.empty())
            add({}, difference.note, fmt::format("Differences, note to {}", difference.formula));
    }
    for (const std::string_view text : catalog::texts)
        add({}, text, "Panels, dashboards and commands");
    return all;
}

} // namespace perennial::generate
