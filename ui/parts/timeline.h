// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/statusicon.h"
#include "parts/text.h"

#include <QVBoxLayout>
#include <QWidget>

namespace ui {

class CheckRow;

// What happened, one line per hop or stage; lines stay in place while they change.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    struct Item
    {
        Mark mark = Mark::Todo;
        QString title;
        QString detail;
        bool operator==(const Item &) const = default;
    };
    explicit Timeline(const QString &objectName, QWidget *parent = nullptr);
    void setItems(const QList<Item> &items);

private:
    QVBoxLayout *m_layout;
    QList<CheckRow *> m_rows;
};

} // namespace ui
