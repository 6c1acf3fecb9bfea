#pragma once

#include "generate/artefact.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The committed files that follow from the catalogue and the translations.
namespace perennial::generate {

/// All of them as they should be, for the project in a folder.
std::vector<Artefact> artefacts(const std::filesystem::path& root);

/// Writes those that differ, removes help pages of functions that are gone, and gives the paths of both.
std::vector<std::string> write_artefacts(const std::filesystem::path& root);

/// The paths of what write_artefacts would write or remove.
std::vector<std::string> stale_artefacts(const std::filesystem::path& root);

} // namespace perennial::generate
