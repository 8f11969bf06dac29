// SPDX-License-Identifier: Apache-2.0
#include "viewer/browser.h"
#include "viewer/browserwidget.h"
#include "viewer/viewerplugin.h"

namespace ui::viewer {

class Plugin : public QObject, public ViewerPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID WecomSetupViewer_iid)
    Q_INTERFACES(ui::ViewerPlugin)
public:
    login::LoginViewer *create(QObject *parent) override { return new Browser(parent); }

    QWidget *widget(login::LoginViewer *viewer) override
    {
        auto *browser = qobject_cast<Browser *>(viewer);
        return browser ? browser->widget() : nullptr;
    }
};

} // namespace ui::viewer

#include "plugin.moc"
