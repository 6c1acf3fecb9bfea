#pragma once

#include <com/sun/star/frame/XFrame.hpp>

/// The deck "Client value" in the sidebar of Calc.
namespace perennial::uno {

/// Opens the sidebar of a window with this deck and puts the focus there. Does nothing where there is no
/// window or no spreadsheet.
void show_deck(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

} // namespace perennial::uno
