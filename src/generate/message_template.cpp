#include "generate/message_template.hpp"

#include "generate/literal.hpp"
#include "generate/messages.hpp"

#include <fmt/format.h>

#include <iterator>

namespace perennial::generate {

std::string message_template() {
    // One line per text and no dates, so that a changed text changes its own lines only.
    std::string file = "msgid \"\"\n"
                       "msgstr \"\"\n"
                       "\"Project-Id-Version: Perennial\\n\"\n"
                       "\"MIME-Version: 1.0\\n\"\n"
                       "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                       "\"Content-Transfer-Encoding: 8bit\\n\"\n";
    for (const Message& message : messages()) {
        fmt::format_to(std::back_inserter(file), "\n#. {}\n", message.note);
        if (!message.context.empty())
            fmt::format_to(std::back_inserter(file), "msgctxt {}\n", literal(message.context));
        fmt::format_to(std::back_inserter(file), "msgid {}\nmsgstr \"\"\n", literal(message.english));
    }
    return file;
}

} // namespace perennial::generate
