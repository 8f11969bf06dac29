// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTextBrowser;
class QUrl;
class QWidget;

namespace ui {

// Opens it in the person's browser. Where none opens, a box says so and offers the address (object name
// "open.failed", its button "open.failed.copy").
void openPage(const QUrl &url, QWidget *from);
// The same for the links of a text, all of which lead outside.
void openLinksOf(QTextBrowser *text);

} // namespace ui
