#pragma once

#include "uno/columns.hpp"
#include "uno/commands.hpp"
#include "uno/document.hpp"
#include "uno/edits.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

/// The steps of a command, and what of the client sheets it keeps from one to the next.
namespace perennial::uno {

/// Keeps the columns of the client sheets that are read from one step to the next, until somebody changes one
/// of those sheets. At a step the window hears events; steps that follow each other at once are passed over.
class Keeping : public Progress {
public:
    Keeping(const Document& document, Progress& progress);

    /// What follows is the work between two shares of the whole.
    void begin_part(double from, double to);

    /// What follows, in steps from one share to another, is the turn of one of several pages, counted from 0.
    void begin_turn(double from, double to, std::size_t page, std::size_t pages);

    void step(const std::string& name, double share) override;

    /// Grows when somebody changes a sheet.
    int renewals() const { return renewals_; }

    /// Lets go of columns that may hold what somebody changed since the work began.
    void let_go_of_edited();

private:
    void begin();

    Document document_;
    Progress& progress_;
    KeptColumns kept_;
    std::optional<Edits> edits_;
    int renewals_ = 0;
    std::string name_;
    double part_from_ = 0;
    double part_to_ = 1;
    double before_turn_ = 0;
    double pages_ = 1;
    double share_ = 0;
    std::chrono::steady_clock::time_point heard_;
};

/// Thrown out of a step in which a client sheet was changed.
class Edited : public std::runtime_error {
public:
    Edited() : std::runtime_error("edited") {}
};

/// The steps of a look at the client sheets, which is given up when they change meanwhile.
class Looking : public Progress {
public:
    explicit Looking(Keeping& keeping) : keeping_(keeping) {}

    void step(const std::string& name, double share) override;

private:
    Keeping& keeping_;
};

/// Goes on without hearing events.
class Deaf : public Progress {
public:
    void step(const std::string&, double) override {}
};

/// Looks at the client sheets again when they change meanwhile, at last without letting them.
template <class Look>
auto look_at_sheets(Keeping& keeping, Look look) {
    constexpr int tries = 3;
    for (int number = 0; number < tries; ++number)
        try {
            Looking looking(keeping);
            return look(looking);
        } catch (const Edited&) {
            continue;
        }
    Deaf deaf;
    return look(deaf);
}

} // namespace perennial::uno
