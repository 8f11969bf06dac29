// SPDX-License-Identifier: Apache-2.0
#include "shell/viewerframe.h"

#include "checks/catalogue.h"
#include "parts/named.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/viewerloader.h"
#include "viewer/viewerplugin.h"

#include <QStackedLayout>

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
    connect(&Presentation::instance(), &Presentation::changed, this, &ViewerFrame::showAddress);
}

// The address of a page names hosts, Company ID and AgentId.
void ViewerFrame::showAddress()
{
    auto *line = m_widget ? m_widget->findChild<QWidget *>(u"browserAddress"_s) : nullptr;
    if (line)
        line->setVisible(!Presentation::instance().isOn());
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
        showAddress();
    }
    m_stack->setCurrentWidget(m_widget);
    return m_viewer.data();
}

void ViewerFrame::setStandIn(std::unique_ptr<login::LoginViewer> viewer, QWidget *widget)
{
    delete m_viewer.data();
    delete m_widget.data();
    m_viewer = viewer.release();
    m_viewer->setParent(this);
    m_widget = widget;
    m_stack->addWidget(widget);
    m_standIn = true;
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
    return checks::Catalogue::instance().faultText(fault, Language::instance().code());
}

} // namespace ui
