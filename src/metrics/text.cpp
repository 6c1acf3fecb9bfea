#include "metrics/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>

namespace perennial::metrics {

namespace {

/// Whether the text is made of ASCII and of the Chinese characters U+4E00 to U+9FFF alone, which neither have
/// a case nor compose with a neighbour.
bool is_ascii_or_chinese(std::string_view text) {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto continues = [&](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
    for (std::size_t at = 0; at < text.size();) {
        if (byte(at) < 0x80) {
            ++at;
            continue;
        }
        if (at + 2 >= text.size() || byte(at) < 0xE4 || byte(at) > 0xE9 || !continues(at + 1) ||
            !continues(at + 2) || (byte(at) == 0xE4 && byte(at + 1) < 0xB8))
            return false;
        at += 3;
    }
    return true;
}

char ascii_lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// White space as Unicode has it.
bool is_white_space(utf8proc_int32_t character) {
    switch (character) {
    case 0x20:
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
        return true;
    default:
        return (character >= 0x09 && character <= 0x0D) || (character >= 0x2000 && character <= 0x200A);
    }
}

/// Characters without width that exports, web pages and address books leave behind: joiners, marks of the
/// direction of writing, a byte order mark, a soft hyphen.
bool is_invisible(utf8proc_int32_t character) {
    return character == 0xAD || character == 0x180E || character == 0xFEFF ||
           (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x2069);
}

bool is_blank(utf8proc_int32_t character) {
    return is_white_space(character) || is_invisible(character);
}

/// Each blank beyond ASCII looks like a plain one.
utf8proc_int32_t plain_blank(utf8proc_int32_t character, void*) {
    return character > 0x7F && is_white_space(character) ? ' ' : character;
}

/// The number of bytes of the blank that the text begins with, 0 where it begins with none.
std::size_t blank_length(std::string_view text) {
    if (text.front() > ' ' && text.front() < 0x7F)
        return 0;
    utf8proc_int32_t character = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &character);
    return bytes > 0 && is_blank(character) ? static_cast<std::size_t>(bytes) : 0;
}

/// Where the last character of the text begins.
std::size_t last_character(std::string_view text) {
    std::size_t position = text.size() - 1;
    while (position > 0 && (text[position] & 0xC0) == 0x80)
        --position;
    return position;
}

} // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const std::size_t blank = blank_length(text);
        if (blank == 0)
            break;
        text.remove_prefix(blank);
    }
    while (!text.empty()) {
        const std::size_t last = last_character(text);
        if (blank_length(text.substr(last)) != text.size() - last)
            break;
        text = text.substr(0, last);
    }
    return text;
}

void fold(std::string_view text, std::string& folded) {
    const std::string_view trimmed = trim(text);
    if (!is_ascii_or_chinese(trimmed)) {
        utf8proc_uint8_t* mapped = nullptr;
        const auto bytes =
            utf8proc_map_custom(reinterpret_cast<const utf8proc_uint8_t*>(trimmed.data()),
                                static_cast<utf8proc_ssize_t>(trimmed.size()), &mapped,
                                static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE |
                                                               UTF8PROC_STABLE | UTF8PROC_IGNORE),
                                plain_blank, nullptr);
        const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
        if (bytes >= 0) {
            // What was ignored may have stood before a blank.
            folded.assign(trim({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(bytes)}));
            return;
        }
    }
    folded.resize(trimmed.size());
    std::transform(trimmed.begin(), trimmed.end(), folded.begin(), ascii_lower);
}

std::string fold(std::string_view text) {
    std::string folded;
    fold(text, folded);
    return folded;
}

bool fold_unlike_others(std::string_view text, std::string& folded) {
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    if (std::any_of(text.begin(), text.end(), is_small) || !is_ascii_or_chinese(text) ||
        trim(text).size() != text.size())
        return false;
    folded.resize(text.size());
    std::transform(text.begin(), text.end(), folded.begin(), ascii_lower);
    return true;
}

std::string half_width(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                            static_cast<utf8proc_ssize_t>(text.size()), &character);
        const std::size_t length = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
        constexpr utf8proc_int32_t from_ascii = 0xFEE0;
        if (character >= '!' + from_ascii && character <= '~' + from_ascii)
            result += static_cast<char>(character - from_ascii);
        else if (character == 0x3000)
            result += ' ';
        else
            result.append(text.substr(0, length));
        text.remove_prefix(length);
    }
    return result;
}

std::string label_words(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto bytes = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                    static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                    static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPAT |
                                                                   UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    std::string words;
    bool between = false;
    int brackets = 0;
    for (utf8proc_ssize_t at = 0; at < bytes;) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(mapped + at, bytes - at, &character);
        const auto category = utf8proc_category(character);
        if (category == UTF8PROC_CATEGORY_PS)
            ++brackets;
        const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
        if (letter && brackets == 0) {
            if (between && !words.empty())
                words += ' ';
            words.append(reinterpret_cast<const char*>(mapped + at), static_cast<std::size_t>(length));
        }
        between = !letter || brackets > 0;
        if (category == UTF8PROC_CATEGORY_PE && brackets > 0)
            --brackets;
        at += length;
    }
    return words;
}

} // namespace perennial::metrics
