#include "dashboard/sheet_check.hpp"

#include "dashboard/header_match.hpp"
#include "metrics/client_book.hpp"
#include "metrics/mrr.hpp"
#include "metrics/referrers.hpp"

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>
#include <string>
#include <utility>

namespace perennial::dashboard {

namespace {

using metrics::Column;
using metrics::Day;
using metrics::Reason;
using RowContent = metrics::Content;

RowContent row_content(SheetKind kind, const Role& role) {
    // The steps of a referral hold a date, a number or a word for yes or no.
    if (kind == SheetKind::referrals && role.content == Content::date && !role.required)
        return RowContent::optional_client;
    switch (role.content) {
    case Content::date:
        return role.required ? RowContent::date : RowContent::optional_date;
    case Content::number:
        return role.required ? RowContent::amount : RowContent::optional_amount;
    case Content::text:
        break;
    }
    return role.required ? RowContent::client : RowContent::optional_client;
}

/// What is longer is no number.
constexpr std::size_t longest_number = 40;

/// The words that name a total, as metrics::label_words gives them.
constexpr std::array<std::string_view, 18> total_labels = {
    "total", "totals", "grand total", "subtotal", "sub total", "sum",  "total sum", "sum total", "合计",
    "总计",  "总和",   "共计",        "小计",     "合計",      "總計", "總和",      "共計",      "小計"};

/// "1.234,50 €", "¥1,200", "(120.00)", "EUR 5": digits, with nothing but signs and a unit around them.
bool is_written_number(std::string_view text) {
    std::string letters = metrics::half_width(text);
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (std::none_of(letters.begin(), letters.end(), is_digit) || letters.size() > longest_number ||
        metrics::read_date(letters, metrics::DateOrder::year_first))
        return false;
    // Credit notes stand in brackets, and what is in brackets counts as no word.
    std::replace_if(
        letters.begin(), letters.end(),
        [&](char letter) { return is_digit(letter) || letter == '(' || letter == ')'; }, ' ');
    return metrics::label_words(letters).empty() || is_unit(letters);
}

/// How a text says that its row is a total: not at all, as one among other words ("Total January", which a
/// company may be called, too), or by nothing else.
enum class TotalLabel { none, among_words, alone };

TotalLabel total_label(std::string_view text) {
    const std::string words = metrics::label_words(text);
    TotalLabel found = TotalLabel::none;
    for (const std::string_view label : total_labels) {
        if (words == label)
            return TotalLabel::alone;
        const bool english = (label.front() & 0x80) == 0;
        const std::string apart = (english ? " " : "") + std::string(label);
        if (words.ends_with(apart) || (words.starts_with(label) && (!english || words[label.size()] == ' ')))
            found = TotalLabel::among_words;
    }
    return found;
}

/// The sums of a column of numbers, by which a total of it is known: of all rows so far, and of those since
/// the last total.
class RunningSums {
public:
    void add(double number) {
        all_.add(number);
        part_.add(number);
    }

    bool is_total(double number) const { return all_.is(number) || part_.is(number); }

    void begin_part() { part_ = {}; }

private:
    struct Sum {
        double value = 0;
        double size = 0; ///< sum of the absolute values, by which rounding is judged
        std::size_t numbers = 0;

        void add(double number) {
            value += number;
            size += std::abs(number);
            ++numbers;
        }
        bool is(double number) const {
            constexpr double cent = 0.005;
            constexpr double rounding = 1e-12;
            return numbers > 1 && number != 0 && std::abs(number - value) < cent + rounding * size;
        }
    };

    Sum all_, part_;
};

/// Document numbers that were met, each with the client and day of the row that had it first.
class Documents {
public:
    struct Entry {
        std::uint32_t client;
        Day day;
        double amount;
        std::uint32_t product;
    };

    /// Whether an earlier row stands for the same document, and this one is no further line of it.
    bool is_duplicate(const Column& numbers, std::size_t row, const Entry& entry) {
        metrics::fold_cell(numbers, row, key_);
        std::erase(key_, ' ');
        // An invoice and its credit note may share their number.
        key_ += entry.amount < 0 ? '-' : '+';
        const auto [known, is_new] = first_.try_emplace(key_, Head{first_.size(), entry.client, entry.day});
        const Line line{known->second.number, entry.amount, entry.product};
        if (is_new) {
            lines_.insert(line);
            return false;
        }
        const bool same_document = known->second.client == entry.client && known->second.day == entry.day;
        return !same_document || !lines_.insert(line).second;
    }

private:
    struct Head {
        std::size_t number;
        std::uint32_t client;
        Day day;
    };
    struct Line {
        std::size_t document;
        double amount;
        std::uint32_t product;

