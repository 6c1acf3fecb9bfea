#include "dashboard/mapping.hpp"

#include "dashboard/header_match.hpp"
#include "dashboard/sheet_shape.hpp"
#include "metrics/records.hpp"

#include <algorithm>
#include <utility>

namespace perennial::dashboard {

namespace {

constexpr double content_fits = 25;
constexpr double content_contradicts = -60;

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

/// Where a table stands: its columns, and the rows of its header.
struct Place {
    ColumnSpan columns;
    HeaderRows header;
};

class Guess {
public:
    Guess(Mapping& mapping, const SheetShape& shape, const Place& place)
        : mapping_(mapping),
          shape_(shape),
          place_(place),
          roles_(roles(mapping.kind)),
          used_(place.columns.end) {
        mapping_.columns.assign(roles_.size(), std::nullopt);
    }

    void by_headers() {
        struct Candidate {
            double score;
            std::size_t role;
            std::size_t column;
        };
        std::vector<Candidate> candidates;
        for (std::size_t column = place_.columns.first; column < place_.columns.end; ++column)
            for (std::size_t role = 0; role < roles_.size(); ++role) {
                const double named = shape_.score(place_.header, column, place_.columns, mapping_.kind, role);
                const double score = named + support(contents(column), roles_[role].content);
                if (named > 0 && score >= header_names_role)
                    candidates.push_back({score, role, column});
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
    const Contents& contents(std::size_t column) const { return shape_.below(column, place_.header.end); }

    std::optional<std::size_t> best_by_contents(Content content) const {
        std::optional<std::size_t> found;
        double best = 0;
        for (std::size_t column = place_.columns.first; column < place_.columns.end; ++column)
            if (const double score = used_[column] ? 0 : content_score(contents(column), content);
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
    const SheetShape& shape_;
    Place place_;
    std::span<const Role> roles_;
    std::vector<bool> used_;
};

/// The header that fits best, wherever it stands; the first of several that fit as well.
std::optional<Place> best_place(SheetKind kind, const SheetShape& shape, std::span<const int> wanted) {
    std::optional<Place> found;
    std::pair<int, double> best{0, 0};
    for (std::size_t row = 0; row < shape.rows(); ++row)
        for (const ColumnSpan columns : shape.tables(row)) {
            const HeaderRows header = shape.header_that_ends(kind, row, columns);
            const bool holds_wanted = std::all_of(wanted.begin(), wanted.end(), [columns](int column) {
                return columns.first <= static_cast<std::size_t>(column) &&
                       static_cast<std::size_t>(column) < columns.end;
            });
            if (header.empty() || !holds_wanted)
                continue;
            if (const auto fit = shape.fit(header, columns, kind); fit > best) {
                best = fit;
                found = Place{columns, header};
            }
        }
    return found;
}

/// The role whose cell in the first row tells the functions a header: the first one of dates, else of
/// numbers, else the first one.
std::size_t telling_role(const Mapping& mapping) {
    const auto kinds_roles = roles(mapping.kind);
    for (const Content content : {Content::date, Content::number})
        for (std::size_t role = 0; role < kinds_roles.size(); ++role)
            if (kinds_roles[role].content == content && mapping.columns[role])
                return role;
    return 0;
}

Mapping guess_at(SheetKind kind, const Sample& sample, const SheetShape& shape, const Place& place) {
    Mapping mapping{.kind = kind, .sheet = sample.sheet, .first_row = 0, .columns = {}};
    Guess guess(mapping, shape, place);
    guess.by_headers();
    guess.by_contents();
    const HeaderRows header = place.header;
    mapping.first_row = static_cast<int>(header.end);
    // The range begins with the last row of the header, so that a row inserted below it is in the range; but
    // with the first row of data where that row would not be known as a header.
    if (const auto telling = mapping.columns[telling_role(mapping)];
        !header.empty() &&
        (!telling || !shape.text(static_cast<std::size_t>(*telling), header.end - 1).empty()))
        --mapping.first_row;
    return mapping;
}

/// Looks for another table below the one in these columns.
class BelowTable {
public:
    BelowTable(SheetKind kind, std::span<const metrics::Column* const> columns)
        : roles_(roles(kind)), columns_(columns) {
        for (std::size_t role = 0; role < columns.size(); ++role)
            if (columns[role]) {
                rows_ = std::max(rows_, columns[role]->size());
                figures_ = figures_ || roles_[role].content != Content::text;
            }
    }

    std::optional<std::size_t> end() const {
        std::size_t row = next(0, false);
        while (true) {
            const std::size_t gap = next(row, true);
            row = next(gap, false);
            if (row >= rows_)
                return std::nullopt;
            // Titles of the next table may stand above its header.
            for (std::size_t below = row; below < rows_ && below <= row + most_titles; ++below) {
                if (is_header(below) && below + 1 < rows_)
                    return row - 1;
                if (!is_title(below))
                    break;
            }
        }
    }

private:
    static constexpr std::size_t most_titles = 3;
    static constexpr double names_surely = 80;

    bool is_filled(std::size_t role, std::size_t row) const {
        return columns_[role] && row < columns_[role]->size() && !metrics::is_empty(*columns_[role], row);
    }

    bool is_blank(std::size_t row) const {
        for (std::size_t role = 0; role < columns_.size(); ++role)
            if (is_filled(role, row))
                return false;
        return true;
    }

    /// The next row, this one or below, that is blank or is not.
    std::size_t next(std::size_t row, bool blank) const {
        while (row < rows_ && is_blank(row) != blank)
            ++row;
        return row;
    }

    /// The texts of a row, none where it holds anything else.
    std::size_t texts(std::size_t row) const {
        std::size_t count = 0;
        for (std::size_t role = 0; role < columns_.size(); ++role) {
            if (!is_filled(role, row))
                continue;
            if (columns_[role]->kind(row) != metrics::Column::Kind::text)
                return 0;
            ++count;
        }
        return count;
    }

    bool is_title(std::size_t row) const { return texts(row) <= 1 && (is_blank(row) || texts(row) == 1); }

    /// Only texts, and one that names a role of some kind where a date or number belongs.
    bool is_header(std::size_t row) const {
        if (texts(row) < 2)
            return false;
        for (std::size_t role = 0; role < columns_.size(); ++role)
            if (is_filled(role, row) && (!figures_ || roles_[role].content != Content::text) &&
                names_any_role(columns_[role]->text(row)))
                return true;
        return false;
    }

    static bool names_any_role(std::string_view text) {
        const std::string words = header_words(text);
        for (const SheetKind kind : sheet_kinds)
            for (const Role& role : roles(kind))
                if (header_score(words, role) >= names_surely)
                    return true;
        return false;
    }

    std::span<const Role> roles_;
    std::span<const metrics::Column* const> columns_;
    std::size_t rows_ = 0;
    bool figures_ = false; ///< whether columns of dates or numbers are among them
};

Mapping with_end(Mapping mapping, const Sample& sample) {
    std::vector<metrics::Column> below;
    below.reserve(mapping.columns.size());
    std::vector<const metrics::Column*> columns;
    for (const auto column : mapping.columns) {
        columns.push_back(nullptr);
        if (column)
            columns.back() = &below.emplace_back(sample.columns[static_cast<std::size_t>(*column)].from(
                static_cast<std::size_t>(mapping.first_row)));
    }
    if (const auto end = table_end(mapping, columns))
        mapping.last_row = mapping.first_row + static_cast<int>(*end);
    return mapping;
}

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

Mapping guess_mapping(SheetKind kind, const Sample& sample, std::span<const int> wanted) {
    const SheetShape shape(sample);
    const ColumnSpan all{0, sample.columns.size()};
    Place place{all, {}};
    if (const auto best = best_place(kind, shape, wanted)) {
        place = {best->columns, shape.with_units(best->header, best->columns)};
    } else {
        const std::size_t first = shape.first_full_row();
        place.header = shape.header_of_range(kind, first, all);
        if (place.header.empty())
            place.header = {first, first};
    }
    const Mapping found = guess_at(kind, sample, shape, place);
    if (found.complete())
        return with_end(found, sample);
    // What looks like two tables may be one with an empty column in it.
    place.columns = all;
    const Mapping wider = guess_at(kind, sample, shape, place);
    return with_end(wider.complete() ? wider : found, sample);
}

std::optional<std::size_t> table_end(const Mapping& mapping,
                                     std::span<const metrics::Column* const> columns) {
    return BelowTable(mapping.kind, columns).end();
}

std::string header(const Sample& sample, const Mapping& mapping, int column) {
    const auto index = static_cast<std::size_t>(column);
    const auto first = static_cast<std::size_t>(mapping.first_row);
    const SheetShape shape(sample);
    for (const ColumnSpan columns : shape.tables(first > 1 ? first - 2 : 0))
        if (column >= 0 && index >= columns.first && index < columns.end) {
            const HeaderRows rows = shape.header_of_range(mapping.kind, first, columns);
            if (std::string text = shape.header(rows, index, columns); !text.empty())
                return text;
        }
    return column_letters(column);
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
