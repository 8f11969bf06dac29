// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"
#include "parts/clipboard.h"
#include "parts/text.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace ui {

// A value to be pasted elsewhere, with its copy button, which says for a moment that it was copied.
class CopyRow : public QWidget
{
    Q_OBJECT
public:
    explicit CopyRow(const QString &objectName, QWidget *parent = nullptr);
    // what: names the value for a screen reader, e.g. "Callback domain". An empty value is said to be not
    // known yet.
    void setValue(const QString &value, const QString &what, bool sensitive = false);
    // A secret: dots are shown, the value is fetched at the press of the button, and copied as sensitive.
    void setHidden(std::function<QString()> fetch, const QString &what, bool present);
    QString value() const { return m_value; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void relabel();
    void showValue();
    Text *m_text;
    LinkButton *m_copy;
    QTimer m_back;
    QString m_value, m_what;
    std::function<QString()> m_fetch;
    bool m_sensitive = false;
};

} // namespace ui
