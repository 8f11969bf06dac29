// SPDX-License-Identifier: Apache-2.0
#include "shell/language.h"

#include "checks/languages.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

#include <memory>
#include <vector>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// One translator for the application, which asks those of the languages in turn: each that is installed or
// removed by itself would have every widget say everything anew.
class Chain : public QTranslator
{
public:
    using QTranslator::QTranslator;

    void clear() { m_files.clear(); }
    void add(const QString &file, const QString &folder)
    {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file, folder))
            m_files.push_back(std::move(translator));
    }
    bool isEmpty() const override { return m_files.empty(); }
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override
    {
        for (const auto &file : m_files) {
            if (const auto text = file->translate(context, source, disambiguation, n); !text.isNull())
                return text;
        }
        return {};
    }

private:
    std::vector<std::unique_ptr<QTranslator>> m_files;
};

Chain &chain()
{
    static QPointer<Chain> chain;
    if (!chain) {
        chain = new Chain(QCoreApplication::instance());
        QCoreApplication::installTranslator(chain);
    }
    return *chain;
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
    QList<std::pair<QString, QString>> all;
    for (const auto &language : checks::languages())
        all.append({language.code, language.name});
    return all;
}

QString Language::ofSystem()
{
    return checks::languageFor(QLocale::system().uiLanguages());
}

void Language::set(const QString &code)
{
    const QString known = checks::language(code).code;
    m_code = known;
    QLocale::setDefault(QLocale(known));
    // What stands in for the language is asked after it. The plural forms of English are no words that could
    // stand in for another's.
    chain().clear();
    for (QString one = known; !one.isEmpty() && (one != u"en"_s || one == known);
         one = checks::language(one).instead) {
        chain().add(u"wecom-setup_"_s + one, u":/i18n"_s);
        if (one != u"en"_s)
            chain().add(u"qtbase_"_s + one, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
    emit changed();
}

} // namespace ui
