// SPDX-License-Identifier: Apache-2.0
#include "parts/messagebar.h"

#include "parts/announce.h"
#include "shell/presentation.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(new Text(FontRole::Check, Text::Tone::Accent, objectName + u".text"_s, this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MessageBar::setMessage(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setTone(tone == Tone::Info      ? Text::Tone::Accent
                    : tone == Tone::Ok      ? Text::Tone::Ok
                    : tone == Tone::Warning ? Text::Tone::Warn
                                            : Text::Tone::Bad);
    m_text->setText(text);
    const auto before = accessibleName();
    Presentation::instance().say(this, text);
    const auto shown = accessibleName();
    setVisible(!text.isEmpty());
    // A second line counts seconds; it would be read out over and over.
    if (isVisible() && before.section(u'\n', 0, 0) != shown.section(u'\n', 0, 0))
        announce(this, shown);
    update();
}

Button *MessageBar::addButton(const QString &name, Button::Kind kind)
{
    auto *button = new Button(kind, objectName() + u'.' + name, this);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const auto &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Info      ? c.accentSoft
                     : m_tone == Tone::Ok      ? c.okSoft
                     : m_tone == Tone::Warning ? c.warnSoft
                                               : c.badSoft);
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace ui
