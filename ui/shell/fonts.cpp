// SPDX-License-Identifier: Apache-2.0
#include "shell/fonts.h"

#include "checks/languages.h"

#include <QFontDatabase>

namespace ui {

using namespace Qt::StringLiterals;

QStringList Fonts::families(const QString &language, bool mono)
{
#ifdef Q_OS_WIN
    const QStringList latin =
        mono ? QStringList{u"Cascadia Mono"_s, u"Consolas"_s} : QStringList{u"Segoe UI"_s};
#else
    const QStringList latin =
        mono ? QStringList{u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s} : QStringList{u"Noto Sans"_s};
#endif
    return latin + checks::language(language).fonts + QStringList{u"DejaVu Sans"_s};
}

bool Fonts::isMissing(const QString &language)
{
    switch (checks::language(language).script) {
    case checks::Script::Simplified:
        return QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
    case checks::Script::Traditional:
        return QFontDatabase::families(QFontDatabase::TraditionalChinese).isEmpty();
    case checks::Script::Japanese:
        return QFontDatabase::families(QFontDatabase::Japanese).isEmpty();
    case checks::Script::Latin:
        break;
    }
    return false;
}

} // namespace ui
