// SPDX-License-Identifier: Apache-2.0
#include "parts/beforeafter.h"

#include "parts/text.h"
#include "shell/presentation.h"

#include <QGridLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

BeforeAfterTable::BeforeAfterTable(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(8, 0, 8, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, 194);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BeforeAfterTable::setChanges(const QString &heading, const QList<apply::Change> &changes,
                                  const std::function<QString(const apply::Change &)> &label,
                                  const std::function<QString(const apply::Change &, bool after)> &value)
{
    setAccessibleName(heading);
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_changing.clear();
    const auto cell = [this](FontRole role, Text::Tone tone, int row, int columnIndex, const QString &text) {
        auto *made =
            new Text(role, tone, u"%1.cell%2.%3"_s.arg(objectName()).arg(row).arg(columnIndex), this);
        made->setText(text);
        made->setContentsMargins(0, 7, 0, 7);
        made->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(made, row, columnIndex);
        return made;
    };
    const QStringList heads = {heading, tr("Now"), tr("After")};
    for (int i = 0; i < 3; ++i) {
        auto *head = cell(FontRole::Small, Text::Tone::Muted, 0, i, heads.at(i));
        auto font = head->font();
        font.setWeight(QFont::Bold);
        head->setFont(font);
    }
    int row = 1;
    for (const auto &change : changes) {
        const auto name = label(change);
        const bool mono = change.secret || change.before.contains(u"://"_s) ||
                          change.after.contains(u"://"_s) ||
                          change.field.contains(u"id"_s, Qt::CaseInsensitive);
        const auto role = mono ? FontRole::Mono : FontRole::Check;
        cell(FontRole::Check, Text::Tone::Plain, row, 0, name);
        const auto before = value(change, false);
        const auto after = value(change, true);
        auto *old = cell(role, change.changes ? Text::Tone::Muted : Text::Tone::Plain, row, 1, before);
        if (change.changes) {
            auto font = old->font();
            font.setStrikeOut(true);
            old->setFont(font);
        }
        cell(role, Text::Tone::Plain, row, 2, after);
        Presentation::instance().say(old, tr("%1 now: %2").arg(name, before));
        Presentation::instance().say(m_grid->itemAtPosition(row, 2)->widget(),
                                     change.changes ? tr("%1 changes to: %2").arg(name, after)
                                                    : tr("%1 stays: %2").arg(name, after));
        m_changing.append(change.changes);
        ++row;
    }
    for (auto *child : findChildren<Text *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (m_grid->indexOf(child) >= 0)
            child->show();
    }
    updateGeometry();
    update();
}

void BeforeAfterTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colours();
    for (int i = 0; i < m_changing.size(); ++i) {
        // The cells themselves: QGridLayout::cellRect() knows nothing of rows whose height follows from their
        // width.
        QRect line(0, 0, width(), 0);
        for (int columnIndex = 0; columnIndex < 3; ++columnIndex) {
            if (const auto *item = m_grid->itemAtPosition(i + 1, columnIndex))
                line =
                    columnIndex == 0
                        ? QRect(0, item->geometry().top(), width(), item->geometry().height())
                        : line.united(QRect(0, item->geometry().top(), width(), item->geometry().height()));
        }
        if (m_changing.at(i))
            painter.fillRect(line, c.okSoft);
        painter.setPen(c.line);
        painter.drawLine(line.topLeft(), line.topRight());
    }
}

} // namespace ui
