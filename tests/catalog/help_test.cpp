#include "generate/help.hpp"

#include "generate/markup.hpp"
#include "generate/translations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

namespace perennial::generate::test {
namespace {

TEST(Escaped, KeepsMarkupOutOfTexts) {
    EXPECT_EQ(escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
    EXPECT_EQ(escaped("信任 T₀"), "信任 T₀");
}

TEST(Help, HasNoLinkThatLeadsNowhere) {
    const auto pages = help(Translations(PERENNIAL_SOURCE));
    std::set<std::filesystem::path> known = {help_folder() / "style.css"};
    for (const Artefact& page : pages)
        known.insert(page.path);
    static const std::regex link("href=\"([^\"]+)\"");
    for (const Artefact& page : pages)
        for (std::sregex_iterator found(page.content.begin(), page.content.end(), link), end; found != end;
             ++found) {
            const std::string address = (*found)[1].str();
            if (address.starts_with("http"))
                continue;
            if (address.starts_with('#')) {
                EXPECT_THAT(page.content, testing::HasSubstr("id=\"" + address.substr(1) + '"')) << page.path;
                continue;
            }
            const auto target = (page.path.parent_path() / address).lexically_normal();
            EXPECT_TRUE(known.contains(target)) << page.path << " links to " << target;
        }
    EXPECT_TRUE(
        std::filesystem::exists(std::filesystem::path(PERENNIAL_SOURCE) / help_folder() / "style.css"));
}

} // namespace
} // namespace perennial::generate::test
