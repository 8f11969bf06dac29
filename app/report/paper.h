// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

class QPdfWriter;

namespace report {

// What all printed pages share: paper, margins and letters.
void prepare(QPdfWriter *writer);
QFont paperFont(qreal pointSize);

} // namespace report
