// SPDX-License-Identifier: Apache-2.0
#include "parts/checkrow.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

CheckRow::CheckRow(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_icon(new StatusIcon(objectName + u".mark"_s, this))
    , m_title(new Text(FontRole::Check, Text::Tone::Plain, objectName + u".title"_s, this))
    , m_detail(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".detail"_s, this))
    , m_todo(new Text(FontRole::Small, Text::Tone::Plain, objectName + u".todo"_s, this))
    , m_links(new QVBoxLayout)
    , m_below(new QVBoxLayout)
{
    setObjectName(objectName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 7, 0, 6);
    row->setSpacing(10);
    auto *iconBox = new QVBoxLayout;
    iconBox->setContentsMargins(0, 1, 0, 0);
    iconBox->addWidget(m_icon);
    iconBox->addStretch(1);
    row->addLayout(iconBox);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    texts->addWidget(m_todo);
    m_below->setSpacing(6);
    texts->addLayout(m_below);
    texts->addStretch(1);
    row->addLayout(texts, 1);
    m_links->setSpacing(2);
    m_links->addStretch(1);
    row->addLayout(m_links);
    m_detail->hide();
    m_todo->hide();
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CheckRow::setFirst(bool first)
{
    m_first = first;
    update();
}

void CheckRow::setContent(Mark mark, const QString &title, const QString &detail)
{
    m_icon->setMark(mark);
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(markText(mark) + u": "_s + title);
    setAccessibleDescription(detail);
}

void CheckRow::setTodo(const QStringList &todo)
{
    m_todo->setText(todo.size() < 2 ? todo.join(u'\n') : u"• "_s + todo.join(u"\n• "_s));
    m_todo->setVisible(!todo.isEmpty());
}

LinkButton *CheckRow::setLink(const QString &name, const QString &label)
{
    auto *link = findChild<LinkButton *>(objectName() + u'.' + name);
    if (label.isEmpty()) {
        if (link)
            link->hide();
        return nullptr;
    }
    if (!link) {
        link = new LinkButton(objectName() + u'.' + name, this);
        // In this order, whichever is needed first.
        static const QStringList order = {u"action"_s, u"again"_s, u"jump"_s, u"open"_s};
        int at = 0;
        for (const auto &before : order.mid(0, order.indexOf(name)))
            at += findChild<LinkButton *>(objectName() + u'.' + before) ? 1 : 0;
        m_links->insertWidget(at, link, 0, Qt::AlignRight);
    }
    link->setLabel(label, label + u": "_s + m_title->text());
    link->show();
    return link;
}

void CheckRow::paintEvent(QPaintEvent *)
{
    if (m_first)
        return;
    QPainter painter(this);
    painter.setPen(colours().line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace ui
