#include "dashboard/check_list.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr std::size_t most_entries = 2000;
constexpr int first_row = 3;

template <class... Values>
std::string filled(catalog::Language language, catalog::Text words, Values&&... values) {
    return fmt::format(fmt::runtime(catalog::translated(words, language)), std::forward<Values>(values)...);
}

std::vector<std::string> remark_sentences(const Remarks& remarks, catalog::Language language) {
    std::vector<std::string> all;
    if (remarks.text_dates > 0)
        all.push_back(
            filled(language,
                   remarks.text_dates_read
                       ? text("Dates written as text, read as dates: {count}")
                       : text("Dates that are text and can be read: {count} (map with TextDates=yes)"),
                   fmt::arg("count", fmt::group_digits(remarks.text_dates))));
    if (remarks.hidden_rows > 0)
        all.push_back(filled(language, text("Hidden or filtered rows, which count all the same: {count}"),
                             fmt::arg("count", fmt::group_digits(remarks.hidden_rows))));
    return all;
}

std::string count_sentence(std::span<const CheckedSheet> sheets, catalog::Language language) {
    std::size_t rows = 0;
    std::size_t aside = 0;
    for (const CheckedSheet& sheet : sheets) {
        rows += sheet.rows_used + sheet.findings.size();
        aside += sheet.findings.size();
    }
    return filled(language,
                  aside == 0 ? text("All {rows} rows can be used")
                             : text("{aside} of {rows} rows cannot be used"),
                  fmt::arg("rows", fmt::group_digits(rows)), fmt::arg("aside", fmt::group_digits(aside)));
}

/// Rows of one sheet that have the same reason, and the first of them.
struct Count {
    const Finding* first;
    std::size_t rows;
};

/// The reasons of a sheet, the most frequent first.
std::vector<Count> counts(const CheckedSheet& sheet) {
    std::map<std::string_view, Count> by_reason;
    for (const Finding& finding : sheet.findings)
        ++by_reason.try_emplace(finding.reason, Count{&finding, 0}).first->second.rows;
    std::vector<Count> all;
    all.reserve(by_reason.size());
    for (const auto& [reason, count] : by_reason)
        all.push_back(count);
    std::stable_sort(all.begin(), all.end(),
                     [](const Count& left, const Count& right) { return left.rows > right.rows; });
    return all;
}

std::string cell(const Finding& finding) {
    return relative(Spot{finding.column, finding.row});
}

/// A link to the cell of a finding; `shown` is what stands in the cell, as a formula.
std::string link(const Finding& finding, const std::string& shown) {
    return fmt::format("=HYPERLINK({};{})",
                       quoted("#" + sheet_reference(finding.sheet) + "." + cell(finding)), shown);
}

class Page {
public:
    Page(Canvas& canvas, std::span<const CheckedSheet> sheets, catalog::Language language)
        : canvas_(canvas), sheets_(sheets), language_(language) {
        for (const CheckedSheet& sheet : sheets)
            findings_ += sheet.findings.size();
    }

    void draw() {
        lay_out();
        canvas_.style({{0, 0}, 3, 1}, Style::title);
        canvas_.text({0, 0}, words(text("Data check")));
        canvas_.style({{0, 1}, 3, 1}, Style::subtitle);
        canvas_.text({0, 1}, count_sentence(sheets_, language_));
        heads(text("Sheet"), text("Rows"), text("What was found"));
        for (const CheckedSheet& sheet : sheets_)
            overview(sheet);
        if (findings_ > 0)
            list();
        canvas_.print({{0, 0}, 3, row_});
    }

private:
    std::string words(catalog::Text which) const {
        return std::string(catalog::translated(which, language_));
    }

    /// The grid comes first, so the rows are counted before anything is drawn.
    void lay_out() {
        std::size_t rows = first_row + 1;
        for (const CheckedSheet& sheet : sheets_)
            rows += 1 + counts(sheet).size() + remark_sentences(sheet.remarks, language_).size();
        if (findings_ > 0)
            rows += 3 + std::min(findings_, most_entries);
        Grid grid;
        grid.column_widths = {5200, 2200, 11500};
        grid.row_heights.assign(rows, 490);
        grid.row_heights[0] = 950;
        canvas_.grid(grid);
        canvas_.style({{0, 0}, 4, static_cast<int>(rows) + 20}, Style::page);
    }

    void heads(catalog::Text left, catalog::Text middle, catalog::Text right) {
        int column = 0;
        for (const catalog::Text head : {left, middle, right}) {
            canvas_.style({{column, row_}, 1, 1}, Style::head_left);
            canvas_.text({column++, row_}, words(head));
        }
        ++row_;
    }

    void overview(const CheckedSheet& sheet) {
        const auto line = [this](const std::string& name, const std::string& number,
                                 const std::string& sentence) {
            canvas_.style({{0, row_}, 3, 1}, Style::label);
            canvas_.text({0, row_}, name);
            if (!number.empty())
                canvas_.formula({1, row_}, number);
            canvas_.text({2, row_++}, sentence);
        };
        line(fmt::format("{} · {}", sheet.sheet, words(label(sheet.kind))),
             fmt::format("={}", sheet.rows_used), words(text("Rows that can be used")));
        for (const Count& count : counts(sheet))
            line({}, link(*count.first, std::to_string(count.rows)), count.first->reason);
        for (const std::string& remark : remark_sentences(sheet.remarks, language_))
            line({}, {}, remark);
    }

    void list() {
        const std::size_t entries = std::min(findings_, most_entries);
        ++row_;
        if (entries < findings_) {
            canvas_.style({{0, row_}, 3, 1}, Style::subtitle);
            canvas_.text({0, row_}, filled(language_, text("{count} rows cannot be used; the first {shown}:"),
                                           fmt::arg("count", fmt::group_digits(findings_)),
                                           fmt::arg("shown", fmt::group_digits(entries))));
        }
        ++row_;
        heads(text("Sheet"), text("Cell"), text("Reason"));
        canvas_.style({{0, row_}, 3, static_cast<int>(entries)}, Style::label);
        std::size_t left = entries;
        for (const CheckedSheet& sheet : sheets_)
            for (std::size_t index = 0; index < sheet.findings.size() && left > 0; ++index, --left) {
                const Finding& finding = sheet.findings[index];
                canvas_.text({0, row_}, finding.sheet);
                canvas_.formula({1, row_}, link(finding, quoted(cell(finding))));
                canvas_.text({2, row_++}, finding.reason);
            }
    }

    Canvas& canvas_;
    std::span<const CheckedSheet> sheets_;
    catalog::Language language_;
    std::size_t findings_ = 0;
    int row_ = first_row;
};

} // namespace

std::string with_remarks(const std::string& sentence, const Remarks& remarks, catalog::Language language) {
    std::string all = sentence;
    for (const std::string& remark : remark_sentences(remarks, language))
        all += " · " + remark;
    return all;
}

std::string check_sentence(std::span<const CheckedSheet> sheets, catalog::Language language) {
    Remarks remarks;
    for (const CheckedSheet& sheet : sheets) {
        remarks.hidden_rows += sheet.remarks.hidden_rows;
        if (!sheet.remarks.text_dates_read)
            remarks.text_dates += sheet.remarks.text_dates;
    }
    return with_remarks(count_sentence(sheets, language), remarks, language);
}

void draw_check_list(Canvas& canvas, std::span<const CheckedSheet> sheets, catalog::Language language) {
    Page(canvas, sheets, language).draw();
}

} // namespace perennial::dashboard
