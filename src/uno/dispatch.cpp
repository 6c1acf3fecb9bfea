#include "catalog/naming.hpp"
#include "uno/commands.hpp"
#include "uno/panel.hpp"
#include "uno/self_check.hpp"
#include "uno/strings.hpp"
#include "uno/window_progress.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxType.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <rtl/uri.hxx>

/// Carries the commands org.perennial.calc:… from menus, keys and scripts to those who do the work.
namespace perennial::uno {
namespace {

namespace frame = com::sun::star::frame;
namespace util = com::sun::star::util;
using com::sun::star::beans::PropertyValue;
using com::sun::star::uno::Any;
using com::sun::star::uno::Reference;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::UNO_QUERY;
using com::sun::star::uno::UNO_QUERY_THROW;
using com::sun::star::uno::XComponentContext;
using rtl::OUString;

const OUString protocol = "org.perennial.calc:";

/// A number or a date may come as a number, everything else is text.
std::string argument_text(const Any& value) {
    if (OUString text; value >>= text)
        return narrow(text);
    if (double number = 0; value >>= number)
        return fmt::format("{}", number);
    return {};
}

/// The command of a URL with the arguments of the dispatch; those of the URL come first.
Command parse(const OUString& url, const Sequence<PropertyValue>& arguments) {
    const auto decoded = [](const OUString& part) {
        return narrow(rtl::Uri::decode(part, rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
    };
    Command command;
    sal_Int32 place = 0;
    const OUString rest = url.copy(protocol.getLength());
    command.name = decoded(rest.getToken(0, '?', place));
    if (place >= 0) {
        const OUString query = rest.copy(place);
        sal_Int32 next = 0;
        while (next >= 0) {
            const OUString pair = query.getToken(0, '&', next);
            const sal_Int32 equals = pair.indexOf('=');
            if (equals > 0)
                command.arguments.emplace(decoded(pair.copy(0, equals)), decoded(pair.copy(equals + 1)));
        }
    }
    for (const PropertyValue& argument : arguments)
        command.arguments.emplace(narrow(argument.Name), argument_text(argument.Value));
    return command;
}

class Handler : public cppu::WeakImplHelper4<frame::XDispatchProvider, frame::XNotifyingDispatch,
                                             com::sun::star::lang::XInitialization,
                                             com::sun::star::lang::XServiceInfo> {
public:
    explicit Handler(const Reference<XComponentContext>& context) : context_(context) {
        learn_language(context);
    }

    void SAL_CALL initialize(const Sequence<Any>& arguments) override {
        if (arguments.hasElements())
            arguments[0] >>= frame_;
    }

    Reference<frame::XDispatch> SAL_CALL queryDispatch(const util::URL& url, const OUString&,
                                                       sal_Int32) override {
        return url.Complete.startsWith(protocol) ? this : nullptr;
    }

    Sequence<Reference<frame::XDispatch>>
        SAL_CALL queryDispatches(const Sequence<frame::DispatchDescriptor>& requests) override {
        Sequence<Reference<frame::XDispatch>> all(requests.getLength());
        for (sal_Int32 index = 0; index < requests.getLength(); ++index)
            all.getArray()[index] = queryDispatch(requests[index].FeatureURL, {}, 0);
        return all;
    }

    /// From a menu or a key: nobody listens for the outcome, so a failure is shown.
    void SAL_CALL dispatch(const util::URL& url, const Sequence<PropertyValue>& arguments) override {
        const Outcome outcome = perform(url, arguments);
        if (!outcome.success)
            show(outcome.sentence);
    }

    void SAL_CALL
    dispatchWithNotification(const util::URL& url, const Sequence<PropertyValue>& arguments,
                             const Reference<frame::XDispatchResultListener>& listener) override {
        const Reference<frame::XNotifyingDispatch> alive(this);
        const Outcome outcome = perform(url, arguments);
        if (!listener.is())
            return;
        frame::DispatchResultEvent event;
        event.Source = alive;
        event.State =
            outcome.success ? frame::DispatchResultState::SUCCESS : frame::DispatchResultState::FAILURE;
        event.Result <<= wide(outcome.sentence);
        listener->dispatchFinished(event);
    }

    void SAL_CALL addStatusListener(const Reference<frame::XStatusListener>&, const util::URL&) override {}
    void SAL_CALL removeStatusListener(const Reference<frame::XStatusListener>&, const util::URL&) override {}

    OUString SAL_CALL getImplementationName() override { return "org.perennial.calc.Commands"; }
    sal_Bool SAL_CALL supportsService(const OUString& name) override {
        return cppu::supportsService(this, name);
    }
    Sequence<OUString> SAL_CALL getSupportedServiceNames() override {
        const OUString service("com.sun.star.frame.ProtocolHandler");
        return {&service, 1};
    }

private:
    Outcome perform(const util::URL& url, const Sequence<PropertyValue>& arguments) {
        const Command command = parse(url.Complete, arguments);
        try {
            if (command.name == "help")
                return open_help();
            if (command.name == "selfcheck")
                return open_self_check(context_);
            if (command.name == "sidebar") {
                show_deck(frame_);
                return {true, {}};
            }
        } catch (const com::sun::star::uno::Exception& exception) {
            return {false, narrow(exception.Message)};
        }
        const Document document = frame_.is() && frame_->getController().is()
                                      ? Document(frame_->getController()->getModel(), UNO_QUERY)
                                      : Document();
        WindowProgress progress(frame_);
        return run(document, command, progress);
    }

    Outcome open_help() {
        static constexpr std::string_view folders[] = {"en", "zh-CN", "zh-TW"};
        const OUString place =
            com::sun::star::deployment::PackageInformationProvider::get(context_)->getPackageLocation(
                wide(catalog::extension_identifier));
        const std::string_view folder = folders[static_cast<std::size_t>(office_language())];
        com::sun::star::system::SystemShellExecute::create(context_)->execute(
            place + "/help/" + wide(folder) + "/index.html", OUString(),
            com::sun::star::system::SystemShellExecuteFlags::URIS_ONLY);
        return {true, {}};
    }

    void show(const std::string& sentence) {
        if (!frame_.is())
            return;
        const Reference<com::sun::star::awt::XMessageBoxFactory> factory(
            com::sun::star::awt::Toolkit::create(context_), UNO_QUERY_THROW);
        const Reference<com::sun::star::awt::XWindowPeer> parent(frame_->getContainerWindow(), UNO_QUERY);
        factory
            ->createMessageBox(parent, com::sun::star::awt::MessageBoxType_INFOBOX,
                               com::sun::star::awt::MessageBoxButtons::BUTTONS_OK,
                               wide(shown(catalog::text("Client value"))), wide(sentence))
            ->execute();
    }

    Reference<XComponentContext> context_;
    Reference<frame::XFrame> frame_;
};

} // namespace
} // namespace perennial::uno

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
perennial_commands_get(com::sun::star::uno::XComponentContext* context,
                       const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return cppu::acquire(static_cast<cppu::OWeakObject*>(new perennial::uno::Handler(context)));
}
