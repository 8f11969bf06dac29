// SPDX-License-Identifier: Apache-2.0
#include "parts/checkrow.h"

#include "parts/announce.h"
#include "shell/presentation.h"
#include "shell/style.h"

#include <QEvent>
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
    , m_row(new QHBoxLayout(this))
    , m_texts(new QVBoxLayout)
    , m_links(new QVBoxLayout)
    , m_below(new QVBoxLayout)
{
    setObjectName(objectName);
    m_row->setContentsMargins(0, 7, 0, 6);
    m_row->setSpacing(10);
    auto *iconBox = new QVBoxLayout;
    iconBox->setContentsMargins(0, 1, 0, 0);
    iconBox->addWidget(m_icon);
    iconBox->addStretch(1);
    m_row->addLayout(iconBox);
    m_texts->setSpacing(1);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_detail);
    m_texts->addWidget(m_todo);
    m_below->setSpacing(6);
    m_texts->addLayout(m_below);
    m_texts->addStretch(1);
    m_row->addLayout(m_texts, 1);
    m_links->setSpacing(2);
    m_links->addStretch(1);
    m_row->addLayout(m_links);
    m_detail->hide();
    m_todo->hide();
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CheckRow::setFirst(bool first)
{
    m_first = first;
    update();
}

void CheckRow::setNarrow()
{
    m_narrow = true;
    arrange();
}

void CheckRow::arrange()
{
    const bool asks = !m_below->isEmpty();
    m_below->setContentsMargins(0, asks ? 6 : 0, 0, asks ? 4 : 0);
    const int most = m_narrow ? width() / 6 : width() / 3;
    stand(m_links->sizeHint().width() > most);
}

void CheckRow::stand(bool under)
{
    if (std::exchange(m_under, under) == under)
        return;
    if (under) {
        m_row->removeItem(m_links);
        m_texts->insertLayout(m_texts->indexOf(m_below), m_links);
    } else {
        m_texts->removeItem(m_links);
        m_row->addLayout(m_links);
    }
    for (int i = 0; i < m_links->count(); ++i) {
        if (auto *link = m_links->itemAt(i)->widget())
            m_links->setAlignment(link, under ? Qt::AlignLeft : Qt::AlignRight);
    }
}

// Which links there are, and their words, come and go.
bool CheckRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void CheckRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CheckRow::setContent(Mark mark, const QString &title, const QString &detail)
{
    m_icon->setMark(mark);
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    Presentation::instance().say(this, markText(mark) + u": "_s + title);
    Presentation::instance().describe(this, detail);
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
        take(link);
        arrange();
        return nullptr;
    }
    if (!link) {
        link = new LinkButton(objectName() + u'.' + name, this);
        place(link, name);
    }
    link->setLabel(label, label + u": "_s + m_title->text());
    link->show();
    arrange();
    return link;
}

void CheckRow::focusLink(const QString &name)
{
    auto *link = findChild<LinkButton *>(objectName() + u'.' + name);
    if (link && link->isVisible())
        link->setFocus(Qt::OtherFocusReason);
}

// A focus that goes with it would be passed on, to a field whose text the next key replaces.
void CheckRow::take(QWidget *link)
{
    if (!link)
        return;
    if (link->hasFocus())
        setFocus(Qt::OtherFocusReason);
    link->hide();
}

// In this order, whichever is needed first.
void CheckRow::place(LinkButton *link, const QString &name)
{
    static const QStringList order = {u"action"_s, u"other"_s, u"copy"_s,      u"again"_s,  u"jump"_s,
                                      u"open"_s,   u"undo"_s,  u"duplicate"_s, u"rename"_s, u"remove"_s};
    int at = 0;
    for (const auto &before : order.mid(0, order.indexOf(name)))
        at += findChild<LinkButton *>(objectName() + u'.' + before) ? 1 : 0;
    m_links->insertWidget(at, link, 0, m_under ? Qt::AlignLeft : Qt::AlignRight);
}

AgainButton *CheckRow::setAgain(const QString &label, bool compact)
{
    auto *again = findChild<AgainButton *>(objectName() + u".again"_s);
    if (label.isEmpty()) {
        take(again);
        arrange();
        return nullptr;
    }
    if (!again) {
        again = new AgainButton(objectName() + u".again"_s, this);
        place(again, u"again"_s);
    }
    // The row's name says what was found, so a change of it is read out where the focus is.
    again->setLabel(label, label + u": "_s + accessibleName());
    again->setToolTip(compact ? label : QString());
    again->setCompact(compact);
    again->show();
    arrange();
    return again;
}

void CheckRow::announce()
{
    // Older versions of Qt pass on the new name of the focused button, too.
    ui::announce(this, accessibleName());
}

void CheckRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (hasFocus())
        drawFocusRing(&painter, rect(), 4);
    if (m_first)
        return;
    painter.setPen(colours().line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace ui
