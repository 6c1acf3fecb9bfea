#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The rows of a client sheet, under the conventions that hold for all of them: a first row with text where a
/// date (or the first number) belongs is the header, blank rows are passed over, and a row that cannot be
/// used is never left out in silence.
namespace perennial::metrics {

/// What the cells of a column are read as.
enum class Content {
    client,
    optional_client, ///< may be empty
    date,
    optional_date, ///< may be empty
    amount,
    optional_amount, ///< may be empty
    flag,            ///< holds when it is a date, TRUE or a number > 0; may be empty
};

struct Field {
    std::string_view name; ///< the word that sentences about this column use
    const Column* cells;
    Content content;
};

/// Why a row cannot be used. The first four are seen in a cell alone, the others in the row or the whole
/// sheet.
enum class Reason {
    missing,
    is_text,
    holds_error,
    out_of_range,
    before_start,    ///< an end that lies before its start
    circle,          ///< a referral that makes a client, through others, its own referrer
    second_referrer, ///< a referral of a client whom another one has referred already
    duplicate,       ///< a document number that an earlier row has
    total,           ///< a sum of rows above it
    written_number,  ///< a number that is written as text
};

struct BadRow {
    std::size_t row = 0;   ///< counted from 1 within the columns, the header included
    std::size_t field = 0; ///< which of the columns, from 0
    Reason reason{};

    bool operator==(const BadRow&) const = default;
};

/// Whether a cell holds nothing; a text of blanks is nothing.
bool is_empty(const Column& column, std::size_t row);

/// Amounts beyond this are no money: a sum of them could not be kept to the cent, nor squared.
inline constexpr double largest_amount = 1e100;

/// What columns of unequal length mean.
enum class Lengths {
    equal,  ///< they are bad data
    padded, ///< the shorter ones end with empty cells, which arrays lose
};

class Records {
public:
    /// `first_row` is the first row of data where that is known; otherwise a header is looked for.
    Records(NullDate null_date, std::vector<Field> fields, Lengths lengths = Lengths::equal,
            std::optional<std::size_t> first_row = {});

    std::size_t size() const { return size_; }
    /// The first row of data.
    std::size_t first_row() const { return first_; }
    std::span<const Field> fields() const { return fields_; }

    /// What is wrong with a row, in the order of the columns; none for a good row.
    std::optional<BadRow> fault(std::size_t row) const;

    /// "date is text"
    std::string sentence(const BadRow& bad) const;

    /// Visits each row, from 0, that is neither header nor blank.
    template <class Visitor>
    void each(Visitor visit) const {
        each_plain_or_other(
            first_, size_,
            [&](std::size_t first, std::size_t last) {
                for (std::size_t row = first; row < last; ++row)
                    visit(row);
            },
            [&](std::size_t row) {
                if (!is_blank(row))
                    visit(row);
            });
    }

    /// Visits the same rows; the first one that cannot be used is bad data, or the error that stands in it,
    /// where such rows are not to be passed over.
    template <class Visitor>
    void each_good(Visitor visit, bool passes_over_faults = false) const {
        each_run(
            [&](std::size_t first, std::size_t last) {
                for (std::size_t row = first; row < last; ++row)
                    visit(row);
            },
            passes_over_faults);
    }

    /// The most rows of a run: as many as stay in the nearest cache while each column is read in turn.
    static constexpr std::size_t longest_run = 512;

    /// Visits the same rows, as many in one go as follow each other: `visit(first, last)`, the latter past
    /// the end.
    template <class Visitor>
    void each_run(Visitor visit, bool passes_over_faults = false) const {
        each_run(first_, size_, visit, passes_over_faults);
    }

    /// The same for the rows from `begin` to before `end`, which lie between first_row() and size().
    template <class Visitor>
    void each_run(std::size_t begin, std::size_t end, Visitor visit, bool passes_over_faults) const {
        each_plain_or_other(begin, end, visit, [&](std::size_t row) {
            if (is_blank(row))
                return;
            const auto bad = fault(row);
            if (!bad)
                visit(row, row + 1);
            else if (!passes_over_faults)
                refuse(*bad);
        });
    }

    /// Whether a column holds nothing in a row.
    bool is_missing(std::size_t field, std::size_t row) const;

    /// Whether a flag of a good row holds.
    bool holds(std::size_t field, std::size_t row) const;

    /// The days in a date column of good rows that follow each other.
    void days(std::size_t field, std::size_t first, std::span<ShortDay> days) const;

    /// The day in a date column of a good row.
    Day day(std::size_t field, std::size_t row) const {
        return day_of(null_date_, fields_[field].cells->number(row)).value_or(null_date_.day);
    }

private:
    /// What the cells of a field are in almost every row: a number within limits, or a text.
    struct Plain {
        const Column* cells;
        double least;
        double below;
        bool may_be_text;
        bool may_be_empty;
    };

    /// Visits the rows in their order: runs of those seen at a glance to be filled and good, which need no
    /// further look, and one by one all others. A glance takes in the rows of a run, column by column; only
    /// where it finds something, they are looked at one by one.
    template <class PlainVisitor, class OtherVisitor>
    void each_plain_or_other(std::size_t begin, std::size_t end, PlainVisitor visit_plain,
                             OtherVisitor visit_other) const {
        for (std::size_t first = begin; first < end; first += longest_run) {
            const std::size_t last = std::min(first + longest_run, end);
            if (are_plain(first, last)) {
                visit_plain(first, last);
                continue;
            }
            for (std::size_t row = first; row < last; ++row)
                if (is_plain(row))
                    visit_plain(row, row + 1);
                else
                    visit_other(row);
        }
    }
    bool are_plain(std::size_t first, std::size_t last) const;
    bool is_plain(std::size_t row) const {
        for (const Plain& plain : plain_) {
            const Column& cells = *plain.cells;
            if (row >= cells.size())
                return false;
            if (cells.kind(row) == Column::Kind::number) {
                const double number = cells.number(row);
                if (!(number >= plain.least && number < plain.below))
                    return false;
            } else if (cells.kind(row) == Column::Kind::text) {
                if (!plain.may_be_text || cells.is_blank_text(cells.text_number(row)))
                    return false;
            } else if (cells.kind(row) != Column::Kind::empty || !plain.may_be_empty) {
                return false;
            }
        }
        return true;
    }
    bool is_blank(std::size_t row) const;
    std::size_t find_first_row() const;
    [[noreturn]] void refuse(const BadRow& bad) const;

    NullDate null_date_;
    std::vector<Field> fields_;
    std::vector<Plain> plain_;
    std::size_t size_ = 0;
    std::size_t first_ = 0;
};

} // namespace perennial::metrics
