// SPDX-License-Identifier: Apache-2.0
// One language as a whole: every word is there, in the catalogue and in the window, with the same
// placeholders, and WeCom's names as its console has them. Chinese unless LANGUAGE_UNDER_TEST names another.
#include "checks/languages.h"
#include "tsfile.h"
#include "wordfiles.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

struct Said
{
    QString where, english, words;
};

QStringList braces(const QString &text)
{
    static const QRegularExpression pattern(u"\\{(\\w*)\\}"_s);
    QStringList names;
    auto it = pattern.globalMatch(text);
    while (it.hasNext())
        names.append(it.next().captured(1));
    names.sort();
    return names;
}

// A name of one word is also a word like any other, so it counts where it stands as a name.
bool mentions(const QString &text, const QString &name)
{
    const QString quoted = QRegularExpression::escape(name);
    const bool isOneWord = !name.contains(u' ') && !name.contains(u'-');
    const QRegularExpression pattern(isOneWord ? u"(?:<b>|→ )%1(?=</b>| →|[.,]|$)"_s.arg(quoted)
                                               : u"(?<!\\w)%1(?!\\w)"_s.arg(quoted));
    return pattern.match(text).hasMatch();
}

} // namespace

class tst_Language : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void catalogueIsComplete();
    void windowIsComplete();
    void placeholdersAreTheSame();
    void keysToPress();
    void namesOfTheConsole();
    void consoleIsInTheGlossary();
    void qtSpeaksIt();
    void isFound_data();
    void isFound();

private:
    QString m_language;
    QTemporaryDir m_folder;
    QList<Said> m_catalogue, m_window;
    QList<tsfile::Message> m_messages;
};

void tst_Language::initTestCase()
{
    m_language = qEnvironmentVariable("LANGUAGE_UNDER_TEST", u"zh_CN"_s);
    QVERIFY(checks::isLanguage(m_language));
    const auto english = wordfiles::texts(u"en"_s);
    const auto own = wordfiles::texts(m_language);
    for (auto it = english.begin(); it != english.end(); ++it)
        m_catalogue.append({it.key(), it.value(), own.value(it.key())});
    const auto file = tsfile::updated(m_language, QDir(m_folder.path()));
    QVERIFY(!file.isEmpty());
    m_messages = tsfile::read(file);
    for (const auto &message : std::as_const(m_messages))
        m_window.append({message.context, message.source, message.translations.join(u' ')});
    QVERIFY(m_catalogue.size() > 900 && m_window.size() > 150);
}

void tst_Language::catalogueIsComplete()
{
    QStringList missing;
    for (const auto &said : std::as_const(m_catalogue)) {
        if (said.words.trimmed().isEmpty())
            missing.append(said.where + u": "_s + said.english);
    }
    const auto english = wordfiles::texts(u"en"_s);
    const auto own = wordfiles::texts(m_language);
    for (auto it = own.begin(); it != own.end(); ++it) {
        if (!english.contains(it.key()))
            missing.append(u"no longer wanted: "_s + it.key());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u'\n' + missing.join(u'\n')));
}

void tst_Language::windowIsComplete()
{
    QStringList missing;
    for (const auto &message : std::as_const(m_messages)) {
        if (message.type == u"unfinished"_s || message.translations.join(QString()).trimmed().isEmpty())
            missing.append(message.context + u": "_s + message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u'\n' + missing.join(u'\n')));
}

