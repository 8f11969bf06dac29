// SPDX-License-Identifier: Apache-2.0
#include "parts/flowlayout.h"

#include <QWidget>

namespace ui {

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto *item : m_items) {
        width += item->sizeHint().width() + m_gap;
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    struct Line
    {
        QList<QPair<QLayoutItem *, QRect>> items;
        int height = 0;
    } line;
    int x = rect.left();
    int y = rect.top();
    // Items of different heights stand on the middle of their line.
    const auto endLine = [&] {
        for (const auto &[item, place] : std::as_const(line.items)) {
            if (move)
                item->setGeometry(place.translated(0, y + (line.height - place.height()) / 2));
        }
        y += line.height;
    };
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue;
        const auto size = item->sizeHint().boundedTo(QSize(rect.width(), QWIDGETSIZE_MAX));
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            endLine();
            line = {};
            x = rect.left();
            y += m_gap;
        }
        line.items.append({item, QRect(QPoint(x, 0), size)});
        line.height = std::max(line.height, size.height());
        x += size.width() + m_gap;
    }
    endLine();
    return y - rect.top();
}

} // namespace ui
