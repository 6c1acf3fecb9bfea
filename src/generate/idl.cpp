#include "generate/idl.hpp"

#include "catalog/catalog.hpp"
#include "catalog/naming.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

namespace perennial::generate {
namespace {

/// Columns come as references, which can be cut to the used area. All that may be left out or may be one of
/// several kinds of values has to be `any`.
std::string_view type_of(catalog::Parameter parameter) {
    if (parameter.kind == catalog::Kind::null_date)
        return "com::sun::star::beans::XPropertySet";
    if (parameter.kind == catalog::Kind::column && !parameter.optional)
        return "com::sun::star::table::XCellRange";
    if (parameter.kind == catalog::Kind::number && !parameter.optional)
        return "double";
    return "any";
}

std::string method(const catalog::Function& function) {
    std::vector<std::string> parameters;
    auto argument = function.argument_list().begin();
    for (const catalog::Parameter parameter : function.parameter_list()) {
        const std::string name = parameter.kind == catalog::Kind::null_date
                                     ? "document"
                                     : catalog::parameter_name((argument++)->name);
        parameters.push_back(fmt::format("[in] {} {}", type_of(parameter), name));
    }
    return fmt::format("    any {}({});\n", catalog::method_name(function.name), fmt::join(parameters, ", "));
}

} // namespace

std::string idl() {
    std::string file = "module org { module perennial {\n"
                       "\n"
                       "/** The functions of the catalogue; written by the target regenerate. */\n"
                       "interface XPerennial {\n";
    for (const catalog::Function& function : catalog::functions())
        file += method(function);
    return file + "};\n\n}; };\n";
}

} // namespace perennial::generate
