// SPDX-License-Identifier: Apache-2.0
#include "shell/style.h"

#include "parts/buttons.h"
#include "shell/desktop.h"
#include "shell/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * share),
                            float(a.greenF() + (b.greenF() - a.greenF()) * share),
                            float(a.blueF() + (b.blueF() - a.blueF()) * share));
}

QRectF inner(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto &c = colours();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool primary = isPrimary(widget);
    QColor fill = primary ? c.accent : c.card;
    QColor edge = primary ? c.accent : c.line;
    if (option->state & QStyle::State_Sunken)
        fill = mixed(fill, c.text, 0.12);
    else if (enabled && (option->state & QStyle::State_MouseOver))
        fill = mixed(fill, c.text, 0.05);
    if (!enabled && primary)
        fill = edge = mixed(c.accent, c.window, 0.55);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(inner(option->rect), metric::radius, metric::radius);
    if (option->state & QStyle::State_HasFocus)
        drawFocusRing(painter, option->rect, metric::radius);
    painter->restore();
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const auto &c = colours();
    const bool focus = option->state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focus ? c.accent : c.line, focus ? 2 : 1));
    painter->setBrush((option->state & QStyle::State_Enabled) ? c.field : c.rail);
    const qreal in = focus ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(in, in, -in, -in), metric::radius, metric::radius);
    painter->restore();
}

void drawRadio(const QStyleOption *option, QPainter *painter)
{
    const auto &c = colours();
    const bool on = option->state & QStyle::State_On;
    const QRectF circle = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(c.field);
    const qreal width = on ? 5 : 1.5;
    painter->setPen(QPen(on ? c.accent : c.muted, width));
    painter->drawEllipse(circle.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

void drawCheck(const QStyleOption *option, QPainter *painter)
{
    const auto &c = colours();
    const bool on = option->state & QStyle::State_On;
    const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(on ? c.accent : c.field);
    painter->setPen(QPen(on ? c.accent : c.muted, 1.5));
    painter->drawRoundedRect(box, 4, 4);
    if (on) {
        painter->setPen(QPen(c.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
        };
        painter->drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.32)}));
    }
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &handle)
{
    if (bar->maximum <= bar->minimum)
        return;
    auto colour = colours().muted;
    colour.setAlphaF((bar->state & QStyle::State_MouseOver) || (bar->state & QStyle::State_Sunken) ? 0.7F
                                                                                                   : 0.35F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(QRectF(handle).adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

} // namespace

void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    const auto &c = colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(c.window, 1));
    painter->drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
    painter->setPen(QPen(c.accent, 2));
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

Style::Style() : QProxyStyle(u"Fusion"_s) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_IndicatorCheckBox:
        drawCheck(option, painter);
        return;
    case PE_FrameFocusRect:
        if (widget && widget->inherits("QPushButton"))
            return; // the panel has drawn it
        drawFocusRing(painter, option->rect, 4);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && isPrimary(widget)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, colours().onAccent);
            copy.palette.setColor(QPalette::Disabled, QPalette::ButtonText, colours().onAccent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// A scroll bar is a handle in its groove, without arrows.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool upright = bar->orientation == Qt::Vertical;
    const auto &area = bar->rect;
    const int length = upright ? area.height() : area.width();
    const int range = std::max(1, bar->maximum - bar->minimum + bar->pageStep);
    const int handle = std::clamp(int(qint64(length) * bar->pageStep / range), std::min(32, length), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    const auto stretch = [&](int from, int size) {
        return upright ? QRect(area.left(), area.top() + from, area.width(), size)
                       : QRect(area.left() + from, area.top(), size, area.height());
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return stretch(start, handle);
    case SC_ScrollBarGroove:
        return area;
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + handle, length - start - handle);
    default:
        return {};
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    if (type == CT_PushButton)
        return {size.width() + 30, std::max(size.height() + 16, 36)};
    if (type == CT_LineEdit)
        return {size.width(), std::max(size.height() + 16, 36)};
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_ScrollBarExtent:
        return metric::scrollBar;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_FocusFrameHMargin: // around the words in lists
        return 6;
    case PM_FocusFrameVMargin:
        return 2;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    if (hint == SH_ComboBox_Popup) // a list that scrolls: all of its rows may be more than the screen has
        return 0;
    if (hint == SH_UnderlineShortcut)
        return m_underlines ? 1 : 0;
    if (hint == SH_Widget_Animation_Duration && Desktop::instance().isStill())
        return 0;
    if (hint == SH_LineEdit_PasswordCharacter)
        return 0x2022;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace ui
