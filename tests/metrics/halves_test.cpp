#include "metrics/halves.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <pthread.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace perennial::metrics {
namespace {

struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
    std::thread::id thread{};
};

std::vector<Part> parts(std::size_t first, std::size_t last, std::size_t many) {
    std::vector<Part> found(2);
    in_halves(first, last, many, [&](std::size_t half, std::size_t begin, std::size_t end) {
        found[half] = {begin, end, std::this_thread::get_id()};
    });
    return found;
}

TEST(InHalves, WorksOnAllItemsInOneGoWhereTheyAreNotMany) {
    const auto found = parts(3, 12, 10);
    EXPECT_EQ(found[0].first, 3U);
    EXPECT_EQ(found[0].last, 12U);
    EXPECT_EQ(found[0].thread, std::this_thread::get_id());
    EXPECT_EQ(found[1].thread, std::thread::id());
}

TEST(InHalves, CutsManyItemsInTheMiddle) {
    for (const std::size_t last : {13U, 14U}) {
        const auto found = parts(3, last, 10);
        EXPECT_EQ(found[0].first, 3U);
        EXPECT_EQ(found[0].last, 8U);
        EXPECT_EQ(found[0].thread, std::this_thread::get_id());
        EXPECT_EQ(found[1].first, 8U);
        EXPECT_EQ(found[1].last, last);
        EXPECT_NE(found[1].thread, std::this_thread::get_id());
    }
}

std::string error_of(const std::function<void()>& first, const std::function<void()>& second) {
    try {
        at_once(first, second);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

TEST(AtOnce, ThrowsTheErrorOfTheFirstWhereBothFail) {
    const auto nothing = [] {};
    const auto fail_first = [] { throw std::runtime_error("first"); };
    const auto fail_second = [] { throw std::runtime_error("second"); };
    EXPECT_EQ(error_of(nothing, nothing), "none");
    EXPECT_EQ(error_of(fail_first, nothing), "first");
    EXPECT_EQ(error_of(nothing, fail_second), "second");
    EXPECT_EQ(error_of(fail_first, fail_second), "first");
}

TEST(AtOnce, WaitsForTheSecondWhereTheFirstFails) {
    std::atomic<bool> first_begun = false;
    bool second_ended = false;
    EXPECT_EQ(error_of(
                  [&first_begun] {
                      first_begun = true;
                      throw std::runtime_error("first");
                  },
                  [&first_begun, &second_ended] {
                      while (!first_begun)
                          std::this_thread::yield();
                      std::this_thread::sleep_for(std::chrono::milliseconds(20));
                      second_ended = true;
                  }),
              "first");
    EXPECT_TRUE(second_ended);
}

TEST(AtOnce, DoesOneAfterTheOtherWhereNoThreadIsLeft) {
    // No system has room for such a stack.
    pthread_attr_t usual;
    pthread_attr_t huge;
    ASSERT_EQ(pthread_getattr_default_np(&usual), 0);
    ASSERT_EQ(pthread_getattr_default_np(&huge), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&huge, std::size_t{1} << 60), 0);
    ASSERT_EQ(pthread_setattr_default_np(&huge), 0);
    const auto found = parts(0, 2, 2);
    EXPECT_EQ(pthread_setattr_default_np(&usual), 0);
    EXPECT_EQ(found[0].last, 1U);
    EXPECT_EQ(found[1].last, 2U);
    EXPECT_EQ(found[1].thread, std::this_thread::get_id());
}

} // namespace
} // namespace perennial::metrics
