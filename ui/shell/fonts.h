// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ui {

// Which fonts the window is drawn with, for each language. Chinese characters have other forms in Japan,
// Taiwan and on the mainland, so each language's own fonts come first.
class Fonts
{
public:
    static QStringList families(const QString &language, bool mono);
    // True when no installed font has the characters of the language; they would be empty boxes.
    static bool isMissing(const QString &language);
};

} // namespace ui
