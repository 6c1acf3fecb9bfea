#pragma once

#include "generate/artefact.hpp"
#include "generate/translations.hpp"

#include <filesystem>
#include <vector>

namespace perennial::generate {

/// Where the help pages are below the project's root: a folder for each language, the style they share
/// beside.
std::filesystem::path help_folder();

/// One page per function, an index and the page of differences, in each language.
std::vector<Artefact> help(const Translations& translations);

} // namespace perennial::generate
