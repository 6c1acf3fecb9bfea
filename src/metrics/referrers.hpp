#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Who brought whom: trees, each below a client that nobody brought. They grow referral by referral and never
/// hold a circle.
namespace perennial::metrics {

class Referrers {
public:
    static constexpr std::uint32_t nobody = UINT32_MAX;

    enum class Link {
        made,
        known,           ///< the same referral again
        second_referrer, ///< somebody else brought the client
        circle,          ///< the client brought the referrer, perhaps through others, or is the referrer
    };

    /// Makes room for a client by its number in a client book.
    void add(std::uint32_t client);

    /// Hangs a client below its referrer where that can be, and says what came of it.
    Link link(std::uint32_t client, std::uint32_t referrer);

    std::size_t size() const { return referrers_.size(); }
    std::uint32_t of(std::uint32_t client) const { return referrers_[client]; }

private:
    std::uint32_t top(std::uint32_t client);

    std::vector<std::uint32_t> referrers_;
    std::vector<std::uint32_t> above_; ///< somebody on the way up, itself at the top: shortcuts for top()
};

} // namespace perennial::metrics
