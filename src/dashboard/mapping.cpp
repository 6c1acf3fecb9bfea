#include "dashboard/mapping.hpp"

#include "dashboard/header_match.hpp"
#include "dashboard/sheet_shape.hpp"

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
std::optional<Place> best_place(SheetKind kind, const SheetShape& shape) {
    std::optional<Place> found;
    std::pair<int, double> best{0, 0};
    for (std::size_t row = 0; row < shape.rows(); ++row)
        for (const ColumnSpan columns : shape.tables(row)) {
            const HeaderRows header = shape.header_that_ends(kind, row, columns);
            if (header.empty())
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
    const SheetShape shape(sample);
    const ColumnSpan all{0, sample.columns.size()};
    Place place{all, {}};
    if (const auto best = best_place(kind, shape)) {
        place = {best->columns, shape.with_units(best->header, best->columns)};
    } else {
        const std::size_t first = shape.first_full_row();
        place.header = shape.header_of_range(kind, first, all);
        if (place.header.empty())
            place.header = {first, first};
    }
    const Mapping found = guess_at(kind, sample, shape, place);
    if (found.complete())
        return found;
    // What looks like two tables may be one with an empty column in it.
    place.columns = all;
    const Mapping wider = guess_at(kind, sample, shape, place);
    return wider.complete() ? wider : found;
}

std::string header(const Sample& sample, const Mapping& mapping, int column) {
    const auto index = static_cast<std::size_t>(column);
    const auto first = static_cast<std::size_t>(mapping.first_row);
    const SheetShape shape(sample);
    for (const ColumnSpan columns : shape.tables(first > 1 ? first - 2 : 0))
        if (column >= 0 && index >= columns.first && index < columns.end) {
            const HeaderRows rows = shape.header_of_range(mapping.kind, first, columns);
            if (const std::string text = shape.header(rows, index, columns); !text.empty())
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
