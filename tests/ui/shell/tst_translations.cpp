// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context, source, type;
    QStringList translations;
};

QList<Message> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name().toString();
        if (name == u"name"_s) {
            context = xml.readElementText();
        } else if (name == u"message"_s) {
            messages.append(Message{context, {}, {}, {}});
        } else if (name == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (name == u"translation"_s) {
            messages.last().type = xml.attributes().value(u"type"_s).toString();
            messages.last().translations.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%[0-9n]+"_s);
    QStringList found;
    auto it = pattern.globalMatch(text);
    while (it.hasNext())
        found.append(it.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

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
    QString update(const QString &language);
};

QString tst_Translations::update(const QString &language)
{
    const auto name = u"wecom-setup_%1.ts"_s.arg(language);
    const auto copy = m_folder.filePath(name);
    QFile::remove(copy);
    QFile::copy(QStringLiteral(SOURCE_DIR "/translations/") + name, copy);
    QProcess lupdate;
    QStringList arguments = {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s,
                             u"none"_s,    u"-I"_s,           QStringLiteral(SOURCE_DIR "/ui")};
    if (language == u"en"_s)
        arguments.append(u"-pluralonly"_s);
    lupdate.start(QStringLiteral(LUPDATE),
                  arguments + QStringList{QStringLiteral(SOURCE_DIR "/ui"), u"-ts"_s, copy});
    if (!lupdate.waitForFinished(60000) || lupdate.exitCode() != 0)
        return {};
    return copy;
}

void tst_Translations::complete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh_CN") << u"zh_CN"_s;
    QTest::newRow("en, plural forms") << u"en"_s;
}

void tst_Translations::complete()
{
    QFETCH(QString, language);
    const auto file = update(language);
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
