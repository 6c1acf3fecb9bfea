#include "catalog/naming.hpp"

#include <boost/algorithm/string/case_conv.hpp>

namespace perennial::catalog {

std::string method_name(std::string_view function) {
    return boost::algorithm::to_lower_copy(std::string(function));
}

std::string parameter_name(std::string_view argument) {
    // Of the words that C++ keeps for itself this is the one that the field uses, too.
    return argument == "new" ? "newValue" : std::string(argument);
}

std::string saved_name(std::string_view function) {
    return boost::algorithm::to_upper_copy(std::string(service)) + "." + std::string(function);
}

} // namespace perennial::catalog