        bool operator==(const Line&) const = default;

        friend std::size_t hash_value(const Line& line) {
            std::size_t seed = line.document;
            boost::hash_combine(seed, line.amount);
            boost::hash_combine(seed, line.product);
            return seed;
        }
    };

    boost::unordered_flat_map<std::string, Head> first_;
    boost::unordered_flat_set<Line, boost::hash<Line>> lines_;
    std::string key_;
};

class Check {
public:
    Check(const Mapping& mapping, metrics::NullDate null_date, metrics::DateOrder order,
          std::span<const Column* const> columns)
        : kind_(mapping.kind), roles_(roles(mapping.kind)), order_(order), columns_(columns) {
        std::vector<metrics::Field> fields;
        for (std::size_t role = 0; role < roles_.size(); ++role) {
            if (columns_[role] == nullptr)
                continue;
            const RowContent content = row_content(kind_, roles_[role]);
            const Column* cells = columns_[role];
            if (roles_[role].content == Content::number)
                number_roles_.push_back(role);
            if (roles_[role].content == Content::date) {
                written_.push_back(cells);
                if (mapping.text_dates)
                    cells = &read_.emplace_back(metrics::read_dates(*cells, null_date, order));
            }
            field_of_role_[role] = fields.size();
            fields.push_back({roles_[role].key, cells, content});
            role_of_field_.push_back(role);
        }
        const std::size_t first = first_row_of_data(fields);
        records_.emplace(null_date, std::move(fields), metrics::Lengths::padded, first);
    }

    SheetReport run(const Breath& breath) {
        records_->each([&](std::size_t row) {
            if (breath && row % rows_between_breaths == 0)
                breath(static_cast<double>(row) / static_cast<double>(records_->size()));
            report_.text_dates += std::any_of(written_.begin(), written_.end(), [&](const Column* column) {
                return row < column->size() && metrics::read_date(*column, row, order_);
            });
            const auto bad = records_->fault(row);
            std::optional<RowFault> fault = total(row, bad.has_value());
            if (!fault && bad)
                fault = RowFault{row, role_of_field_[bad->field], reason_of(*bad, row)};
            if (!fault)
                fault = fault_of_row(row);
            if (!fault) {
                measure(row);
                fault = fault_of_sheet(row);
            }
            if (fault)
                report_.faults.push_back(*fault);
            else
                ++report_.good;
        });
        if (report_.extent.first)
            report_.extent.months = metrics::period_of(*report_.extent.last, metrics::Unit::month) -
                                    metrics::period_of(*report_.extent.first, metrics::Unit::month) + 1;
        return std::move(report_);
    }

private:
    static constexpr std::size_t most_roles = 32;
    static constexpr std::size_t rows_between_breaths = 16384;

    static bool is_filled(const Column& column, std::size_t row) {
        return row < column.size() && !metrics::is_empty(column, row);
    }

    std::size_t role(std::string_view key) const {
        const auto found =
            std::find_if(roles_.begin(), roles_.end(), [key](const Role& role) { return role.key == key; });
        return static_cast<std::size_t>(found - roles_.begin());
    }

