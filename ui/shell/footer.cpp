// SPDX-License-Identifier: Apache-2.0
#include "shell/footer.h"

#include "parts/buttons.h"
#include "parts/text.h"
#include "shell/steppage.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>

namespace ui {

using namespace Qt::StringLiterals;

Footer::Footer(QWidget *parent)
    : QWidget(parent)
    , m_status(new Text(FontRole::Small, Text::Tone::Muted, u"footer.status"_s, this))
    , m_back(new Button(u"footer.back"_s, this))
    , m_primary(new Button(Button::Kind::Primary, u"footer.primary"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metric::pageMargin, 13, metric::pageMargin, 12);
    row->setSpacing(10);
    row->addWidget(m_status, 1);
    row->addWidget(m_back);
    row->addWidget(m_primary);
    connect(m_back, &QPushButton::clicked, this, &Footer::backWanted);
    connect(m_primary, &QPushButton::clicked, this, &Footer::primaryWanted);
    auto *enter = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    enter->setAutoRepeat(false); // what it presses next is another page's
    connect(enter, &QShortcut::activated, m_primary, &QPushButton::click);
}

void Footer::render(const StepPage &page, bool hasBack)
{
    m_status->setText(page.footerText());
    m_back->setLabel(tr("&Back"));
    m_back->setVisible(hasBack);
    const auto label = page.primaryLabel();
    m_primary->setLabel(label);
    m_primary->setVisible(!label.isEmpty());
    m_primary->setEnabled(page.primaryEnabled());
}

void Footer::focusPrimary()
{
    m_primary->setFocus(Qt::OtherFocusReason);
}

void Footer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colours().line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace ui
