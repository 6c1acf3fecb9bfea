#include "generate/po_file.hpp"

#include <fmt/format.h>
#include <gettext-po.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>

// The library keeps names of files and contexts until the program ends. The leak sanitizer asks this function
// what it should let pass.
extern "C" __attribute__((visibility("default"))) const char* // NOLINTNEXTLINE(bugprone-reserved-identifier)
__lsan_default_suppressions() {
    return "leak:libgettextpo";
}

namespace perennial::generate {
namespace {

/// What the library complained about; its handlers carry no data of their own.
std::string complaints;

void hear(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int,
          const char* sentence) {
    complaints += fmt::format("{}:{}: {}\n", file == nullptr ? "" : file, line, sentence);
    // The library must not go on after a fatal error, and an exception cannot pass through it.
    if (severity == PO_SEVERITY_FATAL_ERROR) {
        std::fputs(complaints.c_str(), stderr);
        std::exit(EXIT_FAILURE);
    }
}

void hear_two(int severity, po_message_t first, const char* first_file, std::size_t first_line,
              std::size_t first_column, int first_multiline, const char* first_sentence, po_message_t,
              const char* second_file, std::size_t second_line, std::size_t, int,
              const char* second_sentence) {
    hear(severity, first, first_file, first_line, first_column, first_multiline, first_sentence);
    hear(PO_SEVERITY_WARNING, nullptr, second_file, second_line, 0, 0, second_sentence);
}

std::string string(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

} // namespace

std::vector<PoEntry> read_po_file(const std::filesystem::path& path) {
    complaints.clear();
    const po_xerror_handler handler{hear, hear_two};
    const std::unique_ptr<struct po_file, decltype(&po_file_free)> file(po_file_read(path.c_str(), &handler),
                                                                        po_file_free);
    if (!file)
        throw std::runtime_error(fmt::format("{} cannot be opened", path.string()));
    if (!complaints.empty())
        throw std::runtime_error(complaints);

    const std::unique_ptr<struct po_message_iterator, decltype(&po_message_iterator_free)> messages(
        po_message_iterator(file.get(), nullptr), po_message_iterator_free);
    std::vector<PoEntry> entries;
    while (po_message_t message = po_next_message(messages.get())) {
        PoEntry entry{string(po_message_msgctxt(message)), string(po_message_msgid(message)),
                      string(po_message_msgstr(message)), po_message_is_fuzzy(message) != 0,
                      po_message_is_obsolete(message) != 0};
        if (!entry.english.empty())
            entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace perennial::generate
