#pragma once

#include <string>
#include <string_view>

namespace perennial::metrics {

/// The text without surrounding blanks, those of Unicode included (no-break space, ideographic space), nor
/// characters without width (zero-width space, marks of direction, BOM).
std::string_view trim(std::string_view text);

/// The form in which two spellings of one client or one keyword are equal: trimmed and case-folded as Unicode
/// does it. Inside, a no-break space and each other blank of Unicode is a plain one, and what Unicode lets a
/// comparison ignore, such as characters without width, is left out. Two blanks are not one. Bytes that are
/// no UTF-8 stay as they are.
std::string fold(std::string_view text);

/// The same into a text whose memory is used again, for columns with a million cells.
void fold(std::string_view text, std::string& folded);

/// Folds a text that has no blanks around it and is made of ASCII without small letters and of Chinese
/// characters, as ids and Chinese names are. No two such texts fold to the same. Of others, `folded` is left
/// as it is, and the answer is no.
bool fold_unlike_others(std::string_view text, std::string& folded);

/// The text with ASCII characters instead of their full-width forms: "２０２４／１" is "2024/1".
std::string half_width(std::string_view text);

/// The words of a label, such as the header of a column, one blank between them: folded, in half-width forms,
/// without punctuation, symbols and what stands in brackets. "Amount（EUR）:" is "amount".
std::string label_words(std::string_view text);

} // namespace perennial::metrics
