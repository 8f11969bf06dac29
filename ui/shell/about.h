// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace ui {

// Which version this is, and the licences: its own, of what it uses, and of what lies in the same package.
// Opened, never executed, so the window goes on. Object names: "about", "about.version", "about.list",
// "about.text", "about.close".
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent);

private:
    void fill();
    void showRow(int row);

    QListWidget *m_list;
    QTextBrowser *m_text;
};

} // namespace ui
