#include "uno/new_page.hpp"

#include "uno/held_content.hpp"
#include "uno/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perennial::uno {

using catalog::text;

void NewPage::plan(Progress& progress) {
    progress.step(shown(text("Checking the client sheets")), 0);
    plan_ = dashboard_.plan(document_, as_of_, progress);
}

void NewPage::compare() {
    content_ = {};
    plan_.draw(content_);
    const auto standing = marked_sheet(document_, std::string(dashboard_.mark));
    stands_already_ = standing && !changes_names(*standing) && holds(document_, *standing, content_);
}

void NewPage::clear(Work& work) {
    work.steps().step(shown(text("Drawing the page")), share_of_planning);
    require_room(document_, dashboard_.mark);
    bring_styles(document_, plan_.amount_format, work.steps());
    sheet_.emplace(document_, dashboard_.mark, shown(dashboard_.title), work.can_undo());
    if (stands_already_)
        sheet_->clear_looks();
    else
        sheet_->clear(work.steps());
}

bool NewPage::changes_names() const {
    return changes_names(sheet_->name());
}

void NewPage::set_names() const {
    sheet_->mark();
    remove_range_names(document_, outdated_names(sheet_->name()));
    for (const auto& [name, area] : content_.names())
        set_range_name(document_, name, sheet_->name(), area);
}

void NewPage::draw(Progress& progress) {
    canvas_.emplace(document_, sheet_->name(), progress);
    if (plan_.amount_format)
        canvas_->use_amount_format(*plan_.amount_format);
    if (stands_already_)
        canvas_->leave_content();
    plan_.draw(*canvas_);
}

std::string NewPage::sentence(std::chrono::duration<double> taken) const {
    return fmt::format(
        fmt::runtime(shown(plan_.rows_aside == 0 ? dashboard_.built : dashboard_.built_with_faults)),
        fmt::arg("rows", fmt::group_digits(plan_.rows_used)),
        fmt::arg("seconds", fmt::format("{:.1f}", taken.count())),
        fmt::arg("aside", fmt::group_digits(plan_.rows_aside)));
}

bool NewPage::stands(const std::string& sheet,
                     const std::pair<const std::string, dashboard::Area>& name) const {
    return stands_for(document_, name.first, sheet, name.second);
}

/// Range names of the page that stood on the sheet that it will not have, or not where they are.
std::vector<std::string> NewPage::outdated_names(const std::string& sheet) const {
    std::vector<std::string> outdated = range_names_from(document_, dashboard_.prefix);
    std::erase_if(outdated, [&](const std::string& standing) {
        const auto wanted = content_.names().find(standing);
        return wanted != content_.names().end() && stands(sheet, *wanted);
    });
    return outdated;
}

bool NewPage::changes_names(const std::string& sheet) const {
    const auto& names = content_.names();
    return !outdated_names(sheet).empty() ||
           std::any_of(names.begin(), names.end(), [&](const auto& name) { return !stands(sheet, name); });
}

} // namespace perennial::uno
