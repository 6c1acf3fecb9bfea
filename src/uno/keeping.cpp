#include "uno/keeping.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace perennial::uno {

Keeping::Keeping(const Document& document, Progress& progress)
    : document_(document), progress_(progress), kept_(document, {}) {
    begin();
}

void Keeping::begin_part(double from, double to) {
    part_from_ = from;
    part_to_ = to;
}

void Keeping::begin_turn(double from, double to, std::size_t page, std::size_t pages) {
    pages_ = static_cast<double>(pages);
    before_turn_ = from + ((to - from) * static_cast<double>(page) - from) / pages_;
}

void Keeping::step(const std::string& name, double share) {
    constexpr std::chrono::milliseconds shortest{50};
    if (name == name_ && std::chrono::steady_clock::now() - heard_ < shortest)
        return;
    // What is looked at again does not go back.
    share_ = std::max(share_, part_from_ + (part_to_ - part_from_) * (before_turn_ + share / pages_));
    try {
        edits_->listen_during([&] { progress_.step(name, share_); });
    } catch (...) {
        if (edits_->heard())
            ++renewals_;
        throw;
    }
    if (edits_->heard())
        begin();
    name_ = name;
    heard_ = std::chrono::steady_clock::now();
}

void Keeping::let_go_of_edited() {
    if (renewals_ > 1)
        kept_.renew({});
}

void Keeping::begin() {
    ++renewals_;
    const std::vector<std::string> sheets = mapped_sheets(document_);
    edits_.emplace(document_, sheets);
    kept_.renew(sheets);
}

void Looking::step(const std::string& name, double share) {
    const int before = keeping_.renewals();
    keeping_.step(name, share);
    if (keeping_.renewals() != before)
        throw Edited();
}

} // namespace perennial::uno
