#pragma once

#include "dashboard/canvas.hpp"
#include "uno/document.hpp"
#include "uno/number_formats.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>

namespace perennial::uno {

/// Draws a native chart over cells of a sheet, bound to cells of the same sheet. `amounts` is how axes write
/// money.
void draw_chart(const Document& document,
                const com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>& sheet,
                const dashboard::Chart& chart, const NumberCode& amounts);

} // namespace perennial::uno
