// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ui {

class FlowLayout;

// The way to a place in WeCom's console as chips: English and Chinese label side by side, in Chinese only the
// Chinese one.
class ConsolePath : public QWidget
{
    Q_OBJECT
public:
    explicit ConsolePath(const QString &objectName, QWidget *parent = nullptr);
    // An id of wecom::consolePlace; appName stands in for "your app" where it is known.
    void setPlace(const QString &id, const QString &appName = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    FlowLayout *m_flow;
    QString m_place;
    QString m_appName;
    QStringList m_shown;
};

} // namespace ui
