#pragma once

#include "uno/keeping.hpp"

#include <memory>
#include <string>

/// The frame around all that a command changes in a document.
namespace perennial::uno {

/// What one command does to a document, in one undoable step. Unless kept it is taken back, styles included;
/// that happens unpainted as well, since each of its parts would have the page computed and painted anew.
/// Where the document cannot undo, range names are put back by hand.
class Work {
public:
    Work(const Document& document, Progress& progress, const std::string& title);
    /// Changes that others made meanwhile are taken back, too.
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    Keeping& steps();
    bool can_undo() const;

    void keep();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace perennial::uno
