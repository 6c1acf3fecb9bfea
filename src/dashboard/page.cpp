#include "dashboard/page.hpp"

#include "catalog/naming.hpp"
#include "dashboard/formula.hpp"

#include <fmt/format.h>

#include <utility>

namespace perennial::dashboard {
namespace {

using catalog::text;

constexpr int column_width = 1400;
constexpr int label_width = 5600;
constexpr int working_width = 2600;
/// The workings' first row with cells; above it stand titles.
constexpr int working_row = 2;

} // namespace

std::string call(std::string_view function, const std::string& arguments) {
    return fmt::format("{}({})", catalog::saved_name(function), arguments);
}

Page::Page(Canvas& canvas, catalog::Language language, std::vector<int> row_heights)
    : canvas_(canvas),
      language_(language),
      page_rows_(static_cast<int>(row_heights.size())),
      next_column_(tables_column) {
    grid_.column_widths.assign(static_cast<std::size_t>(workings_column), column_width);
    grid_.column_widths.push_back(label_width);
    grid_.column_widths.insert(grid_.column_widths.end(), 2, working_width);
    grid_.row_heights = std::move(row_heights);
    canvas_.style({{0, 0}, next_column_, page_rows_ + 40}, Style::page);
    put({workings_column, 0}, text("Workings: the figures behind the page"), Style::working_head);
    next_figure(text("Tables that were cut"));
    canvas_.style({figure_, 1, 1}, Style::working);
    cut_spot_ = figure_;
    cut_tables_ = absolute(figure_);
}

std::string Page::words(catalog::Text which) const {
    return std::string(catalog::translated(which, language_));
}

void Page::put(Spot spot, const std::string& content, Style style, int columns, int rows) {
    const Area area{spot, columns, rows};
    canvas_.style(area, style);
    if (columns > 1 || rows > 1)
        canvas_.merge(area);
    if (content.starts_with('='))
        formula(spot, content);
    else
        canvas_.text(spot, content);
}

void Page::put(Spot spot, catalog::Text content, Style style, int columns, int rows) {
    put(spot, words(content), style, columns, rows);
}

void Page::formula(Spot spot, std::string formula) {
    formulas_.push_back({spot, std::move(formula)});
}

void Page::put_array(Spot spot, const std::string& formula, Style style, int columns) {
    canvas_.style({spot, columns, 1}, style);
    formulas_.push_back({spot, formula, true});
}

void Page::card(Spot spot, const Card& card) {
    put(spot, card.label, Style::card_label, card_columns);
    put(spot.down(1), fmt::format("=IFERROR({};\"–\")", card.value), card.value_style,
        card.trend ? card_columns - 1 : card_columns);
    put(spot.down(2), card.note.empty() ? std::string() : fmt::format("=IFERROR({};\"\")", card.note),
        card.note_style, card_columns);
    if (card.trend)
        chart({.name = fmt::format("pn_trend_{}_{}", spot.column, spot.row),
               .form = Chart::Form::trend,
               .place = {spot.right(card_columns - 1).down(1), 1, 1},
               .categories = {},
               .series = {{*card.trend, colour::main, Series::Kind::line}}});
}

void Page::status(Spot spot, int columns, const Status& status) {
    const auto whole = [](const std::string& number) { return fmt::format("FIXED({};0)", number); };
    const std::string rows =
        fmt::format("IF({}=0;{};{})", status.aside,
                    sentence(words(text("{used} rows used, none set aside")), {{"used", whole(status.used)}}),
                    sentence(words(text("{used} of {total} rows used · {aside} set aside, see Check data")),
                             {{"used", whole(status.used)},
                              {"total", whole(status.used + "+" + status.aside)},
                              {"aside", whole(status.aside)}}));
    put(spot,
        fmt::format("=IF({}+IFERROR({};0)>0;{};IFERROR(IF({};NA();{});{}))", cut_tables_, status.without_room,
                    quoted(words(text("The tables behind this page have too little room: refresh it"))),
                    status.fault, rows,
                    quoted(words(text("A row cannot be used: check the data, then refresh")))),
        Style::status, columns);
    const Canvas::Condition attention[] = {{fmt::format("IFERROR(OR({};{}+{}+{}>0);TRUE())", status.fault,
                                                        cut_tables_, status.without_room, status.aside),
                                            Style::status_attention}};
    canvas_.conditions({spot, columns, 1}, attention);
}

void Page::missing(const Area& area, catalog::Text sentence) {
    put(area.first, sentence, Style::missing, area.columns, area.rows);
}

void Page::heads(Spot spot, const std::vector<Head>& heads) {
    for (const Head& head : heads) {
        put(spot, head.text, head.style, head.columns);
        spot = spot.right(head.columns);
    }
}

void Page::next_figure(catalog::Text label) {
    figure_ = {workings_column + 1, working_row + figures_++};
    put({workings_column, figure_.row}, label, Style::working);
}

std::string Page::leading_figure(catalog::Text label, const std::string& formula, Style style) {
    next_figure(label);
    canvas_.style({figure_, 1, 1}, style);
    canvas_.formula(figure_, "=" + formula);
    return absolute(figure_);
}

std::string Page::figure(catalog::Text label, const std::string& formula, Style style, bool array) {
    next_figure(label);
    if (array)
        put_array(figure_, "=" + formula, style);
    else
        put(figure_, "=" + formula, style);
    return absolute(figure_);
}

Area Page::table(catalog::Text title, int columns, int rows, std::string formula,
                 std::vector<int> date_columns) {
    const Area area{{next_column_, working_row}, columns, rows};
    next_column_ += columns + 1;
    grid_.column_widths.insert(grid_.column_widths.end(), static_cast<std::size_t>(columns) + 1,
                               working_width);
    put(area.first.down(-1), title, Style::working_head);
    fill(area, std::move(formula), std::move(date_columns));
    return area;
}

void Page::fill(const Area& area, std::string formula, std::vector<int> date_columns) {
    tables_.push_back({area, std::move(formula), std::move(date_columns)});
}

Area Page::block(catalog::Text title, const std::vector<catalog::Text>& heads, int rows) {
    const Area area{{next_column_, working_row}, static_cast<int>(heads.size()), rows + 1};
    next_column_ += area.columns + 1;
    grid_.column_widths.insert(grid_.column_widths.end(), static_cast<std::size_t>(area.columns) + 1,
                               working_width);
    put(area.first.down(-1), title, Style::working_head);
    canvas_.style(area.body(), Style::working);
    for (int column = 0; column < area.columns; ++column)
        put(area.first.right(column), heads[static_cast<std::size_t>(column)], Style::working_head);
    return area;
}

Area Page::counts_up_to(catalog::Text title, catalog::Text counted, const std::vector<std::string>& days,
                        const std::string& dates) {
    const Area counts = block(title, {text("Up to"), counted}, static_cast<int>(days.size()));
    Spot spot = counts.first;
    for (const std::string& day : days)
        put(spot = spot.down(1), "=" + day, Style::working_date);
    // Without any date FREQUENCY fails, and so does the sum only where there is none to look at.
    fill(counts.column(1).body(),
         fmt::format("IFERROR(FREQUENCY({0};{1});0*SUM({0}))", dates, absolute(counts.column(0).body())));
    return counts;
}

void Page::finish() {
    // When the user adds or removes a range name, the office cuts array formulas to their present results,
    // and saves them so.
    std::string cut = "=0";
    for (const Table& table : tables_)
        cut += fmt::format("+1-ISFORMULA({})", relative(table.area.last()));
    formula(cut_spot_, cut);
    canvas_.grid(grid_);
    canvas_.print({{0, 0}, page_columns, page_rows_});
    canvas_.step(text("Reading the client sheets"), 0.4);
    for (const Table& table : tables_) {
        canvas_.style(table.area, Style::working);
        for (const int column : table.date_columns)
            canvas_.style(table.area.column(column), Style::working_date);
    }
    double done = 0;
    for (const Table& table : tables_) {
        const Canvas::Condition room[] = {
            {fmt::format("ISERROR({})", relative(table.area.first)), Style::working_room}};
        canvas_.array_formula(table.area, "=" + table.formula, room);
        canvas_.step(text("Reading the client sheets"),
                     0.4 + 0.1 * ++done / static_cast<double>(tables_.size()));
    }
    // What refers to the tables comes after them, in redo as well, which would not compute it again.
    for (const Formula& formula : formulas_)
        if (formula.array)
            canvas_.array_formula({formula.spot, 1, 1}, formula.formula, {});
        else
            canvas_.formula(formula.spot, formula.formula);
    for (const Chart& chart : charts_)
        canvas_.chart(chart);
}

} // namespace perennial::dashboard
