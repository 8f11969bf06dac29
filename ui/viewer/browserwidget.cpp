// SPDX-License-Identifier: Apache-2.0
#include "viewer/browserwidget.h"

#include "net/redactor.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMetaEnum>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWebEngineHistory>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace ui::viewer {

namespace {

constexpr int lowestZoom = -2, highestZoom = 8;
constexpr double zoomStep = 0.25;

} // namespace

BrowserWidget::BrowserWidget(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLabel(this))
    , m_notice(new QLabel(this))
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
    m_notice->setObjectName(u"browserNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 6, 12, 6);
    m_notice->setBackgroundRole(QPalette::AlternateBase);
    m_notice->setAutoFillBackground(true);
    m_notice->hide();
    m_layout->addWidget(m_address);
    m_layout->addWidget(m_notice);
    m_layout->addStretch(1);
    setMinimumHeight(320);
    addShortcuts();
    retranslate();
}

QWebEngineView *BrowserWidget::makeView(QWebEnginePage *page)
{
    m_view = new QWebEngineView(this);
    m_view->setObjectName(u"browserView"_s);
    m_view->setPage(page);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &BrowserWidget::showMenu);
    // A page may have its own size again after a change of process.
    connect(page, &QWebEnginePage::loadFinished, this, &BrowserWidget::applyZoom);
    connect(page, &QWebEnginePage::loadFinished, this, &BrowserWidget::keepTabOrder);
    delete m_layout->takeAt(2);
    m_layout->addWidget(m_view, 1);
    applyZoom();
    retranslate();
    return m_view;
}

// The browser comes into a window when it is first needed, and what takes the keys comes with each page: both
// would be last in the whole window. The place of what they stand in is theirs; a tab order can only name it
// while it takes the focus itself.
void BrowserWidget::keepTabOrder()
{
    QWidget *place = parentWidget();
    if (!place || !m_view || !m_view->focusProxy())
        return;
    const auto policy = place->focusPolicy();
    place->setFocusPolicy(Qt::TabFocus);
    setTabOrder(place, m_view->focusProxy());
    place->setFocusPolicy(policy);
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
    m_refusal.reset();
    m_sandboxOff = false;
    showNotice();
    elide();
}

void BrowserWidget::showAddress(const QUrl &raw)
{
    m_masked = net::redact::url(raw).toDisplayString();
    elide();
}

void BrowserWidget::forgetRefusal()
{
    m_refusal.reset();
    showNotice();
}

void BrowserWidget::tellRefusal(Page::Refusal what, const QString &about)
{
    m_refusal = what;
    m_about = about;
    showNotice();
}

void BrowserWidget::tellSandboxOff(bool off)
{
    m_sandboxOff = off;
    showNotice();
}

void BrowserWidget::showNotice()
{
    const char *name = m_refusal ? QMetaEnum::fromType<Page::Refusal>().valueToKey(int(*m_refusal)) : nullptr;
    m_notice->setProperty("refused", QByteArray(name));
    QStringList lines;
    if (m_sandboxOff)
        lines << tr("The browser's sandbox is switched off on this computer "
                    "(QTWEBENGINE_DISABLE_SANDBOX). Pages are less locked in than they should be.");
    if (m_refusal)
        lines << refusalText();
    m_notice->setText(lines.join(u'\n'));
    m_notice->setVisible(!lines.isEmpty());
}

QString BrowserWidget::refusalText() const
{
    switch (*m_refusal) {
    case Page::Refusal::Window:
        return tr("The page wanted to open a window of %1. That is not part of the login, so it was not "
                  "opened.")
            .arg(m_about);
    case Page::Refusal::Link:
        return tr("The link leads to %1. That is not part of the login, so it was not opened.").arg(m_about);
    case Page::Refusal::Download:
        return m_about.isEmpty() ? tr("The page wanted to save a file. Nothing was saved.")
                                 : tr("The page wanted to save the file %1. Nothing was saved.").arg(m_about);
    case Page::Refusal::Message:
        return tr("The page says: %1").arg(m_about);
    case Page::Refusal::Question:
        return tr("The page asked: %1. The answer was No.").arg(m_about);
    case Page::Refusal::Permission:
        return tr("%1 asked for camera, microphone, place or the like. The answer was No.").arg(m_about);
    case Page::Refusal::Files:
        return tr("The page wanted to see files of this computer. The answer was No.");
    case Page::Refusal::Password:
        return tr("%1 asked for a password of its own. None was given; a login by WeCom needs none.")
            .arg(m_about);
    case Page::Refusal::Program:
        return tr("The page wanted to start another program (%1). It was not started.").arg(m_about);
    }
    return {};
}

void BrowserWidget::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, int steps) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, steps] { zoomBy(steps); });
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Plus), 1);
    add(QKeySequence(Qt::CTRL | Qt::Key_Equal), 1); // where + needs Shift
    add(QKeySequence(Qt::CTRL | Qt::Key_Minus), -1);
    add(QKeySequence(Qt::CTRL | Qt::Key_0), 0);
}

void BrowserWidget::zoomBy(int steps)
{
    m_zoom = steps == 0 ? 0 : qBound(lowestZoom, m_zoom + steps, highestZoom);
    applyZoom();
}

void BrowserWidget::applyZoom()
{
    if (m_view)
        m_view->setZoomFactor(1.0 + m_zoom * zoomStep);
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
    menu->setObjectName(u"browserMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QWebEnginePage *page = m_view->page();
    QAction *back = menu->addAction(tr("Back"), page, [page] { page->triggerAction(QWebEnginePage::Back); });
    back->setEnabled(page->history()->canGoBack());
    menu->addAction(tr("Reload"), page, [page] { page->triggerAction(QWebEnginePage::Reload); });
    menu->addSeparator();
    addZoom(menu);
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("Copy address without secrets"), this,
                                    [this] { QGuiApplication::clipboard()->setText(m_masked); });
    copy->setEnabled(!m_masked.isEmpty());
    menu->popup(m_view->mapToGlobal(at));
}

void BrowserWidget::addZoom(QMenu *menu)
{
    const auto add = [this, menu](const QString &text, const QKeySequence &keys, int steps) {
        QAction *action = menu->addAction(text, this, [this, steps] { zoomBy(steps); });
        action->setShortcut(keys); // to be read: addShortcuts() listens
        action->setShortcutContext(Qt::WidgetShortcut);
        return action;
    };
    add(tr("Zoom in"), QKeySequence(Qt::CTRL | Qt::Key_Plus), 1)->setEnabled(m_zoom < highestZoom);
    add(tr("Zoom out"), QKeySequence(Qt::CTRL | Qt::Key_Minus), -1)->setEnabled(m_zoom > lowestZoom);
    add(tr("Actual size (now %1 %)").arg(qRound(100 + m_zoom * zoomStep * 100)),
        QKeySequence(Qt::CTRL | Qt::Key_0), 0)
        ->setEnabled(m_zoom != 0);
}

void BrowserWidget::retranslate()
{
    m_notice->setAccessibleName(tr("What the page asked for"));
    if (m_refusal || m_sandboxOff)
        showNotice();
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
