// SPDX-License-Identifier: Apache-2.0
#include "viewer/watch.h"

#include <QImage>
#include <QWebEngineScript>
#include <QWebEngineView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui::viewer {

namespace {

// Ticks and not time: a computer that slept has missed nothing.
constexpr auto tick = 1s;
constexpr int patienceForAnswer = 15;
constexpr int patienceForPaint = 30;

} // namespace

Watch::Watch(Page *page, QWebEngineView *view) : QObject(page), m_page(page), m_view(view)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &Watch::look);
    const auto another = [this] { // another document, perhaps of another process
        ++m_round;
        m_asking = false;
        m_unanswered = 0;
    };
    connect(page, &Page::requested, this, [this] {
        m_arrived = m_painted = false;
        m_blank = 0;
    });
    connect(page, &Page::loaded, this, [this, another](bool ok) {
        another();
        m_arrived = ok;
        m_tick.start();
    });
    connect(page, &QWebEnginePage::urlChanged, this, another);
    connect(page, &QWebEnginePage::renderProcessPidChanged, this, another);
    connect(page, &Page::failed, this, [this] { m_arrived = false; });
}

void Watch::look()
{
    if (m_told)
        return;
    if (!m_asking)
        ask();
    else if (++m_unanswered >= patienceForAnswer)
        return tell(u"hung"_s);
    if (!m_arrived || m_painted || m_page->isPending() || !m_view->isVisible())
        return;
    m_painted = !hasOneColour();
    if (!m_painted && ++m_blank >= patienceForPaint)
        tell(u"empty"_s);
}

void Watch::ask()
{
    m_asking = true;
    m_unanswered = 0;
    m_page->runJavaScript(u"1"_s, QWebEngineScript::ApplicationWorld,
                          [guard = QPointer<Watch>(this), round = m_round](const QVariant &) {
                              if (guard && guard->m_round == round)
                                  guard->m_asking = false;
                          });
}

bool Watch::hasOneColour() const
{
    const QImage shown = m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRgb first = shown.isNull() ? 0 : shown.pixel(0, 0);
    for (int y = 0; y < shown.height(); y += 2) { // a line of text is higher than that
        const auto *line = reinterpret_cast<const QRgb *>(shown.constScanLine(y));
        for (int x = 0; x < shown.width(); ++x) {
            if (line[x] != first)
                return false;
        }
    }
    return true;
}

void Watch::tell(const QString &reason)
{
    m_told = true;
    m_tick.stop();
    emit failed(
        {net::FaultCode::BrowserBlank, {{u"reason"_s, reason}, {u"host"_s, m_page->url().host()}}, {}});
}

} // namespace ui::viewer
