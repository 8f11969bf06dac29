// SPDX-License-Identifier: Apache-2.0
#include "viewer/browserwidget.h"

#include "net/redactor.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <QWebEngineHistory>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace ui::viewer {

BrowserWidget::BrowserWidget(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"browser"_s);
    m_address->setObjectName(u"browserAddress"_s);
    m_address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_address->setTextFormat(Qt::PlainText);
    m_address->setContentsMargins(12, 8, 12, 8);
    m_address->setMinimumWidth(0);
    m_address->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1); // the line under the address, see paintEvent()
    m_layout->addWidget(m_address);
    m_layout->addStretch(1);
    setMinimumHeight(320);
    retranslate();
}

QWebEngineView *BrowserWidget::makeView(QWebEnginePage *page)
{
    m_view = new QWebEngineView(this);
    m_view->setObjectName(u"browserView"_s);
    m_view->setPage(page);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &BrowserWidget::showMenu);
    m_layout->takeAt(1);
    m_layout->addWidget(m_view, 1);
    retranslate();
    return m_view;
}

void BrowserWidget::clear()
{
    if (!m_view)
        return;
    m_layout->removeWidget(m_view);
    m_view->hide();
    m_view = nullptr;
    m_layout->addStretch(1);
    m_masked.clear();
    elide();
}

void BrowserWidget::showAddress(const QUrl &raw)
{
    m_masked = net::redact::url(raw).toDisplayString();
    elide();
}

void BrowserWidget::elide()
{
    const QString shown = m_masked.startsWith(u"https://"_s)
                              ? QString::fromUtf8("\xF0\x9F\x94\x92 ") + m_masked.mid(8)
                              : m_masked;
    const int width = m_address->width() - 24;
    m_address->setText(m_address->fontMetrics().elidedText(shown, Qt::ElideRight, width));
    m_address->setToolTip(m_masked);
    m_address->setAccessibleDescription(m_masked);
}

void BrowserWidget::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QWebEnginePage *page = m_view->page();
    QAction *back = menu->addAction(tr("Back"), page, [page] { page->triggerAction(QWebEnginePage::Back); });
    back->setEnabled(page->history()->canGoBack());
    menu->addAction(tr("Reload"), page, [page] { page->triggerAction(QWebEnginePage::Reload); });
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("Copy address without secrets"), this,
                                    [this] { QGuiApplication::clipboard()->setText(m_masked); });
    copy->setEnabled(!m_masked.isEmpty());
    menu->popup(m_view->mapToGlobal(at));
}

void BrowserWidget::retranslate()
{
    setAccessibleName(tr("Embedded browser"));
    m_address->setAccessibleName(tr("Address; codes and tokens are hidden"));
    if (m_view)
        m_view->setAccessibleName(tr("Page"));
}

void BrowserWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void BrowserWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    const int y = m_address->geometry().bottom() + 1;
    painter.drawLine(0, y, width(), y);
}

void BrowserWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui::viewer
