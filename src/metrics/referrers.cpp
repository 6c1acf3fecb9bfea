#include "metrics/referrers.hpp"

namespace perennial::metrics {

void Referrers::add(std::uint32_t client) {
    while (referrers_.size() <= client) {
        above_.push_back(static_cast<std::uint32_t>(referrers_.size()));
        referrers_.push_back(nobody);
    }
}

Referrers::Link Referrers::link(std::uint32_t client, std::uint32_t referrer) {
    add(client);
    add(referrer);
    if (referrers_[client] != nobody)
        return referrers_[client] == referrer ? Link::known : Link::second_referrer;
    // A client whom nobody brought is the top of its tree, so the referrer stands below it or elsewhere.
    if (top(referrer) == client)
        return Link::circle;
    referrers_[client] = referrer;
    above_[client] = referrer;
    return Link::made;
}

std::uint32_t Referrers::top(std::uint32_t client) {
    // Halving the way at every visit keeps a chain as long as the sheet from being walked again and again.
    while (above_[client] != client) {
        above_[client] = above_[above_[client]];
        client = above_[client];
    }
    return client;
}

} // namespace perennial::metrics
