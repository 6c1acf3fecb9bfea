#include "dashboard/check_list.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr std::size_t most_entries = 2000;
constexpr int head_row = 3;

} // namespace

void draw_check_list(Canvas& canvas, std::span<const Finding> findings, catalog::Language language) {
    const auto words = [language](catalog::Text which) { return std::string(translated(which, language)); };
    const std::size_t entries = std::min(findings.size(), most_entries);
    const int rows = head_row + 1 + static_cast<int>(entries);

    Grid grid;
    grid.column_widths = {4500, 2200, 9000};
    grid.row_heights.assign(static_cast<std::size_t>(rows), 490);
    grid.row_heights[0] = 950;
    canvas.grid(grid);
    canvas.style({{0, 0}, 4, rows + 20}, Style::page);
    canvas.style({{0, 0}, 3, 1}, Style::title);
    canvas.text({0, 0}, words(text("Data check")));
    canvas.style({{0, 1}, 3, 1}, Style::subtitle);
    std::string summary = words(text("None: every row can be used"));
    if (!findings.empty())
        summary =
            entries < findings.size()
                ? fmt::format(fmt::runtime(words(text("{count} rows cannot be used; the first {shown}:"))),
                              fmt::arg("count", findings.size()), fmt::arg("shown", entries))
                : fmt::format(fmt::runtime(words(text("{count} rows cannot be used"))),
                              fmt::arg("count", findings.size()));
    canvas.text({0, 1}, summary);
    const catalog::Text heads[] = {text("Sheet"), text("Cell"), text("Reason")};
    for (int column = 0; column < 3; ++column) {
        canvas.style({{column, head_row}, 1, 1}, Style::head_left);
        canvas.text({column, head_row}, words(heads[column]));
    }
    canvas.style({{0, head_row + 1}, 3, std::max(1, static_cast<int>(entries))}, Style::label);
    for (std::size_t index = 0; index < entries; ++index) {
        const Finding& finding = findings[index];
        const int row = head_row + 1 + static_cast<int>(index);
        const std::string cell = relative(Spot{finding.column, finding.row});
        canvas.text({0, row}, finding.sheet);
        canvas.formula({1, row},
                       fmt::format("=HYPERLINK({};{})",
                                   quoted("#" + sheet_reference(finding.sheet) + "." + cell), quoted(cell)));
        canvas.text({2, row}, finding.reason);
    }
    canvas.print({{0, 0}, 3, rows});
}

} // namespace perennial::dashboard
