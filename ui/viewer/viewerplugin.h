// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"

#include <QtPlugin>

class QWidget;

namespace ui {

// What the plugin with the embedded browser offers; the program asks for it through ViewerLoader and links
// nothing of it. Neither call touches WebEngine: that waits for LoginViewer::start(), which probes the system
// first and fails in words where Chromium would end the whole program.
class ViewerPlugin
{
public:
    virtual ~ViewerPlugin() = default;

    virtual login::LoginViewer *create(QObject *parent) = 0;
    // The widget that shows this viewer, with an address line above the page. It may be embedded before
    // start(), and is the caller's once it has a parent; it stays, empty, when the viewer has gone.
    virtual QWidget *widget(login::LoginViewer *viewer) = 0;
};

} // namespace ui

#define WecomSetupViewer_iid "nocobase.wecom-setup.viewer/1"
Q_DECLARE_INTERFACE(ui::ViewerPlugin, WecomSetupViewer_iid)
