#include "generate/syntax.hpp"

#include <fmt/format.h>

#include <vector>

namespace perennial::generate {

std::string syntax(const catalog::Function& function) {
    std::vector<std::string> arguments;
    auto argument = function.argument_list().begin();
    for (const catalog::Parameter parameter : function.user_parameters()) {
        const std::string_view name = (argument++)->name;
        arguments.push_back(parameter.optional ? fmt::format("[{}]", name) : std::string(name));
    }
    return fmt::format("{}({})", function.name, fmt::join(arguments, "; "));
}

} // namespace perennial::generate
