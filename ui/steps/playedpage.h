// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/viewer.h"
#include "parts/qrcode.h"
#include "parts/text.h"

#include <QPointer>

namespace ui {

// Stands in for a browser where none can be shown: the address, masked, and the words of the page that a
// login has come to. What it shows is drawn, and it says so.
class PlayedPage : public QWidget
{
    Q_OBJECT
public:
    PlayedPage(login::LoginViewer *viewer, const QUrl &code, const QString &objectName,
               QWidget *parent = nullptr);
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void look();
    void show(const login::PageState &page);

    QPointer<login::LoginViewer> m_viewer;
    Text *m_address, *m_page, *m_note;
    QrCode *m_code;
    QUrl m_phone;
};

} // namespace ui
