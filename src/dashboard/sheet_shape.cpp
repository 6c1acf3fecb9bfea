#include "dashboard/sheet_shape.hpp"

#include "dashboard/header_match.hpp"
#include "metrics/date_text.hpp"
#include "metrics/records.hpp"
#include "metrics/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace perennial::dashboard {

namespace {

using Kind = metrics::Column::Kind;

/// Serial dates of 1980 to 2100 and dates written as 19800101, where columns of dates are looked for.
constexpr double first_serial = 29221;
constexpr double last_serial = 73415;
constexpr double first_written = 19800101;
constexpr double last_written = 21001231;

/// What is longer is a sentence, no header.
constexpr std::size_t longest_header = 120;

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool reads_as_date(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const bool others = std::any_of(text.begin(), text.end(), [](char letter) {
        return !is_digit(letter) && std::string_view("-/. :T").find(letter) == std::string_view::npos;
    });
    return (digits >= 5 && digits < static_cast<std::ptrdiff_t>(text.size()) && !others) ||
           metrics::read_date(text, metrics::DateOrder::year_first);
}

Contents read_contents(const metrics::Column& column, std::size_t from) {
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

bool holds_dates(const Contents& cells) {
    return cells.filled > 0 && (cells.dates >= nearly_all || cells.written_dates >= nearly_all);
}

bool holds_figures(const Contents& cells) {
    return cells.filled > 0 && (cells.numbers >= nearly_all || holds_dates(cells));
}

} // namespace

SheetShape::SheetShape(const Sample& sample) : sample_(sample), contents_(sample.columns.size()) {
    for (const metrics::Column& column : sample.columns)
        rows_ = std::max(rows_, column.size());
}

const Contents& SheetShape::below(std::size_t column, std::size_t row) const {
    const auto [known, is_new] = contents_[column].try_emplace(row);
    if (is_new)
        known->second = read_contents(sample_.columns[column], row);
    return known->second;
}

std::vector<ColumnSpan> SheetShape::tables(std::size_t row) const {
    std::vector<ColumnSpan> found;
    bool open = false;
    for (std::size_t column = 0; column < sample_.columns.size(); ++column) {
        const metrics::Column& cells = sample_.columns[column];
        bool blank = true;
        for (std::size_t below = row; below < cells.size() && blank; ++below)
            blank = !is_filled(column, below);
        if (!blank && !open)
            found.push_back({column, column});
        open = !blank;
        if (open)
            found.back().end = column + 1;
    }
    return found;
}

bool SheetShape::is_filled(std::size_t column, std::size_t row) const {
    const metrics::Column& cells = sample_.columns[column];
    return row < cells.size() && !metrics::is_empty(cells, row);
}

bool SheetShape::is_number(std::size_t column, std::size_t row) const {
    const metrics::Column& cells = sample_.columns[column];
    return row < cells.size() && cells.kind(row) == Kind::number;
}

std::string_view SheetShape::text(std::size_t column, std::size_t row) const {
    const metrics::Column& cells = sample_.columns[column];
    return row < cells.size() && cells.kind(row) == Kind::text ? metrics::trim(cells.text(row))
                                                               : std::string_view();
}

/// A row with a date in it is data. Other numbers may head a column, as the year 2024 does.
bool SheetShape::may_be_header(std::size_t row, ColumnSpan columns) const {
    bool any = false;
    for (std::size_t column = columns.first; column < columns.end; ++column) {
        const std::string_view words = text(column, row);
        if (!words.empty() && (reads_as_date(words) || words.size() > longest_header))
            return false;
        if (is_number(column, row) && holds_dates(below(column, row + 1)))
            return false;
        any = any || !words.empty();
    }
    return any;
}

/// Whether the row tells itself from the rows below: words above numbers or dates, or no number at all.
bool SheetShape::stands_above_figures(std::size_t row, ColumnSpan columns) const {
    bool numbers = false;
    for (std::size_t column = columns.first; column < columns.end; ++column) {
        if (!text(column, row).empty() && holds_figures(below(column, row + 1)))
            return true;
        numbers = numbers || is_number(column, row);
    }
    return !numbers;
}

/// Whether a row and the one below may be one header: the upper one has several words, the lower one no
/// numbers, and they complete each other where cells are merged.
bool SheetShape::join(std::size_t upper, ColumnSpan columns) const {
    if (!may_be_header(upper, columns) || !may_be_header(upper + 1, columns))
        return false;
    std::size_t words = 0;
    bool complete = false;
    for (std::size_t column = columns.first; column < columns.end; ++column) {
        if (is_number(column, upper) || is_number(column, upper + 1))
            return false;
        const bool above = !text(column, upper).empty();
        words += above ? 1 : 0;
        complete = complete || above == text(column, upper + 1).empty();
    }
    return words >= 2 && complete;
}

HeaderRows SheetShape::header_that_ends(SheetKind kind, std::size_t last, ColumnSpan columns) const {
    if (!may_be_header(last, columns))
        return {};
    const HeaderRows single{last, last + 1};
    if (last == 0 || !join(last - 1, columns))
        return single;
    const HeaderRows both{last - 1, last + 1};
    return fit(both, columns, kind) > fit(single, columns, kind) ? both : single;
}

HeaderRows SheetShape::header_of_range(SheetKind kind, std::size_t first_row, ColumnSpan columns) const {
    const auto is_header = [&](std::size_t row) {
        return may_be_header(row, columns) &&
               (stands_above_figures(row, columns) || fit({row, row + 1}, columns, kind).second > 0);
    };
    if (first_row < rows_ && is_header(first_row))
        return header_that_ends(kind, first_row, columns);
    for (std::size_t up = 1; up <= 2 && up <= first_row; ++up) {
        const HeaderRows above = header_that_ends(kind, first_row - up, columns);
        if (above.empty() || fit(above, columns, kind).second == 0)
            continue;
        const HeaderRows all = with_units(above, columns);
        if (all.end == first_row)
            return all;
    }
    return {};
}

HeaderRows SheetShape::with_units(HeaderRows header, ColumnSpan columns) const {
    bool any = false;
    for (std::size_t column = columns.first; column < columns.end; ++column) {
        if (!is_filled(column, header.end))
            continue;
        if (!is_unit(text(column, header.end)))
            return header;
        any = true;
    }
    return any ? HeaderRows{header.first, header.end + 1} : header;
}

/// The words for a column, from above. Where the upper row names a group of columns, it does so in the
/// group's first column, and every column of the group has a word in the row below.
std::vector<std::string> SheetShape::header_parts(HeaderRows rows, std::size_t column,
                                                  ColumnSpan columns) const {
    std::vector<std::string> parts;
    const auto add = [&parts](std::string_view words) {
        std::string line;
        for (const char letter : words) {
            const bool blank = letter == '\n' || letter == '\r' || letter == '\t' || letter == ' ';
            if (!blank || line.empty() || line.back() != ' ')
                line += blank ? ' ' : letter;
        }
        parts.push_back(std::move(line));
    };
    for (std::size_t row = rows.first; row < rows.end; ++row) {
        if (const std::string_view words = text(column, row); !words.empty()) {
            add(words);
            continue;
        }
        if (is_number(column, row)) {
            add(fmt::format("{}", sample_.columns[column].number(row)));
            continue;
        }
        if (row + 1 == rows.end || text(column, row + 1).empty() || is_unit(text(column, row + 1)))
            continue;
        std::size_t group = column;
        while (group > columns.first && !is_filled(group, row) && !text(group, row + 1).empty())
            --group;
        if (is_filled(group, row) && !text(group, row + 1).empty())
            add(text(group, row));
    }
    return parts;
}

std::string SheetShape::header(HeaderRows rows, std::size_t column, ColumnSpan columns) const {
    std::string all;
    for (const std::string& part : header_parts(rows, column, columns))
        all += (all.empty() ? "" : " ") + part;
    return all;
}

const std::vector<double>& SheetShape::role_scores(const std::string& header, SheetKind kind) const {
    const auto [known, is_new] = scores_.try_emplace({kind, header});
    if (is_new) {
        const std::string words = header_words(header);
        for (const Role& role : roles(kind))
            known->second.push_back(header_score(words, role));
    }
    return known->second;
}

double SheetShape::score(HeaderRows rows, std::size_t column, ColumnSpan columns, SheetKind kind,
                         std::size_t role) const {
    const std::vector<std::string> parts = header_parts(rows, column, columns);
    double best = 0;
    std::string lower;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!lower.empty())
            lower.insert(0, " ");
        lower.insert(0, *part);
        best = std::max(best, role_scores(lower, kind)[role]);
    }
    return best;
}

std::pair<int, double> SheetShape::fit(HeaderRows rows, ColumnSpan columns, SheetKind kind) const {
    const auto kinds_roles = roles(kind);
    int required = 0;
    double sum = 0;
    for (std::size_t role = 0; role < kinds_roles.size(); ++role) {
        double best = 0;
        for (std::size_t column = columns.first; column < columns.end; ++column)
            best = std::max(best, score(rows, column, columns, kind, role));
        if (best < header_names_role)
            continue;
        sum += best;
        required += kinds_roles[role].required ? 1 : 0;
    }
    return {required, sum};
}

std::size_t SheetShape::first_full_row() const {
    std::vector<std::size_t> filled(rows_);
    for (std::size_t column = 0; column < sample_.columns.size(); ++column)
        for (std::size_t row = 0; row < rows_; ++row)
            filled[row] += is_filled(column, row) ? 1 : 0;
    const std::size_t most = filled.empty() ? 0 : *std::max_element(filled.begin(), filled.end());
    const auto full = std::find_if(filled.begin(), filled.end(),
                                   [most](std::size_t count) { return count > 0 && 2 * count >= most; });
    return full == filled.end() ? 0 : static_cast<std::size_t>(full - filled.begin());
}

} // namespace perennial::dashboard