void tst_Language::placeholdersAreTheSame()
{
    QStringList wrong;
    for (const auto &said : m_catalogue + m_window) {
        if (said.words.isEmpty())
            continue; // told by the two before
        if (tsfile::placeholders(said.english) != tsfile::placeholders(said.words) ||
            braces(said.english) != braces(said.words) ||
            said.english.count(u"<b>"_s) != said.words.count(u"<b>"_s) ||
            said.words.count(u"<b>"_s) != said.words.count(u"</b>"_s))
            wrong.append(said.where + u": "_s + said.english + u" / "_s + said.words);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

// A key of its own for what has one in English, in the way programs of these languages show it.
void tst_Language::keysToPress()
{
    static const QRegularExpression own(u"\\(&[A-Z]\\)"_s);
    static const QRegularExpression english(u"&[A-Za-z]"_s);
    QStringList wrong;
    for (const auto &said : std::as_const(m_window)) {
        if (!said.words.isEmpty() && said.english.contains(english) != said.words.contains(own))
            wrong.append(said.english + u" / "_s + said.words);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

// Who reads a name has to find it in the console: in the language's own form, or as the console writes it.
void tst_Language::namesOfTheConsole()
{
    const QJsonArray names = wordfiles::resource(u"glossary.json"_s)[u"names"_s].toArray();
    QVERIFY(names.size() > 15);
    QStringList wrong;
    int seen = 0;
    for (const auto &name : names) {
        const QString english = name[u"en"_s].toString();
        QStringList forms{name[u"zh_CN"_s][0].toString()};
        const QJsonArray own = name[m_language].toArray();
        for (const auto &form : own)
            forms.append(form.toString());
        if (checks::language(m_language).instead == u"en"_s && own.isEmpty())
            forms.append(english); // the console speaks Chinese and English only
        for (const auto &said : m_catalogue + m_window) {
            if (said.words.isEmpty() || !mentions(said.english, english))
                continue;
            ++seen;
            const bool isNamed = std::any_of(forms.begin(), forms.end(),
                                             [&](const QString &form) { return said.words.contains(form); });
            if (!isNamed)
                wrong.append(u"%1 (%2): %3 / %4"_s.arg(said.where, english, said.english, said.words));
        }
    }
    QVERIFY2(seen > 40, qPrintable(QString::number(seen)));
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void tst_Language::consoleIsInTheGlossary()
{
    const QJsonArray names = wordfiles::resource(u"glossary.json"_s)[u"names"_s].toArray();
    QMap<QString, QStringList> known;
    for (const auto &name : names) {
        const QJsonArray forms = name[u"zh_CN"_s].toArray();
        for (const auto &form : forms)
            known[name[u"en"_s].toString()].append(form.toString());
    }
    int labels = 0;
    const QJsonArray places = wordfiles::resource(u"console.json"_s)[u"places"_s].toArray();
    for (const auto &place : places) {
        const QJsonArray path = place[u"path"_s].toArray();
        for (const auto &label : path) {
            const QString english = label[u"en"_s].toString();
            if (english == u"your app"_s) // stands for a name that is the company's own
                continue;
            QVERIFY2(known.value(english).contains(label[u"zh"_s].toString()), qPrintable(english));
            ++labels;
        }
    }
    QVERIFY(labels > 20);
}

// The buttons and menus that are Qt's.
void tst_Language::qtSpeaksIt()
{
    QTranslator translator;
    QVERIFY(translator.load(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    const auto paste = translator.translate("QWidgetTextControl", "&Paste");
    QVERIFY2(!paste.isEmpty() && !paste.startsWith(u"&Paste"_s), qPrintable(paste));
    QCOMPARE(QLocale(m_language).name(), m_language == u"ja"_s ? u"ja_JP"_s : m_language);
}

void tst_Language::isFound_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("code");
    QTest::newRow("mainland") << QStringList{u"zh-Hans-CN"_s, u"zh-CN"_s} << u"zh_CN"_s;
    QTest::newRow("Singapore") << QStringList{u"zh-SG"_s} << u"zh_CN"_s;
    QTest::newRow("Taiwan") << QStringList{u"zh-Hant-TW"_s, u"zh-TW"_s, u"zh"_s} << u"zh_TW"_s;
    QTest::newRow("Taiwan, as files are named") << QStringList{u"zh_TW"_s} << u"zh_TW"_s;
    QTest::newRow("Hong Kong") << QStringList{u"zh-HK"_s} << u"zh_TW"_s;
    QTest::newRow("Traditional") << QStringList{u"zh-Hant"_s} << u"zh_TW"_s;
    QTest::newRow("Simplified in Hong Kong") << QStringList{u"zh-Hans-HK"_s} << u"zh_CN"_s;
    QTest::newRow("Chinese") << QStringList{u"zh"_s} << u"zh_CN"_s;
    QTest::newRow("Japan") << QStringList{u"ja-JP"_s} << u"ja"_s;
    QTest::newRow("second choice") << QStringList{u"fr-FR"_s, u"ja"_s, u"en"_s} << u"ja"_s;
    QTest::newRow("neither") << QStringList{u"fr-FR"_s} << u"en"_s;
    QTest::newRow("another that begins alike") << QStringList{u"zhx"_s, u"jam"_s} << u"en"_s;
    QTest::newRow("none") << QStringList() << u"en"_s;
}

void tst_Language::isFound()
{
    QFETCH(QStringList, wanted);
    QTEST(checks::languageFor(wanted), "code");
}

QTEST_GUILESS_MAIN(tst_Language)
#include "tst_language.moc"
