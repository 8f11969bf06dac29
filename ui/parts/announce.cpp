// SPDX-License-Identifier: Apache-2.0
#include "parts/announce.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace ui {

namespace {

constexpr const char *headingProperty = "isHeading";

QAccessibleInterface *headingInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !widget->property(headingProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Heading);
}

} // namespace

void announce(QWidget *widget, const QString &text)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
#else
    QAccessibleEvent event(widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

void makeHeadingsKnown()
{
    static const bool once = [] {
        QAccessible::installFactory(headingInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void setHeading(QWidget *label)
{
    label->setProperty(headingProperty, true);
}

} // namespace ui
