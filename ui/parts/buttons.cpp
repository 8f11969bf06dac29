// SPDX-License-Identifier: Apache-2.0
#include "parts/buttons.h"

#include "parts/mnemonic.h"
#include "shell/presentation.h"
#include "shell/style.h"
#include "shell/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

Button::Button(Kind kind, const QString &objectName, QWidget *parent) : QPushButton(parent), m_kind(kind)
{
    setObjectName(objectName);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setKind(kind);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    auto font = Theme::font(FontRole::Check);
    if (kind == Kind::Primary)
        font.setWeight(QFont::Bold);
    setFont(font);
    update();
}

void Button::setLabel(const QString &text)
{
    ui::setLabel(this, text);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event))
        click();
    else
        QPushButton::keyPressEvent(event);
}

bool isPrimary(const QWidget *widget)
{
    const auto *button = qobject_cast<const Button *>(widget);
    return button && button->isPrimary();
}

LinkButton::LinkButton(const QString &objectName, QWidget *parent) : QPushButton(parent)
{
    setObjectName(objectName);
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setFont(Theme::font(FontRole::Label));
    auto f = font();
    f.setWeight(QFont::Normal);
    setFont(f);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Presentation::instance(), &Presentation::changed, this, [this] {
        if (!m_said.isEmpty())
            setText(Presentation::instance().shown(m_said));
        updateGeometry();
    });
}

void LinkButton::setLabel(const QString &text, const QString &accessibleName)
{
    const auto name = accessibleName.isEmpty() ? text : accessibleName;
    const auto &presentation = Presentation::instance();
    if (text == m_said && presentation.shown(text) == this->text() &&
        presentation.shown(name) == this->accessibleName())
        return; // a screen reader is told of changes alone
    m_said = text;
    setText(presentation.shown(text));
    presentation.say(this, name);
    updateGeometry();
}

QSize LinkButton::sizeHint() const
{
    const auto metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + 8, metrics.height() + 4};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colours();
    auto f = font();
    f.setUnderline(underMouse() && isEnabled());
    painter.setFont(f);
    painter.setPen(isEnabled() ? c.accent : c.muted);
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (hasFocus())
        drawFocusRing(&painter, rect(), 4);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event))
        click();
    else
        QPushButton::keyPressEvent(event);
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace ui
