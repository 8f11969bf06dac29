// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

// The files of translations, for tests of their texts.
namespace tsfile {

using namespace Qt::StringLiterals;

struct Message
{
    QString context, source, type;
    QStringList translations;
};

inline QList<Message> read(const QString &path)
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

inline QStringList placeholders(const QString &text)
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

// As it would be after lupdate over today's sources, in folder; empty when that fails.
inline QString updated(const QString &language, const QDir &folder)
{
    const auto name = u"wecom-setup_%1.ts"_s.arg(language);
    const auto copy = folder.filePath(name);
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

} // namespace tsfile
