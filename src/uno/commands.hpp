#pragma once

#include "uno/document.hpp"

#include <map>
#include <stdexcept>
#include <string>

/// The commands that menu, sidebar, keys and scripts share.
namespace perennial::uno {

/// A command by its name (map, check, build, refresh) with its arguments, all UTF-8.
struct Command {
    std::string name;
    std::map<std::string, std::string> arguments;
};

/// What became of a command, with a sentence for the user.
struct Outcome {
    bool success = false;
    std::string sentence;
};

/// Thrown by Progress::step when the user cancelled.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("cancelled") {}
};

/// Hears what a long command is doing.
class Progress {
public:
    virtual ~Progress() = default;

    /// The step that starts now, by its name in the language of the office, and the share done, 0 to 1.
    /// Lets the window breathe, and throws Cancelled when the user asked for it.
    virtual void step(const std::string& name, double share) = 0;
};

/// Runs a command. Never throws: what goes wrong is told by the outcome, and the document is then as it was.
Outcome run(const Document& document, const Command& command, Progress& progress);

/// Looks at every row of a mapped sheet, again where it is changed meanwhile; a Refusal while a command is at
/// work.
CheckResult look_at(const Document& document, const dashboard::Mapping& mapping, Progress& progress);

} // namespace perennial::uno
