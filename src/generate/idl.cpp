#include "generate/idl.hpp"

#include "catalog/catalog.hpp"
#include "catalog/naming.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

namespace perennial::generate {
namespace {

/// An optional argument has to be `any`, the one type that can be left out; so have those that take several
/// kinds of values. Columns come as references, which can be cut to the used area.
std::string_view type_of(catalog::Parameter parameter) {
    switch (parameter.kind) {
    case catalog::Kind::null_date:
        return "com::sun::star::beans::XPropertySet";
    case catalog::Kind::column:
        return parameter.optional ? "any" : "com::sun::star::table::XCellRange";
    case catalog::Kind::number:
        return parameter.optional ? "any" : "double";
    case catalog::Kind::keyword:
    case catalog::Kind::numbers:
    case catalog::Kind::labels:
        break;
    }
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
