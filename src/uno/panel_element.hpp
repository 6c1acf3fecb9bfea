#pragma once

#include "uno/commands.hpp"
#include "uno/document.hpp"
#include "uno/keeps_open.hpp"
#include "uno/panel_control.hpp"
#include "uno/panel_keys.hpp"
#include "uno/panel_layout.hpp"
#include "uno/panel_watch.hpp"
#include "uno/window_progress.hpp"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XStyleChangeListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/basemutex.hxx>
#include <cppuhelper/compbase8.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <memory>
#include <vector>

/// What all panels of the deck have in common: a window with controls that follows the sidebar's width, the
/// theme and the document, and that lets go of everything when the sidebar closes.
namespace perennial::uno {

/// What the sidebar hands to a panel when it is made.
struct PanelPlace {
    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context;
    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> frame;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> parent;
    com::sun::star::uno::Reference<com::sun::star::ui::XSidebar> sidebar;
    rtl::OUString url;
};

/// The colours of a panel, taken from the theme.
struct PanelColours {
    sal_Int32 text = 0;
    sal_Int32 muted = 0;
    sal_Int32 attention = 0;
    sal_Int32 main = 0;
};

using PanelBase =
    cppu::WeakComponentImplHelper8<com::sun::star::ui::XUIElement, com::sun::star::ui::XToolPanel,
                                   com::sun::star::ui::XSidebarPanel, com::sun::star::awt::XWindowListener,
                                   com::sun::star::awt::XActionListener, com::sun::star::awt::XItemListener,
                                   com::sun::star::awt::XStyleChangeListener, com::sun::star::awt::XCallback>;

class Panel : private cppu::BaseMutex, public PanelBase {
public:
    explicit Panel(PanelPlace place);
    ~Panel() override;

    /// Makes the controls and shows them; called once, after the constructor.
    void open();

    /// Puts the focus on the first control of the first panel in a window, as soon as there is one.
    static void focus_deck(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

    com::sun::star::uno::Reference<com::sun::star::frame::XFrame> SAL_CALL getFrame() override;
    rtl::OUString SAL_CALL getResourceURL() override;
    sal_Int16 SAL_CALL getType() override;
    com::sun::star::uno::Reference<com::sun::star::uno::XInterface> SAL_CALL getRealInterface() override;

    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> SAL_CALL getWindow() override;
    com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessible> SAL_CALL createAccessible(
        const com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessible>&) override;

    com::sun::star::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;

    void SAL_CALL windowResized(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowMoved(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowShown(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL windowHidden(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL actionPerformed(const com::sun::star::awt::ActionEvent& event) override;
    void SAL_CALL itemStateChanged(const com::sun::star::awt::ItemEvent& event) override;
    void SAL_CALL styleSettingsChanged(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL notify(const com::sun::star::uno::Any& data) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

protected:
    /// Makes the controls of the panel and lays them out in rows.
    virtual void fill() = 0;
    /// Another document, another sheet, a change, or back from another deck: brings what is shown up to date.
    virtual void update() = 0;
    /// The panel's place in the deck, counted from its top.
    virtual int rank() const = 0;
    /// Gives the controls the colours of the theme.
    virtual void paint(const PanelColours& colours) = 0;

    /// A text that breaks where the panel is narrow. No list or field may follow it without a label.
    Control& add_text(const std::string& text);
    /// A label that leads to the control added after it, and gives it its name for screen readers.
    Control& add_label(const std::string& text);
    Control& add_list(std::function<void()> selected);
    Control& add_edit();
    Control& add_button(const std::string& text, std::function<void()> pressed);
    Control& add_link(const std::string& text, std::function<void()> pressed);
    Control& add_bar();

    /// Adds what shows the progress of a longer work, hidden until there is one: a bar, and below it the name
    /// of the step and a link that cancels, as the key Escape does.
    void add_progress();
    /// Shows or hides it, and begins or ends a work that can be cancelled; at its beginning the focus goes to
    /// the link.
    void show_progress(bool shown);
    void show_step(const std::string& name, double share);
    /// Whether a work is shown that can be cancelled.
    bool busy() const { return busy_; }

    /// The steps of a work on a document, in the panel and in the window, which hears events at each of them.
    class Steps : public Progress {
    public:
        Steps(Panel& panel, const Document& document);

        void step(const std::string& name, double share) override;

    private:
        void show(const std::string& name, double share);

        Panel& panel_;
        KeepsOpen keeps_open_;
        WindowProgress window_;
    };

    /// Gives a link another text.
    void relabel(Control& link, const std::string& text);

    PanelLayout& layout() { return layout_; }
    const PanelColours& colours() const { return colours_; }

    /// Arranges the rows anew, and asks the sidebar for another height.
    void relayout();

    /// The control with the focus, or none where it is elsewhere.
    Control* focused() const;

    /// Does something once the window has painted what it shows now.
    void later(std::function<void()> work);

    bool closed() const { return rBHelper.bDisposed || rBHelper.bInDispose; }
    const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame() const {
        return place_.frame;
    }
    const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context() const {
        return place_.context;
    }

    /// The spreadsheet in the panel's window at this moment, or none.
    Document document() const;

    void SAL_CALL disposing() override;

private:
    struct Handler {
        Control* control;
        std::function<void()> act;
    };

    Control& add(const char* service,
                 const std::vector<std::pair<const char*, com::sun::star::uno::Any>>& properties);
    void make_window();
    void take_colours();
    void arrange();
    void act_on(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& source);
    void update_later();
    void restore_labels();
    int unit() const;

    bool press(const com::sun::star::awt::KeyEvent& event);
    bool leave(const Control& focused, bool forward);
    std::vector<Control*> stops() const;
    bool on_screen() const;

    PanelPlace place_;
    com::sun::star::uno::Reference<com::sun::star::awt::XControl> dialog_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
    com::sun::star::uno::Reference<com::sun::star::lang::XMultiServiceFactory> models_;
    rtl::Reference<PanelWatch> watch_;
    rtl::Reference<PanelKeys> keys_;
    std::vector<std::unique_ptr<Control>> controls_;
    std::vector<Handler> handlers_;
    std::vector<std::function<void()>> waiting_;
    bool update_waits_ = false;
    Control* bar_ = nullptr;
    Control* step_ = nullptr;
    Control* cancel_ = nullptr;
    std::size_t bar_row_ = 0;
    std::size_t step_row_ = 0;
    bool busy_ = false;
    bool cancelled_ = false;
    PanelLayout layout_;
    PanelColours colours_;
};

/// The panels of the deck.
com::sun::star::uno::Reference<com::sun::star::ui::XUIElement> make_data_panel(const PanelPlace& place);
com::sun::star::uno::Reference<com::sun::star::ui::XUIElement> make_dashboards_panel(const PanelPlace& place);

} // namespace perennial::uno
