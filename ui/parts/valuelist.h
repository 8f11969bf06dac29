// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/copyrow.h"

#include <QMap>

class QGridLayout;

namespace ui {

// Values to be filled into a form elsewhere: the form's own label, and the value with its copy button; what
// is a switch there has words instead. Lines stay in place while they change.
class ValueList : public QWidget
{
    Q_OBJECT
public:
    explicit ValueList(const QString &objectName, QWidget *parent = nullptr);
    void setValue(const QString &key, const QString &label, const QString &value);
    void setSecret(const QString &key, const QString &label, std::function<QString()> fetch, bool present);
    void setWords(const QString &key, const QString &label, const QString &words); // nothing to copy
    void setShown(const QString &key, bool shown);

private:
    struct Line
    {
        Text *label = nullptr;
        CopyRow *copy = nullptr;
        Text *words = nullptr;
    };
    Line &line(const QString &key, const QString &label, bool hasWords);

    QGridLayout *m_grid;
    QMap<QString, Line> m_lines;
};

} // namespace ui
