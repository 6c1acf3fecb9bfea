#include "dashboard/mapping.hpp"

#include "dashboard/header_match.hpp"
#include "metrics/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace perennial::dashboard {

namespace {

using Kind = metrics::Column::Kind;

/// Headers are looked for in this many rows.
constexpr std::size_t header_rows = 30;

/// Serial dates of 1980 to 2100 and dates written as 19800101, where columns of dates are looked for.
constexpr double first_serial = 29221;
constexpr double last_serial = 73415;
constexpr double first_written = 19800101;
constexpr double last_written = 21001231;

/// A column is of one kind when this share of its filled cells is.
constexpr double nearly_all = 0.8;

constexpr double content_fits = 25;
constexpr double content_contradicts = -60;

/// What the cells below the headers hold, as shares of those that are not empty.
struct Contents {
    std::size_t filled = 0;
    double numbers = 0;
    double dates = 0;         ///< numbers that may be serial dates
    double written_dates = 0; ///< 20241231, or a text of digits and separators such as 2024-12-31
    double words = 0;         ///< texts without any digit
    double texts = 0;
    double fractions = 0;
    bool repeats = false;
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool reads_as_date(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const bool others = std::any_of(text.begin(), text.end(), [](char letter) {
        return !is_digit(letter) && std::string_view("-/. :T").find(letter) == std::string_view::npos;
    });
    return digits >= 5 && digits < static_cast<std::ptrdiff_t>(text.size()) && !others;
}

Contents contents(const metrics::Column& column, std::size_t from) {
    Contents result;
    std::set<std::string, std::less<>> seen;
    for (std::size_t row = from; row < column.size(); ++row) {
        const Kind kind = column.kind(row);
        if (kind == Kind::empty || (kind == Kind::text && metrics::trim(column.text(row)).empty()))
            continue;
        ++result.filled;
        if (kind == Kind::number) {
            const double number = column.number(row);
            const bool whole = number == std::floor(number);
            ++result.numbers;
            result.fractions += whole ? 0 : 1;
            result.dates += number >= first_serial && number <= last_serial ? 1 : 0;
            result.written_dates += whole && number >= first_written && number <= last_written ? 1 : 0;
            result.repeats = !seen.insert(std::to_string(number)).second || result.repeats;
        } else if (kind == Kind::text) {
            const std::string_view text = metrics::trim(column.text(row));
            ++result.texts;
            result.words += std::none_of(text.begin(), text.end(), is_digit) ? 1 : 0;
            result.written_dates += reads_as_date(text) ? 1 : 0;
            result.repeats = !seen.insert(metrics::fold(text)).second || result.repeats;
        }
    }
    const double filled = static_cast<double>(std::max<std::size_t>(result.filled, 1));
    for (double* share : {&result.numbers, &result.dates, &result.written_dates, &result.words, &result.texts,
                          &result.fractions})
        *share /= filled;
    return result;
}

/// What the contents add to the score of a header.
double support(const Contents& cells, Content content) {
    if (cells.filled == 0)
        return 0;
    switch (content) {
    case Content::date:
        if (cells.dates >= nearly_all || cells.written_dates >= nearly_all)
            return content_fits;
        return cells.words >= nearly_all || cells.numbers - cells.dates - cells.written_dates >= nearly_all
                   ? content_contradicts
                   : 0;
    case Content::number:
        if (cells.numbers >= nearly_all)
            return content_fits + cells.fractions;
        return cells.words >= nearly_all ? content_contradicts : 0;
    case Content::text:
        break;
    }
    return cells.fractions > 1 - nearly_all ? content_contradicts : cells.texts;
}

/// How well the contents alone suggest a column, 0 where they do not.
double content_score(const Contents& cells, Content content) {
    if (cells.filled == 0)
        return 0;
    switch (content) {
    case Content::date:
        return cells.dates >= nearly_all || cells.written_dates >= nearly_all
                   ? 1 + std::max(cells.dates, cells.written_dates) - cells.fractions / 2
                   : 0;
    case Content::number:
        return cells.numbers >= nearly_all ? 1 + cells.fractions : 0;
    case Content::text:
        break;
    }
    if (cells.texts < nearly_all)
        return cells.numbers >= nearly_all && cells.fractions == 0 ? 1 : 0;
    return 2 + cells.words + (cells.repeats ? 1 : 0);
}

std::size_t row_count(const Sample& sample) {
    std::size_t rows = 0;
    for (const metrics::Column& column : sample.columns)
        rows = std::max(rows, column.size());
    return rows;
}

/// The text of a cell, empty where it holds something else.
std::string_view cell_text(const metrics::Column& column, std::size_t row) {
    return row < column.size() && column.kind(row) == Kind::text ? metrics::trim(column.text(row))
                                                                 : std::string_view();
}

/// How much a row looks like the headers of a kind: the sum of the best score of each role.
double header_row_score(SheetKind kind, const Sample& sample, std::size_t row) {
    std::vector<std::string> headers;
    for (const metrics::Column& column : sample.columns)
        if (const auto text = cell_text(column, row); !text.empty())
            headers.push_back(header_words(text));
    double sum = 0;
    for (const Role& role : roles(kind)) {
        double best = 0;
        for (const std::string& words : headers)
            best = std::max(best, header_score(words, role));
        sum += best >= header_names_role ? best : 0;
    }
    return sum;
}

/// The first row that is about as full as the fullest one: title rows are not.
std::size_t first_full_row(const Sample& sample) {
    std::vector<std::size_t> filled(row_count(sample));
    for (const metrics::Column& column : sample.columns)
        for (std::size_t row = 0; row < column.size(); ++row)
            filled[row] += column.kind(row) == Kind::empty ? 0 : 1;
    const std::size_t most = filled.empty() ? 0 : *std::max_element(filled.begin(), filled.end());
    const auto full = std::find_if(filled.begin(), filled.end(),
                                   [most](std::size_t count) { return count > 0 && 2 * count >= most; });
    return full == filled.end() ? 0 : static_cast<std::size_t>(full - filled.begin());
}

std::size_t find_first_row(SheetKind kind, const Sample& sample) {
    std::size_t found = 0;
    double best = 0;
    for (std::size_t row = 0; row < std::min(row_count(sample), header_rows); ++row)
        if (const double score = header_row_score(kind, sample, row); score > best) {
            best = score;
            found = row;
        }
    return best > 0 ? found : first_full_row(sample);
}

/// A row with a number in it is data already.
bool holds_number(const Sample& sample, std::size_t row) {
    return std::any_of(sample.columns.begin(), sample.columns.end(), [row](const metrics::Column& column) {
        return row < column.size() && column.kind(row) == Kind::number;
    });
}

class Guess {
public:
    Guess(Mapping& mapping, const Sample& sample)
        : mapping_(mapping), sample_(sample), roles_(roles(mapping.kind)), used_(sample.columns.size()) {
        const auto first = static_cast<std::size_t>(mapping.first_row);
        const std::size_t data = holds_number(sample, first) ? first : first + 1;
        for (const metrics::Column& column : sample.columns)
            contents_.push_back(contents(column, data));
    }

