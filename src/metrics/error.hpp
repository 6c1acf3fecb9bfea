#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace perennial::metrics {

/// Why a figure cannot be given. The adapter alone knows what a cell shows for each.
enum class Fault {
    domain,           ///< an argument lies outside the domain of the formula
    bad_data,         ///< a row of the data cannot be used, or columns do not match
    missing_value,    ///< the value does not exist: never reached, nobody there
    division_by_zero, ///< the formula divides by zero
    no_convergence,   ///< an iteration did not settle
};

/// The one error that the metrics throw.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& sentence) : std::runtime_error(sentence), fault_(fault) {}

    Fault fault() const { return fault_; }

private:
    Fault fault_;
};

/// An error that stood in a cell of the data; it comes back to the user as it was.
class CellError : public std::runtime_error {
public:
    explicit CellError(int code)
        : std::runtime_error(fmt::format("a cell of the data holds the error {}", code)), code_(code) {}

    int code() const { return code_; }

private:
    int code_;
};

template <class... Values>
[[noreturn]] void fail(Fault fault, fmt::format_string<Values...> sentence, Values&&... values) {
    throw Error(fault, fmt::format(sentence, std::forward<Values>(values)...));
}

/// A requirement on an argument, with a sentence that states the value received.
template <class... Values>
void require(bool holds, fmt::format_string<Values...> sentence, Values&&... values) {
    if (!holds)
        fail(Fault::domain, sentence, std::forward<Values>(values)...);
}

} // namespace perennial::metrics
