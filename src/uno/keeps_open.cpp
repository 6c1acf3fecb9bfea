#include "uno/keeps_open.hpp"

#include <com/sun/star/util/CloseVetoException.hpp>
#include <cppuhelper/implbase1.hxx>

namespace perennial::uno {

namespace util = com::sun::star::util;
using com::sun::star::lang::EventObject;
using com::sun::star::uno::Reference;
using com::sun::star::uno::UNO_QUERY;

class KeepsOpen::Veto : public cppu::WeakImplHelper1<util::XCloseListener> {
public:
    Veto(const Document& document, bool& cancelled) : model_(document, UNO_QUERY), cancelled_(cancelled) {
        if (model_.is())
            model_->addCloseListener(this);
    }

    void let_go() {
        if (model_.is())
            model_->removeCloseListener(this);
        model_.clear();
    }

    void SAL_CALL queryClosing(const EventObject&, sal_Bool) override {
        if (!model_.is())
            return;
        cancelled_ = true;
        throw util::CloseVetoException("the document is being worked on", *this);
    }
    void SAL_CALL notifyClosing(const EventObject&) override {}
    void SAL_CALL disposing(const EventObject&) override { model_.clear(); }

private:
    Reference<util::XCloseBroadcaster> model_;
    bool& cancelled_;
};

KeepsOpen::KeepsOpen(const Document& document, bool& cancelled) : veto_(new Veto(document, cancelled)) {}

KeepsOpen::~KeepsOpen() {
    veto_->let_go();
}

} // namespace perennial::uno
