// SPDX-License-Identifier: Apache-2.0
#include "shell/language.h"

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

QList<std::pair<QString, QString>> Language::available()
{
    return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

QString Language::ofSystem()
{
    const auto wanted = QLocale::system().uiLanguages();
    for (const auto &tag : wanted) {
        if (tag.startsWith(u"zh"_s))
            return u"zh_CN"_s;
        if (tag.startsWith(u"en"_s))
            return u"en"_s;
    }
    return u"en"_s;
}

void Language::set(const QString &code)
{
    QString known = u"en"_s;
    for (const auto &[id, name] : available()) {
        if (id == code)
            known = id;
    }
    const auto before = std::exchange(installed(), {});
    for (const auto &translator : before) {
        if (translator) {
            QCoreApplication::removeTranslator(translator);
            translator->deleteLater();
        }
    }
    m_code = known;
    QLocale::setDefault(QLocale(known));
    if (known != u"en"_s)
        install(u"qtbase_"_s + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"wecom-setup_"_s + known, u":/i18n"_s);
    emit changed();
}

} // namespace ui