    /// The row below the header, where there is one: text where a date or number belongs, as for the
    /// functions, but not a date that is written as text. Where no column would tell, a word that names its
    /// column's role.
    std::size_t first_row_of_data(const std::vector<metrics::Field>& fields) {
        std::size_t rows = 0;
        for (const metrics::Field& field : fields)
            rows = std::max(rows, field.cells->size());
        std::size_t row = 0;
        const auto is_blank = [&] {
            return std::none_of(fields.begin(), fields.end(),
                                [&](const metrics::Field& field) { return is_filled(*field.cells, row); });
        };
        while (row < rows && is_blank())
            ++row;
        if (row == rows)
            return row;
        auto telling = std::find_if(fields.begin(), fields.end(), [](const metrics::Field& field) {
            return field.content == RowContent::date || field.content == RowContent::optional_date;
        });
        if (telling == fields.end())
            telling = std::find_if(fields.begin(), fields.end(), [](const metrics::Field& field) {
                return field.content == RowContent::amount || field.content == RowContent::optional_amount;
            });
        if (telling != fields.end()) {
            const bool header = is_filled(*telling->cells, row) &&
                                telling->cells->kind(row) == Column::Kind::text &&
                                !metrics::read_date(*telling->cells, row, order_);
            report_.has_header = header;
            return header ? row + 1 : row;
        }
        for (std::size_t index = 0; index < fields.size(); ++index) {
            const Column& cells = *fields[index].cells;
            if (is_filled(cells, row) && cells.kind(row) == Column::Kind::text &&
                header_score(header_words(cells.text(row)), roles_[role_of_field_[index]]) >=
                    header_names_role) {
                report_.has_header = true;
                return row + 1;
            }
        }
        return row;
    }

    /// The cells of a role as the functions read them, none where no column plays it or the cell is empty.
    const Column* filled(std::size_t role, std::size_t row) const {
        if (columns_[role] == nullptr || records_->is_missing(field_of_role_[role], row))
            return nullptr;
        return records_->fields()[field_of_role_[role]].cells;
    }

    std::optional<double> number(std::size_t role, std::size_t row) const {
        const Column* cells = filled(role, row);
        return cells ? std::optional(cells->number(row)) : std::nullopt;
    }

    std::optional<Day> day(std::size_t role, std::size_t row) const {
        return filled(role, row) ? std::optional(records_->day(field_of_role_[role], row)) : std::nullopt;
    }

    Reason reason_of(const metrics::BadRow& bad, std::size_t row) const {
        const std::size_t role = role_of_field_[bad.field];
        return bad.reason == Reason::is_text && roles_[role].content == Content::number &&
                       is_written_number(columns_[role]->text(row))
                   ? Reason::written_number
                   : bad.reason;
    }

    /// A row that sums up rows above it. Its label tells it where it holds no more than a total does; where
    /// it might be an entry of its own, as a company may be called Total, a number must be the sum as well.
    std::optional<RowFault> total(std::size_t row, bool has_fault) {
        std::optional<std::size_t> sum;
        for (const std::size_t role : number_roles_)
            if (const auto value = own_number(role, row); value && sums_[role].is_total(*value) && !sum)
                sum = role;
        std::optional<std::size_t> place;
        if (has_fault || sum)
            place = place_of_total(row, has_fault, sum);
        for (const std::size_t role : number_roles_)
            if (place)
                sums_[role].begin_part();
            else if (const auto value = own_number(role, row))
                sums_[role].add(*value);
        return place ? std::optional(RowFault{row, *place, Reason::total}) : std::nullopt;
    }

    /// Where a row says that it is a total: its label or, where it has nothing else, its sum.
    std::optional<std::size_t> place_of_total(std::size_t row, bool has_fault,
                                              std::optional<std::size_t> sum) const {
        bool only_numbers = true;
        for (std::size_t role = 0; role < roles_.size(); ++role) {
            if (columns_[role] == nullptr || roles_[role].content == Content::number ||
                !is_filled(*columns_[role], row))
                continue;
            only_numbers = false;
            if (columns_[role]->kind(row) != Column::Kind::text)
                continue;
            const TotalLabel label = total_label(columns_[role]->text(row));
            if ((label == TotalLabel::alone && (has_fault || sum)) ||
                (label == TotalLabel::among_words && sum))
                return role;
        }
        return only_numbers ? sum : std::nullopt;
    }

    /// The number of a role as it stands in the user's sheet.
    std::optional<double> own_number(std::size_t role, std::size_t row) const {
        const Column& cells = *columns_[role];
        return row < cells.size() && cells.kind(row) == Column::Kind::number
                   ? std::optional(cells.number(row))
                   : std::nullopt;
    }

    /// What is wrong with a row whose cells are all sound.
    std::optional<RowFault> fault_of_row(std::size_t row) const {
        if (kind_ != SheetKind::contracts)
            return std::nullopt;
        if (const auto fault = fault_of_value(row))
            return fault;
        const auto before = [&](std::size_t from, std::size_t to) {
            const auto start = day(from, row);
            const auto end = day(to, row);
            return start && end && *end < *start;
        };
        if (before(start_, end_))
            return RowFault{row, end_, Reason::before_start};
        if (before(paused_from_, paused_to_))
            return RowFault{row, paused_to_, Reason::before_start};
        return std::nullopt;
    }

