// SPDX-License-Identifier: Apache-2.0
#include "parts/announce.h"

#include <QAccessible>
#include <QWidget>

namespace ui {

void announce(QWidget *widget)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, widget->accessibleName());
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
#else
    // Older ones know no announcements: what they pass on is an alert.
    QAccessibleEvent event(widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
