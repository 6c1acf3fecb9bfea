#include "generate/artefacts.hpp"
#include "generate/file.hpp"
#include "generate/interface_translations.hpp"
#include "generate/translations.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view usage =
    "generate all ROOT                   rewrites the files that follow from the catalogue\n"
    "generate check ROOT                 names those that would change\n"
    "generate translations ROOT OUT.cpp  writes the translated texts of panels and dashboards\n";

int run(const std::vector<std::string>& arguments) {
    using namespace perennial::generate;
    if (arguments.size() == 2 && arguments[0] == "all") {
        for (const std::string& path : write_artefacts(arguments[1]))
            fmt::print("{}\n", path);
        return EXIT_SUCCESS;
    }
    if (arguments.size() == 2 && arguments[0] == "check") {
        const std::vector<std::string> stale = stale_artefacts(arguments[1]);
        for (const std::string& path : stale)
            fmt::print("{} is stale: build the target regenerate\n", path);
        return stale.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    if (arguments.size() == 3 && arguments[0] == "translations") {
        write_file(arguments[2], interface_translations(Translations(arguments[1])));
        return EXIT_SUCCESS;
    }
    fmt::print(stderr, "{}", usage);
    return EXIT_FAILURE;
}

} // namespace

int main(int count, char** words) {
    try {
        return run({words + 1, words + count});
    } catch (const std::exception& exception) {
        fmt::print(stderr, "{}\n", exception.what());
        return EXIT_FAILURE;
    }
}
