// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QResource>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

// A language that a test makes up: English, but 40 % longer and with letters that are not English. It goes
// the way of a real one: a row in the list of languages, a file of words, and translations of the window's
// texts.
class PseudoLanguage
{
public:
    // False when the tools of the build did not make it.
    static bool install(const QString &folder)
    {
        const QDir dir(folder);
        const QJsonObject row{{QStringLiteral("code"), QStringLiteral("pseudo")},
                              {QStringLiteral("name"), QStringLiteral("Psëudö")},
                              {QStringLiteral("tags"), QJsonArray{QStringLiteral("qps")}},
                              {QStringLiteral("instead"), QStringLiteral("en")},
                              {QStringLiteral("script"), QStringLiteral("latin")},
                              {QStringLiteral("fonts"), QJsonArray()}};
        const QJsonObject list{{QStringLiteral("languages"), QJsonArray{row}}};
        return write(dir.filePath(QStringLiteral("list.json")), QJsonDocument(list).toJson()) &&
               write(dir.filePath(QStringLiteral("words.json")), catalogue()) &&
               write(dir.filePath(QStringLiteral("texts.ts")), translations()) &&
               run(QStringLiteral(LRELEASE),
                   {QStringLiteral("-silent"), QStringLiteral("texts.ts"), QStringLiteral("-qm"),
                    QStringLiteral("texts.qm")},
                   folder) &&
               write(dir.filePath(QStringLiteral("all.qrc")),
                     "<RCC><qresource prefix=\"/\"><file alias=\"languages/pseudo.json\">list.json</file>"
                     "<file alias=\"catalogue/pseudo.json\">words.json</file>"
                     "<file alias=\"i18n/wecom-setup_pseudo.qm\">texts.qm</file></qresource></RCC>") &&
               run(QStringLiteral(RCC),
                   {QStringLiteral("-binary"), QStringLiteral("all.qrc"), QStringLiteral("-o"),
                    QStringLiteral("all.rcc")},
                   folder) &&
               QResource::registerResource(dir.filePath(QStringLiteral("all.rcc")));
    }

    static QString longer(const QString &text)
    {
        static const QString more = QStringLiteral("öné twø thréé fôur fïve sïx sévén eïght nïne tén ");
        const auto wanted = qsizetype(std::ceil(double(text.size()) * 0.4));
        QString filler;
        while (filler.size() < wanted)
            filler += more;
        return text + QLatin1Char(' ') + filler.left(std::max<qsizetype>(wanted - 1, 1)).trimmed();
    }

private:
    static bool write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    static bool run(const QString &tool, const QStringList &arguments, const QString &folder)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(tool, arguments);
        return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    static QJsonValue lengthened(const QJsonValue &value, const QString &key)
    {
        // Ids and the marks between words are no words.
        static const QStringList kept{QStringLiteral("group"), QStringLiteral("separator"),
                                      QStringLiteral("colon"), QStringLiteral("end")};
        if (value.isString())
            return kept.contains(key) ? value : QJsonValue(longer(value.toString()));
        if (value.isArray()) {
            QJsonArray all;
            const auto list = value.toArray();
            for (const auto &one : list)
                all.append(lengthened(one, {}));
            return all;
        }
        QJsonObject all;
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            all.insert(it.key(), lengthened(*it, it.key()));
        return all;
    }

    static QByteArray catalogue()
    {
        QFile file(QStringLiteral(":/catalogue/en.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QJsonDocument(lengthened(QJsonDocument::fromJson(file.readAll()).object(), {}).toObject())
            .toJson();
    }

    // All texts of the window stand in the Chinese file.
    static QByteArray translations()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/translations/wecom-setup_zh_CN.ts"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray made;
        QXmlStreamReader in(&file);
        QXmlStreamWriter out(&made);
        QString source;
        bool plural = false;
        while (!in.atEnd()) {
            in.readNext();
            if (in.isStartElement() && in.name() == QStringLiteral("message"))
                plural = in.attributes().hasAttribute(QStringLiteral("numerus"));
            if (in.isStartElement() && in.name() == QStringLiteral("source")) {
                source = in.readElementText();
                out.writeTextElement(QStringLiteral("source"), source);
            } else if (in.isStartElement() && in.name() == QStringLiteral("translation")) {
                in.readElementText(QXmlStreamReader::IncludeChildElements);
                out.writeStartElement(QStringLiteral("translation"));
                if (plural)
                    out.writeTextElement(QStringLiteral("numerusform"), longer(source));
                else
                    out.writeCharacters(longer(source));
                out.writeEndElement();
            } else if (!in.isStartDocument() && !in.hasError()) {
                out.writeCurrentToken(in);
            }
        }
        return in.hasError() ? QByteArray() : made;
    }
};
