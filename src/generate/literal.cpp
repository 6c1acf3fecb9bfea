#include "generate/literal.hpp"

namespace perennial::generate {

std::string literal(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '\n') {
            quoted += "\\n";
            continue;
        }
        if (letter == '"' || letter == '\\')
            quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

} // namespace perennial::generate
