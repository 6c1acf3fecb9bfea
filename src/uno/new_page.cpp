#include "uno/new_page.hpp"

#include "dashboard/name_list.hpp"
#include "uno/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perennial::uno {

using catalog::text;

void NewPage::plan(Progress& progress) {
    progress.step(shown(text("Checking the client sheets")), 0);
    plan_ = dashboard_.plan(document_, as_of_, progress);
}

void NewPage::clear(Work& work) {
    work.steps().step(shown(text("Drawing the page")), share_of_planning);
    require_room(document_, dashboard_.mark);
    bring_styles(document_, plan_.amount_format, work.steps());
    sheet_.emplace(document_, dashboard_.mark, shown(dashboard_.title), work.can_undo());
    sheet_->clear(work.steps());
}

void NewPage::list_names() {
    dashboard::NameList list;
    plan_.draw(list);
    names_ = list.names();
}

bool NewPage::changes_names() const {
    return !outdated_names().empty() ||
           std::any_of(names_.begin(), names_.end(), [this](const auto& name) { return !stands(name); });
}

void NewPage::set_names() const {
    sheet_->mark();
    remove_range_names(document_, outdated_names());
    for (const auto& [name, area] : names_)
        set_range_name(document_, name, sheet_->name(), area);
}

void NewPage::draw(Progress& progress) {
    canvas_.emplace(document_, sheet_->name(), progress);
    if (plan_.amount_format)
        canvas_->use_amount_format(*plan_.amount_format);
    plan_.draw(*canvas_);
}

std::string NewPage::sentence(std::chrono::duration<double> taken) const {
    return fmt::format(
        fmt::runtime(shown(plan_.rows_aside == 0 ? dashboard_.built : dashboard_.built_with_faults)),
        fmt::arg("rows", fmt::group_digits(plan_.rows_used)),
        fmt::arg("seconds", fmt::format("{:.1f}", taken.count())),
        fmt::arg("aside", fmt::group_digits(plan_.rows_aside)));
}

bool NewPage::stands(const std::pair<const std::string, dashboard::Area>& name) const {
    return stands_for(document_, name.first, sheet_->name(), name.second);
}

/// Range names of the page that stood here that it will not have, or not where they are.
std::vector<std::string> NewPage::outdated_names() const {
    std::vector<std::string> outdated = range_names_from(document_, dashboard_.prefix);
    std::erase_if(outdated, [this](const std::string& standing) {
        const auto wanted = names_.find(standing);
        return wanted != names_.end() && stands(*wanted);
    });
    return outdated;
}

} // namespace perennial::uno
