#include "generate/markup.hpp"

namespace perennial::generate {

std::string escaped(std::string_view text) {
    std::string markup;
    markup.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&':
            markup += "&amp;";
            break;
        case '<':
            markup += "&lt;";
            break;
        case '>':
            markup += "&gt;";
            break;
        case '"':
            markup += "&quot;";
            break;
        default:
            markup += letter;
        }
    }
    return markup;
}

} // namespace perennial::generate
