#include "metrics/halves.hpp"

#include <exception>
#include <optional>
#include <system_error>
#include <thread>

namespace perennial::metrics {

void at_once(const std::function<void()>& first, const std::function<void()>& second) {
    std::exception_ptr error;
    std::optional<std::jthread> other; // ends before `error` does, whatever `first` throws
    try {
        other.emplace([&second, &error] {
            try {
                second();
            } catch (...) {
                error = std::current_exception();
            }
        });
    } catch (const std::system_error&) {
        first();
        second();
        return;
    }
    first();
    other->join();
    if (error)
        std::rethrow_exception(error);
}

} // namespace perennial::metrics
