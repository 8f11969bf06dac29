// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

namespace report {

// The report as the inside of an HTML body, in plain markup that a browser and QTextDocument both lay out:
// headings, paragraphs, lists and tables with classes. Everything that comes from outside is escaped.
QString bodyOf(const Report &report);

} // namespace report
