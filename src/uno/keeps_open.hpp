#pragma once

#include "uno/document.hpp"

#include <com/sun/star/util/XCloseBroadcaster.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <rtl/ref.hxx>

namespace perennial::uno {

/// A document that is worked on must not go away beneath the work: as long as this stands, closing it asks
/// for an end of the work instead.
class KeepsOpen {
public:
    KeepsOpen(const Document& document, bool& cancelled);
    ~KeepsOpen();
    KeepsOpen(const KeepsOpen&) = delete;
    KeepsOpen& operator=(const KeepsOpen&) = delete;

private:
    class Veto;

    rtl::Reference<Veto> veto_;
};

} // namespace perennial::uno
