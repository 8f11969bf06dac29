// SPDX-License-Identifier: Apache-2.0
#include "steps/playedpage.h"

#include "net/redactor.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto lookFor = std::chrono::seconds(5);
constexpr int barHeight = 40;

} // namespace

PlayedPage::PlayedPage(login::LoginViewer *viewer, const QUrl &code, const QString &objectName,
                       QWidget *parent)
    : QWidget(parent)
    , m_viewer(viewer)
    , m_address(new Text(FontRole::Mono, Text::Tone::Muted, objectName + u".address"_s, this))
    , m_page(new Text(FontRole::Body, Text::Tone::Plain, objectName + u".page"_s, this))
    , m_note(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".note"_s, this))
    , m_code(new QrCode(objectName + u".code"_s, this))
    , m_phone(code)
{
    setObjectName(objectName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 0, 18, 14);
    m_address->setFixedHeight(barHeight);
    layout->addWidget(m_address);
    layout->addStretch(1);
    m_page->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_page);
    layout->addWidget(m_code, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    m_note->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_note);
    m_code->hide();
    connect(viewer, &login::LoginViewer::changed, this, &PlayedPage::look);
    connect(viewer, &login::LoginViewer::loaded, this, &PlayedPage::look);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void PlayedPage::look()
{
    if (m_viewer)
        QCoro::connect(m_viewer->settled(lookFor), this, [this](const net::Result<login::PageState> &page) {
            if (page)
                show(*page);
        });
}

void PlayedPage::show(const login::PageState &page)
{
    m_address->setText(net::redact::url(page.url).toString());
    m_page->setText(page.text);
    m_code->setVisible(page.qrShown);
}

void PlayedPage::retranslate()
{
    setAccessibleName(tr("The page that a browser would show"));
    m_code->setText(m_phone.toString(), tr("QR code of the login page"));
    m_note->setText(tr("Drawn: played without a browser"));
}

void PlayedPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlayedPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().line);
    painter.setBrush(colours().rail);
    painter.drawRoundedRect(QRectF(6, 5, width() - 12, barHeight - 9), 8, 8);
}

} // namespace ui
