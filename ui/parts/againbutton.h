// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"

namespace ui {

// "Check again": in words where something is wrong, as a small round arrow where there is nothing to mend.
// One button for both, so that the focus stays while the row changes.
class AgainButton : public LinkButton
{
    Q_OBJECT
public:
    using LinkButton::LinkButton;
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_compact = false;
};

} // namespace ui
