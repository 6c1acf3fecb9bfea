#pragma once

#include <string>
#include <string_view>

/// The one naming rule: from the name that users type to the names in the type library and in saved files.
namespace perennial::catalog {

/// The implementation name of the add-in. Calc saves formulas as PERENNIAL.LTV(…), so it is a file format.
inline constexpr std::string_view service = "Perennial";
inline constexpr std::string_view extension_identifier = "org.perennial.calc";

/// The method of a function: its Calc name in lower case.
std::string method_name(std::string_view function);

/// The parameter of an argument in the type library: its own name, unless C++ keeps that for itself ("new").
std::string parameter_name(std::string_view argument);

/// The name in saved files and in formulas that programs write: PERENNIAL.LTV.
std::string saved_name(std::string_view function);

} // namespace perennial::catalog
