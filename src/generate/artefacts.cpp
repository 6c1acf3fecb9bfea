#include "generate/artefacts.hpp"

#include "catalog/languages.hpp"
#include "generate/examples.hpp"
#include "generate/file.hpp"
#include "generate/help.hpp"
#include "generate/idl.hpp"
#include "generate/message_template.hpp"
#include "generate/readme.hpp"
#include "generate/registry.hpp"
#include "generate/self_check.hpp"
#include "generate/translations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace perennial::generate {
namespace {

namespace fs = std::filesystem;

std::vector<Artefact> differing(const fs::path& root) {
    std::vector<Artefact> files = artefacts(root);
    std::erase_if(files, [&root](const Artefact& file) {
        return fs::exists(root / file.path) && read_file(root / file.path) == file.content;
    });
    return files;
}

/// Help pages that belong to no function.
std::vector<fs::path> orphans(const fs::path& root) {
    const std::vector<Artefact> files = artefacts(root);
    std::vector<fs::path> found;
    for (const catalog::WrittenLanguage& written : catalog::languages) {
        const fs::path folder = help_folder() / written.code;
        if (!fs::exists(root / folder))
            continue;
        for (const fs::directory_entry& entry : fs::directory_iterator(root / folder)) {
            const fs::path path = folder / entry.path().filename();
            if (std::none_of(files.begin(), files.end(),
                             [&path](const Artefact& file) { return file.path == path; }))
                found.push_back(path);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> paths(const std::vector<Artefact>& written, const std::vector<fs::path>& removed) {
    std::vector<std::string> all;
    all.reserve(written.size() + removed.size());
    for (const Artefact& file : written)
        all.push_back(file.path.string());
    for (const fs::path& path : removed)
        all.push_back(path.string());
    return all;
}

} // namespace

std::vector<Artefact> artefacts(const fs::path& root) {
    const Translations translations(root);
    std::vector<Artefact> files = {
        {fs::path("idl") / "org" / "perennial" / "XPerennial.idl", idl()},
        {fs::path("extension") / "registry" / "CalcAddIns.xcu", registry(translations)},
        {fs::path("extension") / "po" / "perennial.pot", message_template()},
        {fs::path("sheets") / "examples.fods", examples()},
        {"README.md", readme(read_file(root / "README.md"))},
    };
    for (const catalog::WrittenLanguage& written : catalog::languages)
        files.push_back({fs::path("sheets") / fmt::format("self_check.{}.fods", written.code),
                         self_check(translations, written.language)});
    std::vector<Artefact> pages = help(translations);
    std::move(pages.begin(), pages.end(), std::back_inserter(files));
    return files;
}

std::vector<std::string> write_artefacts(const fs::path& root) {
    const std::vector<Artefact> written = differing(root);
    for (const Artefact& file : written)
        write_file(root / file.path, file.content);
    const std::vector<fs::path> removed = orphans(root);
    for (const fs::path& path : removed)
        fs::remove(root / path);
    return paths(written, removed);
}

std::vector<std::string> stale_artefacts(const fs::path& root) {
    return paths(differing(root), orphans(root));
}

} // namespace perennial::generate
