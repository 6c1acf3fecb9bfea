#pragma once

#include <string>

namespace perennial::generate {

/// perennial.pot: the texts that translators find in a new language's file.
std::string message_template();

} // namespace perennial::generate
