#pragma once

#include <cstddef>

/// What a call takes from operator new, which the program that links memory.cpp replaces: the memory of its
/// working and of its result, as the allocator rounds it, without that of its arguments. What libraries take
/// from malloc themselves is not in it.
namespace perennial::bench {

class MemoryWatch {
public:
    MemoryWatch();

    /// The most that was taken at one time since the watch began.
    std::size_t peak() const;

private:
    std::size_t begin_;
};

} // namespace perennial::bench
