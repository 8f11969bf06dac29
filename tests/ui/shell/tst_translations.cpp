// SPDX-License-Identifier: Apache-2.0
#include "tsfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tsfile;

// The translations as they would be after lupdate over today's sources: nothing unfinished, nothing that lost
// its placeholders or its bold words.
class tst_Translations : public QObject
{
    Q_OBJECT
private slots:
    void complete_data();
    void complete();
    void samePlaceholders();
    void mnemonics();

private:
    QTemporaryDir m_folder;
};

void tst_Translations::complete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh_CN") << u"zh_CN"_s;
    QTest::newRow("en, plural forms") << u"en"_s;
}

void tst_Translations::complete()
{
    QFETCH(QString, language);
    const auto file = updated(language, QDir(m_folder.path()));
    QVERIFY(!file.isEmpty());
    const auto messages = read(file);
    if (language == u"zh_CN"_s)
        QVERIFY2(messages.size() > 150, qPrintable(QString::number(messages.size())));
    QStringList unfinished;
    for (const auto &message : messages) {
        if (message.type == u"unfinished"_s || message.translations.join(QString()).trimmed().isEmpty())
            unfinished.append(message.context + u": "_s + message.source);
    }
    QVERIFY2(unfinished.isEmpty(), qPrintable(u'\n' + unfinished.join(u'\n')));
}

void tst_Translations::samePlaceholders()
{
    const auto messages = read(QStringLiteral(SOURCE_DIR "/translations/wecom-setup_zh_CN.ts"));
    QVERIFY(!messages.isEmpty());
    for (const auto &message : messages) {
        const auto translated = message.translations.join(u' ');
        QVERIFY2(placeholders(message.source) == placeholders(translated), qPrintable(message.source));
        QVERIFY2(message.source.count(u"<b>"_s) == translated.count(u"<b>"_s) &&
                     translated.count(u"<b>"_s) == translated.count(u"</b>"_s),
                 qPrintable(message.source));
    }
}

// A key of its own for what has one in English, in the way Chinese programs show it.
void tst_Translations::mnemonics()
{
    static const QRegularExpression chinese(u"\\(&[A-Z]\\)"_s);
    static const QRegularExpression english(u"&[A-Za-z]"_s);
    const auto messages = read(QStringLiteral(SOURCE_DIR "/translations/wecom-setup_zh_CN.ts"));
    for (const auto &message : messages)
        QVERIFY2(message.source.contains(english) == message.translations.join(QString()).contains(chinese),
                 qPrintable(message.source));
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
