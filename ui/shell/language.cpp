// SPDX-License-Identifier: Apache-2.0
#include "shell/language.h"

#include "checks/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// The translators in force; they belong to the application.
QList<QPointer<QTranslator>> &installed()
{
    static QList<QPointer<QTranslator>> list;
    return list;
}

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(file, folder)) {
        delete translator;
        return;
    }
    QCoreApplication::installTranslator(translator);
    installed().append(translator);
}

} // namespace

Language &Language::instance()
{
    static QPointer<Language> language;
    if (!language) {
        language = new Language;
        language->setParent(QCoreApplication::instance());
    }
    return *language;
}

QString Language::ofSystem()
{
    return checks::languageFor(QLocale::system().uiLanguages());
}

void Language::set(const QString &code)
{
    const QString known = checks::language(code).code;
    const auto before = std::exchange(installed(), {});
    for (const auto &translator : before) {
        if (translator) {
            QCoreApplication::removeTranslator(translator);
            translator->deleteLater();
        }
    }
    m_code = known;
    QLocale::setDefault(QLocale(known));
    // The last one installed is asked first, so what stands in for the language goes before it. The plural
    // forms of English are no words that could stand in for another's.
    QStringList chain;
    for (QString one = known; !one.isEmpty() && (one != u"en"_s || chain.isEmpty());
         one = checks::language(one).instead)
        chain.prepend(one);
    for (const auto &one : std::as_const(chain)) {
        if (one != u"en"_s)
            install(u"qtbase_"_s + one, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(u"wecom-setup_"_s + one, u":/i18n"_s);
    }
    emit changed();
}

} // namespace ui
