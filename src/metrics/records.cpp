#include "metrics/records.hpp"

#include "metrics/error.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace perennial::metrics {

namespace {

/// A column that is shorter than the others holds nothing below its end.
bool is_absent(const Column& column, std::size_t row) {
    return row >= column.size() || is_empty(column, row);
}

bool may_be_empty(Content content) {
    return content == Content::optional_client || content == Content::optional_date ||
           content == Content::optional_amount || content == Content::flag;
}

bool is_client(Content content) {
    return content == Content::client || content == Content::optional_client;
}

bool is_date(Content content) {
    return content == Content::date || content == Content::optional_date;
}

std::optional<Reason> fault_of_cell(NullDate null_date, const Field& field, std::size_t row) {
    const Column& cells = *field.cells;
    if (is_absent(cells, row))
        return may_be_empty(field.content) ? std::nullopt : std::optional(Reason::missing);
    if (cells.kind(row) == Column::Kind::error)
        return Reason::holds_error;
    const bool is_number = cells.kind(row) == Column::Kind::number;
    switch (field.content) {
    case Content::client:
    case Content::optional_client:
        if (is_number && !std::isfinite(cells.number(row)))
            return Reason::out_of_range;
        return std::nullopt;
    case Content::date:
    case Content::optional_date:
        if (!is_number)
            return Reason::is_text;
        if (!day_of(null_date, cells.number(row)))
            return Reason::out_of_range;
        return std::nullopt;
    case Content::amount:
    case Content::optional_amount:
    case Content::flag:
        if (!is_number)
            return Reason::is_text;
        if (!(std::abs(cells.number(row)) <= largest_amount))
            return Reason::out_of_range;
        return std::nullopt;
    }
    return std::nullopt;
}

std::string_view phrase(Reason reason) {
    switch (reason) {
    case Reason::missing:
        return "is missing";
    case Reason::is_text:
        return "is text";
    case Reason::holds_error:
        return "holds an error";
    case Reason::before_start:
        return "lies before the start";
    case Reason::circle:
        return "closes a circle of referrals";
    case Reason::second_referrer:
        return "is a second referrer";
    case Reason::duplicate:
        return "stands in an earlier row";
    case Reason::total:
        return "is a total";
    case Reason::written_number:
        return "is a number written as text";
    case Reason::out_of_range:
        break;
    }
    return "is out of range";
}

} // namespace

bool is_empty(const Column& column, std::size_t row) {
    switch (column.kind(row)) {
    case Column::Kind::empty:
        return true;
    case Column::Kind::text:
        return column.is_blank_text(column.text_number(row));
    case Column::Kind::number:
    case Column::Kind::error:
        break;
    }
    return false;
}

Records::Records(NullDate null_date, std::vector<Field> fields, Lengths lengths,
                 std::optional<std::size_t> first_row)
    : null_date_(null_date), fields_(std::move(fields)) {
    size_ = fields_.front().cells->size();
    // A row of nothing but empty cells is no row of the sheet.
    const bool is_told = !std::all_of(fields_.begin(), fields_.end(),
                                      [](const Field& field) { return may_be_empty(field.content); });
    for (const Field& field : fields_) {
        const std::size_t size = field.cells->size();
        if (size != size_ && lengths == Lengths::equal)
            fail(Fault::bad_data, "the column of the {} has {} rows, that of the {} {}", fields_.front().name,
                 size_, field.name, size);
        size_ = std::max(size_, size);
        const bool may_be_plain_empty = is_told && may_be_empty(field.content);
        if (is_date(field.content))
            plain_.push_back({field.cells, serial_of(null_date, earliest_day),
                              serial_of(null_date, latest_day) + 1, false, may_be_plain_empty});
        else
            plain_.push_back(
                {field.cells, -largest_amount, largest_amount, is_client(field.content), may_be_plain_empty});
    }
    first_ = first_row.value_or(find_first_row());
}

bool Records::are_plain(std::size_t first, std::size_t last) const {
    return std::all_of(plain_.begin(), plain_.end(), [first, last](const Plain& plain) {
        const Column& cells = *plain.cells;
        return last <= cells.size() &&
               ((plain.may_be_text && cells.are_filled_texts(first, last)) ||
                cells.are_numbers(first, last, plain.least, plain.below, plain.may_be_empty));
    });
}

bool Records::is_blank(std::size_t row) const {
    return std::all_of(fields_.begin(), fields_.end(),
                       [row](const Field& field) { return is_absent(*field.cells, row); });
}

std::size_t Records::find_first_row() const {
    std::size_t row = 0;
    while (row < size_ && is_blank(row))
        ++row;
    auto telling = std::find_if(fields_.begin(), fields_.end(),
                                [](const Field& field) { return is_date(field.content); });
    if (telling == fields_.end())
        telling = std::find_if(fields_.begin(), fields_.end(), [](const Field& field) {
            return field.content == Content::amount || field.content == Content::flag;
        });
    const bool header = row < size_ && telling != fields_.end() && !is_absent(*telling->cells, row) &&
                        telling->cells->kind(row) == Column::Kind::text;
    return header ? row + 1 : row;
}

std::optional<BadRow> Records::fault(std::size_t row) const {
    for (std::size_t index = 0; index < fields_.size(); ++index)
        if (const auto reason = fault_of_cell(null_date_, fields_[index], row))
            return BadRow{row + 1, index, *reason};
    return std::nullopt;
}

std::string Records::sentence(const BadRow& bad) const {
    return fmt::format("{} {}", fields_[bad.field].name, phrase(bad.reason));
}

void Records::refuse(const BadRow& bad) const {
    if (bad.reason == Reason::holds_error)
        throw CellError(fields_[bad.field].cells->error(bad.row - 1));
    fail(Fault::bad_data, "row {}: {}", bad.row, sentence(bad));
}

bool Records::is_missing(std::size_t field, std::size_t row) const {
    return is_absent(*fields_[field].cells, row);
}

void Records::days(std::size_t field, std::size_t first, std::span<ShortDay> days) const {
    const Column& cells = *fields_[field].cells;
    const auto start = static_cast<std::int32_t>(null_date_.day.time_since_epoch().count());
    for (std::size_t index = 0; index < days.size(); ++index) {
        const double serial = cells.number(first + index);
        const auto towards_zero = static_cast<std::int32_t>(serial);
        days[index] = ShortDay(ShortDay::duration(start + towards_zero - (towards_zero > serial ? 1 : 0)));
    }
}

bool Records::holds(std::size_t field, std::size_t row) const {
    const Column& cells = *fields_[field].cells;
    return row < cells.size() && cells.kind(row) == Column::Kind::number && cells.number(row) > 0;
}

} // namespace perennial::metrics
