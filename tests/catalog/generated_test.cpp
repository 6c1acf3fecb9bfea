#include "generate/artefacts.hpp"
#include "generate/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace perennial::generate::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// A copy of what the generator reads, with nothing generated yet.
class EmptyProject : public testing::Test {
protected:
    void SetUp() override {
        const auto* information = testing::UnitTest::GetInstance()->current_test_info();
        root_ = std::filesystem::temp_directory_path() /
                (std::string("perennial-") + information->name() + std::to_string(::getpid()));
        std::filesystem::create_directories(root_ / "extension" / "po");
        for (const char* file : {"zh-CN.po", "zh-TW.po"})
            std::filesystem::copy_file(std::filesystem::path(PERENNIAL_SOURCE) / "extension" / "po" / file,
                                       root_ / "extension" / "po" / file);
        write_file(root_ / "README.md", "# Title\n<!-- functions --><!-- /functions -->\nrest\n");
    }
    void TearDown() override { std::filesystem::remove_all(root_); }

    std::filesystem::path root_;
};

TEST(GeneratedFiles, AreThoseThatFollowFromTheCatalogue) {
    EXPECT_THAT(stale_artefacts(PERENNIAL_SOURCE), IsEmpty()) << "build the target regenerate and commit";
}

TEST_F(EmptyProject, IsCompleteAfterTheFirstRun) {
    EXPECT_THAT(write_artefacts(root_), Contains("idl/org/perennial/XPerennial.idl"));
    EXPECT_THAT(stale_artefacts(root_), IsEmpty());
    EXPECT_THAT(write_artefacts(root_), IsEmpty());
}

TEST_F(EmptyProject, KeepsTheRestOfTheReadme) {
    write_artefacts(root_);
    const std::string readme = read_file(root_ / "README.md");
    EXPECT_TRUE(readme.starts_with("# Title\n<!-- functions -->\n"));
    EXPECT_TRUE(readme.ends_with("<!-- /functions -->\nrest\n"));
    EXPECT_THAT(readme, HasSubstr("| `LTV(margin; churn; [discount]; [timing])` |"));
}

TEST_F(EmptyProject, NamesAFileThatWasChangedByHand) {
    write_artefacts(root_);
    write_file(root_ / "sheets" / "examples.fods", "changed");
    EXPECT_THAT(stale_artefacts(root_), testing::ElementsAre("sheets/examples.fods"));
}

TEST_F(EmptyProject, LosesTheHelpOfAFunctionThatIsGone) {
    write_artefacts(root_);
    write_file(root_ / "extension" / "help" / "zh-TW" / "GONE.html", "old");
    EXPECT_THAT(write_artefacts(root_), testing::ElementsAre("extension/help/zh-TW/GONE.html"));
    EXPECT_FALSE(std::filesystem::exists(root_ / "extension" / "help" / "zh-TW" / "GONE.html"));
}

TEST_F(EmptyProject, NeedsTheMarkersOfTheReadme) {
    write_file(root_ / "README.md", "# Title\n");
    EXPECT_THROW(write_artefacts(root_), std::runtime_error);
}

} // namespace
} // namespace perennial::generate::test
