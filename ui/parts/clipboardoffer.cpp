// SPDX-License-Identifier: Apache-2.0
#include "parts/clipboardoffer.h"

#include "parts/clipboard.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QTimer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4000; // nobody copies three values in a book

} // namespace

ClipboardOffer::ClipboardOffer(Describe describe, const QString &objectName, QWidget *page)
    : MessageBar(objectName, page)
    , m_describe(std::move(describe))
    , m_page(page)
    , m_take(addButton(u"take"_s, Button::Kind::Primary))
    , m_no(addButton(u"no"_s))
{
    connect(m_take, &QPushButton::clicked, this, [this] {
        const auto there = text();
        m_declined = true; // taken once
        setMessage(Tone::Info, {});
        if (!there.isEmpty())
            emit taken(there);
    });
    connect(m_no, &QPushButton::clicked, this, [this] {
        m_declined = true;
        setMessage(Tone::Info, {});
    });
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        m_declined = false;
        look();
    });
    page->installEventFilter(this);
    relabel();
}

QString ClipboardOffer::text() const
{
    const bool seen = m_page->isVisible() && window()->isActiveWindow();
    if (!seen || isOwnClipboard())
        return {};
    const auto text = QGuiApplication::clipboard()->text();
    return text.size() <= longestText ? text : QString();
}

void ClipboardOffer::look()
{
    if (!m_page->isVisible() || !window()->isActiveWindow())
        return; // an offer that stands is looked at again when they are back
    const auto there = m_declined ? QString() : text();
    setMessage(Tone::Info, there.isEmpty() ? QString() : m_describe(there));
}

bool ClipboardOffer::eventFilter(QObject *watched, QEvent *event)
{
    // Some systems hand the clipboard over only after the window has become active.
    const bool back = event->type() == QEvent::WindowActivate;
    if (watched == m_page && (back || event->type() == QEvent::Show))
        QTimer::singleShot(0, this, &ClipboardOffer::look);
    return MessageBar::eventFilter(watched, event);
}

void ClipboardOffer::relabel()
{
    m_take->setLabel(tr("Put it &in"));
    m_no->setLabel(tr("Not now"));
}

void ClipboardOffer::changeEvent(QEvent *event)
{
    MessageBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        relabel();
        look();
    }
}

} // namespace ui