    /// What a contract is worth a month must be in the row.
    std::optional<RowFault> fault_of_value(std::size_t row) const {
        if (const auto monthly = number(monthly_, row)) {
            return std::abs(*monthly) <= metrics::largest_mrr
                       ? std::nullopt
                       : std::optional(RowFault{row, monthly_, Reason::out_of_range});
        }
        const auto amount = number(amount_, row);
        const auto months = number(months_, row);
        const bool by_months = columns_[amount_] != nullptr && columns_[months_] != nullptr;
        if (!by_months || (columns_[monthly_] != nullptr && !amount && !months))
            return RowFault{row, monthly_, Reason::missing};
        if (!amount || !months)
            return RowFault{row, amount ? months_ : amount_, Reason::missing};
        if (*months <= 0)
            return RowFault{row, months_, Reason::out_of_range};
        if (!(std::abs(*amount / *months) <= metrics::largest_mrr))
            return RowFault{row, amount_, Reason::out_of_range};
        return std::nullopt;
    }

    /// What is wrong with a sound row among those above it.
    std::optional<RowFault> fault_of_sheet(std::size_t row) {
        if (kind_ == SheetKind::referrals) {
            switch (referrers_.link(clients_.number_of(*columns_[referred_], row),
                                    clients_.number_of(*columns_[referrer_], row))) {
            case metrics::Referrers::Link::circle:
                return RowFault{row, referrer_, Reason::circle};
            case metrics::Referrers::Link::second_referrer:
                return RowFault{row, referrer_, Reason::second_referrer};
            case metrics::Referrers::Link::known:
            case metrics::Referrers::Link::made:
                return std::nullopt;
            }
        }
        if (kind_ == SheetKind::ledger && filled(document_, row)) {
            const Documents::Entry entry{
                clients_.number_of(*columns_[client_], row), *day(date_, row), *number(amount_, row),
                filled(product_, row) ? products_.number_of(*columns_[product_], row) : UINT32_MAX};
            if (documents_.is_duplicate(*columns_[document_], row, entry))
                return RowFault{row, document_, Reason::duplicate};
        }
        return std::nullopt;
    }

    void measure(std::size_t row) {
        Extent& extent = report_.extent;
        ++extent.rows;
        for (const std::size_t date : {date_, start_, end_})
            if (const auto found = date < roles_.size() ? day(date, row) : std::nullopt) {
                extent.first = std::min(extent.first.value_or(*found), *found);
                extent.last = std::max(extent.last.value_or(*found), *found);
            }
    }

    SheetKind kind_;
    std::span<const Role> roles_;
    metrics::DateOrder order_;
    std::span<const Column* const> columns_;
    std::vector<const Column*> written_; ///< columns of dates as they stand in the sheet
    std::deque<Column> read_;
    std::array<std::size_t, most_roles> field_of_role_{};
    std::vector<std::size_t> role_of_field_;
    std::vector<std::size_t> number_roles_;
    std::array<RunningSums, most_roles> sums_;
    std::optional<metrics::Records> records_;

    // The roles by name; one past the last where the kind has no such role.
    std::size_t client_ = role("client");
    std::size_t date_ = role("date");
    std::size_t start_ = role("start");
    std::size_t end_ = role("end");
    std::size_t amount_ = role("amount");
    std::size_t monthly_ = role("monthly");
    std::size_t months_ = role("months");
    std::size_t paused_from_ = role("paused_from");
    std::size_t paused_to_ = role("paused_to");
    std::size_t referrer_ = role("referrer");
    std::size_t referred_ = role("referred");
    std::size_t document_ = role("document");
    std::size_t product_ = role("product");

    metrics::ClientBook clients_;
    metrics::ClientBook products_;
    metrics::Referrers referrers_;
    Documents documents_;
    SheetReport report_;
};

} // namespace

SheetReport check_sheet(const Mapping& mapping, metrics::NullDate null_date, metrics::DateOrder order,
                        std::span<const metrics::Column* const> columns, const Breath& breath) {
    if (!mapping.complete())
        return {};
    return Check(mapping, null_date, order, columns).run(breath);
}

} // namespace perennial::dashboard
