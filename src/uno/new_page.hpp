#pragma once

#include "dashboard/page_content.hpp"
#include "uno/dashboards.hpp"
#include "uno/fresh_sheet.hpp"
#include "uno/sheet_canvas.hpp"
#include "uno/work.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A dashboard's way into a document.
namespace perennial::uno {

// What of the work on pages is done when they are drawn, computed, and have their charts.
inline constexpr double share_of_drawing = 0.5;
inline constexpr double share_of_computing = 0.8;
inline constexpr double share_before_others = 0.95;

/// A page, step by step: planned, cleared, with its range names, drawn, computed, and with its charts.
/// `as_of` is a formula.
class NewPage {
public:
    NewPage(const Document& document, const Dashboard& dashboard, std::optional<std::string> as_of)
        : document_(document), dashboard_(dashboard), as_of_(std::move(as_of)) {}

    void plan(Progress& progress);

    /// Looks what the page will hold, and whether the one that stands there holds the same: then only its
    /// looks are drawn anew.
    void compare();
    void clear(Work& work);
    bool changes_names() const;
    void set_names() const;

    void draw(Progress& progress);
    void compute() { canvas_->compute(share_of_drawing, share_of_computing); }
    void draw_charts() { canvas_->draw_charts(share_of_computing, share_before_others); }
    void keep() { sheet_->keep(); }

    const std::string& name() const { return sheet_->name(); }

    /// Says that the page is built, in so many seconds.
    std::string sentence(std::chrono::duration<double> taken) const;

private:
    bool stands(const std::string& sheet, const std::pair<const std::string, dashboard::Area>& name) const;
    std::vector<std::string> outdated_names(const std::string& sheet) const;
    bool changes_names(const std::string& sheet) const;

    Document document_;
    const Dashboard& dashboard_;
    std::optional<std::string> as_of_;
    Plan plan_;
    dashboard::PageContent content_;
    bool stands_already_ = false;
    std::optional<FreshSheet> sheet_;
    std::optional<SheetCanvas> canvas_;
};

} // namespace perennial::uno
