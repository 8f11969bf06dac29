// SPDX-License-Identifier: Apache-2.0
#include "parts/presentationlink.h"

#include "shell/presentation.h"

namespace ui {

PresentationLink::PresentationLink(const QString &objectName, QWidget *parent)
    : LinkButton(objectName, parent)
{
    connect(this, &QPushButton::clicked, this,
            [] { Presentation::instance().set(!Presentation::instance().isOn()); });
}

void PresentationLink::retranslate()
{
    if (Presentation::instance().isOn())
        setLabel(tr("End presentation"), tr("Show names and numbers again"));
    else
        setLabel(tr("Presentation"), tr("Hide names and numbers, with larger texts"));
    setToolTip(accessibleName());
}

} // namespace ui
