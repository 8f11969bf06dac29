// SPDX-License-Identifier: Apache-2.0
#include "shell/viewerframe.h"

#include "parts/named.h"
#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

#include <QCoreApplication>
#include <QStackedLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

ViewerFrame::ViewerFrame(const QString &objectName, QWidget *parent) : Card(objectName, parent)
{
    setFlush();
    auto *area = named(new QWidget(this), objectName + u".area"_s, {});
    m_stack = new QStackedLayout(area);
    auto *empty = named(new QWidget(area), objectName + u".empty"_s, {});
    m_placeholder = new QVBoxLayout(empty);
    m_placeholder->setContentsMargins(28, 24, 28, 24);
    m_placeholder->setSpacing(14);
    m_stack->addWidget(empty);
    body()->addWidget(area, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

ViewerFrame::~ViewerFrame()
{
    delete m_viewer.data(); // before its widget
}

net::Result<login::LoginViewer *> ViewerFrame::viewer()
{
    if (!m_viewer) {
        const auto plugin = ViewerLoader::load();
        if (!plugin)
            return tl::unexpected(plugin.error());
        m_viewer = (*plugin)->create(this);
        m_widget = (*plugin)->widget(m_viewer);
        m_stack->addWidget(m_widget);
    }
    m_stack->setCurrentWidget(m_widget);
    return m_viewer.data();
}

bool ViewerFrame::isOpen() const
{
    return m_widget && m_stack->currentWidget() == m_widget;
}

void ViewerFrame::close()
{
    if (m_viewer)
        m_viewer->close();
    m_stack->setCurrentIndex(0);
}

QString browserFaultText(const net::Fault &fault)
{
    static constexpr struct
    {
        const char *reason;
        const char *text;
    } words[] = {
        {"absent",
         QT_TRANSLATE_NOOP("ui::ViewerFrame", "The built-in browser is not installed with this program.")},
        {"load", QT_TRANSLATE_NOOP("ui::ViewerFrame",
                                   "The built-in browser could not be loaded: a part of it is missing.")},
        {"root",
         QT_TRANSLATE_NOOP(
             "ui::ViewerFrame",
             "The built-in browser does not run for the administrator (root), to protect this computer.")},
        {"user-namespaces",
         QT_TRANSLATE_NOOP(
             "ui::ViewerFrame",
             "This computer does not let the built-in browser lock itself in, so it is not started.")},
        {"apparmor",
         QT_TRANSLATE_NOOP(
             "ui::ViewerFrame",
             "This computer does not let the built-in browser lock itself in, so it is not started.")},
        {"process", QT_TRANSLATE_NOOP("ui::ViewerFrame", "A part of the built-in browser is missing.")},
        {"fonts", QT_TRANSLATE_NOOP("ui::ViewerFrame",
                                    "This computer has no fonts, so the built-in browser is not started.")},
        {"keyboard",
         QT_TRANSLATE_NOOP("ui::ViewerFrame", "This computer has no keyboard layouts (Debian's package "
                                              "xkb-data), so the built-in browser is not started.")},
    };
    const QString reason =
        fault.code == net::FaultCode::BrowserCannotStart ? fault.param(u"reason"_s) : QString();
    const auto *found = std::find_if(std::begin(words), std::end(words), [&](const auto &row) {
        return reason == QLatin1StringView(row.reason);
    });
    return QCoreApplication::translate(
        "ui::ViewerFrame",
        found != std::end(words)
            ? found->text
            : QT_TRANSLATE_NOOP("ui::ViewerFrame", "The built-in browser did not show anything."));
}

} // namespace ui
