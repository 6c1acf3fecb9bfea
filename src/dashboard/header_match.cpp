#include "dashboard/header_match.hpp"

#include "metrics/text.hpp"

#include <algorithm>
#include <array>

namespace perennial::dashboard {

namespace {

constexpr double exact = 100;
constexpr double at_end = 65;
constexpr double in_front = 25;
constexpr double whole = 20; ///< for the share of the header that the words make up
constexpr double order = 10; ///< from a role's first words to its last

constexpr std::array<std::string_view, 34> units = {
    "eur", "euro", "euros", "usd",  "gbp",  "chf",    "cny",     "rmb",  "twd",    "ntd",   "nt",  "hkd",
    "jpy", "sgd",  "aud",   "cad",  "inr",  "dollar", "dollars", "us",   "yuan",   "k",     "tsd", "in",
    "pct", "元",   "万元",  "萬元", "千元", "人民币", "人民幣",  "美元", "新台幣", "新臺幣"};

bool is_unit_word(std::string_view word) {
    return std::find(units.begin(), units.end(), word) != units.end();
}

/// "CustomerID" and "InvoiceDate" are two words each.
std::string split_capitals(std::string_view header) {
    std::string result;
    for (std::size_t index = 0; index < header.size(); ++index) {
        const auto is_lower = [&](std::size_t at) { return header[at] >= 'a' && header[at] <= 'z'; };
        if (index > 0 && header[index] >= 'A' && header[index] <= 'Z' && is_lower(index - 1))
            result += ' ';
        result += header[index];
    }
    return result;
}

std::string without_blanks(std::string_view words) {
    std::string result(words);
    std::erase(result, ' ');
    return result;
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char letter) { return (letter & 0x80) != 0; });
}

/// How well one phrase fits; Chinese words stand side by side without blanks.
double phrase_score(std::string_view words, const std::string& joined, std::string_view phrase) {
    const std::string joined_phrase = without_blanks(phrase);
    if (joined == joined_phrase)
        return exact;
    const double share = whole * static_cast<double>(joined_phrase.size()) /
                         static_cast<double>(std::max<std::size_t>(joined.size(), 1));
    const bool english = is_ascii(phrase);
    const std::string_view text = english ? words : std::string_view(joined);
    if (text.size() <= phrase.size())
        return 0;
    if (text.ends_with(phrase) && (!english || text[text.size() - phrase.size() - 1] == ' '))
        return at_end + share;
    if (text.starts_with(phrase) && (!english || text[phrase.size()] == ' '))
        return in_front + share;
    return 0;
}

} // namespace

std::string header_words(std::string_view header) {
    const std::string all = metrics::label_words(split_capitals(header));
    std::string kept;
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        // A header that begins with a unit, as "Dollar value", means it.
        if (kept.empty() || !is_unit_word(word)) {
            if (!kept.empty())
                kept += ' ';
            kept += word;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return kept;
}

bool is_unit(std::string_view header) {
    if (metrics::trim(header).empty())
        return false;
    const std::string all = metrics::label_words(header);
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        const bool date_pattern = std::all_of(word.begin(), word.end(), [](char letter) {
            return letter == 'y' || letter == 'm' || letter == 'd';
        });
        if (!is_unit_word(word) && !date_pattern)
            return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

double header_score(std::string_view words, const Role& role) {
    if (words.empty())
        return 0;
    const std::string joined = without_blanks(words);
    double best = 0;
    for (std::size_t index = 0; index < role.words.size(); ++index) {
        const double score = phrase_score(words, joined, role.words[index]);
        const double later = order * static_cast<double>(index) / static_cast<double>(role.words.size());
        best = std::max(best, score - later);
    }
    return best;
}

} // namespace perennial::dashboard
