// SPDX-License-Identifier: Apache-2.0
#include "parts/timeline.h"

#include "parts/checkrow.h"

namespace ui {

using namespace Qt::StringLiterals;

Timeline::Timeline(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(tr("What happened"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void Timeline::setItems(const QList<Item> &items)
{
    while (m_rows.size() < items.size()) {
        auto *row = new CheckRow(u"%1.row%2"_s.arg(objectName()).arg(m_rows.size() + 1), this);
        row->setFirst(m_rows.isEmpty());
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < items.size();
        m_rows.at(i)->setVisible(used);
        if (used)
            m_rows.at(i)->setContent(items.at(i).mark, items.at(i).title, items.at(i).detail);
    }
}

} // namespace ui
