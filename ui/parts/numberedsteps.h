// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/text.h"

#include <QVBoxLayout>
#include <QWidget>

namespace ui {

// "1, 2, 3": what to do, each with an optional widget under it.
class NumberedSteps : public QWidget
{
    Q_OBJECT
public:
    NumberedSteps(const QString &objectName, int count, QWidget *parent = nullptr);
    void setRich(int index, const QString &html); // from 0
    void addWidget(int index, QWidget *widget);

private:
    struct Row
    {
        Text *text;
        QVBoxLayout *box;
    };
    QList<Row> m_rows;
};

} // namespace ui