    void by_headers() {
        struct Candidate {
            double score;
            std::size_t role;
            std::size_t column;
        };
        std::vector<Candidate> candidates;
        for (std::size_t column = 0; column < sample_.columns.size(); ++column) {
            const auto row = static_cast<std::size_t>(mapping_.first_row);
            const std::string words = header_words(cell_text(sample_.columns[column], row));
            for (std::size_t role = 0; role < roles_.size(); ++role) {
                const double named = header_score(words, roles_[role]);
                const double score = named + support(contents_[column], roles_[role].content);
                if (named > 0 && score >= header_names_role)
                    candidates.push_back({score, role, column});
            }
        }
        std::stable_sort(
            candidates.begin(), candidates.end(),
            [](const Candidate& left, const Candidate& right) { return left.score > right.score; });
        for (const Candidate& candidate : candidates)
            if (!used_[candidate.column] && !mapping_.columns[candidate.role])
                take(candidate.role, candidate.column);
    }

    /// Only for what the sheet cannot do without: an optional role is better left open than wrong.
    void by_contents() {
        for (const Content content : {Content::date, Content::number, Content::text})
            for (std::size_t role = 0; role < roles_.size(); ++role)
                if (roles_[role].required && roles_[role].content == content && !mapping_.columns[role])
                    if (const auto column = best_by_contents(content))
                        take(role, *column);
    }

private:
    std::optional<std::size_t> best_by_contents(Content content) const {
        std::optional<std::size_t> found;
        double best = 0;
        for (std::size_t column = 0; column < used_.size(); ++column)
            if (const double score = used_[column] ? 0 : content_score(contents_[column], content);
                score > best) {
                best = score;
                found = column;
            }
        return found;
    }

    void take(std::size_t role, std::size_t column) {
        mapping_.columns[role] = static_cast<int>(column);
        used_[column] = true;
    }

    Mapping& mapping_;
    const Sample& sample_;
    std::span<const Role> roles_;
    std::vector<Contents> contents_;
    std::vector<bool> used_;
};

} // namespace

bool Mapping::complete() const {
    const auto has = [this](std::string_view key) {
        const auto all = roles(kind);
        for (std::size_t role = 0; role < all.size() && role < columns.size(); ++role)
            if (all[role].key == key)
                return columns[role].has_value();
        return false;
    };
    const auto all = roles(kind);
    const bool required = std::all_of(all.begin(), all.end(),
                                      [&](const Role& role) { return !role.required || has(role.key); });
    // What a contract is worth stands in it either by the month or as a whole with its months.
    return required && (kind != SheetKind::contracts || has("monthly") || (has("amount") && has("months")));
}

Mapping guess_mapping(SheetKind kind, const Sample& sample) {
    Mapping mapping{.kind = kind, .sheet = sample.sheet, .first_row = 0, .columns = {}};
    mapping.columns.resize(roles(kind).size());
    mapping.first_row = static_cast<int>(find_first_row(kind, sample));
    Guess guess(mapping, sample);
    guess.by_headers();
    guess.by_contents();
    return mapping;
}

std::string header(const Sample& sample, const Mapping& mapping, int column) {
    const auto row = static_cast<std::size_t>(mapping.first_row);
    if (column < 0 || static_cast<std::size_t>(column) >= sample.columns.size() || holds_number(sample, row))
        return column_letters(column);
    std::string text(cell_text(sample.columns[static_cast<std::size_t>(column)], row));
    std::replace_if(
        text.begin(), text.end(),
        [](char letter) { return letter == '\n' || letter == '\r' || letter == '\t'; }, ' ');
    return text.empty() ? column_letters(column) : text;
}

std::string column_letters(int column) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::optional<int> column_index(std::string_view letters) {
    constexpr std::size_t most_letters = 4;
    if (letters.empty() || letters.size() > most_letters)
        return std::nullopt;
    int number = 0;
    for (const char letter : letters) {
        const char capital = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (capital < 'A' || capital > 'Z')
            return std::nullopt;
        number = number * 26 + (capital - 'A' + 1);
    }
    return number - 1;
}

} // namespace perennial::dashboard
