#pragma once

#include "uno/commands.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace perennial::uno {

/// Opens the self-check in the office's language as a new document, with or without a window, and tells how
/// many of its checks agree with the published results: success when all do. Throws what the office throws.
Outcome
open_self_check(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

} // namespace perennial::uno
