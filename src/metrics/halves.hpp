#pragma once

#include <cstddef>
#include <functional>

namespace perennial::metrics {

/// From so many items on, work on them is done in two halves at once; for fewer, starting a thread costs more
/// than it saves.
inline constexpr std::size_t many_rows = 100'000;
inline constexpr std::size_t many_clients = 10'000;

/// Does two works that share nothing that either changes, the second one on a thread of its own, which has
/// ended when the call ends. Where both fail, the error of the first is thrown, as if the second had not been
/// begun. Where the system has no thread left, they are done one after the other.
void at_once(const std::function<void()>& first, const std::function<void()>& second);

/// Does the work on the items from `first` to before `last`: `work(half, first, last)`, at once for the
/// halves 0 and 1 where there are `many` of them. Where they are cut depends on their number alone, so that
/// results are the same on every machine.
template <class Work>
void in_halves(std::size_t first, std::size_t last, std::size_t many, Work work) {
    if (last - first < many) {
        work(std::size_t{0}, first, last);
        return;
    }
    const std::size_t middle = first + (last - first) / 2;
    at_once([&] { work(std::size_t{0}, first, middle); }, [&] { work(std::size_t{1}, middle, last); });
}

} // namespace perennial::metrics
