// SPDX-License-Identifier: Apache-2.0
#include "login/classify.h"
#include "login/trace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace login {

namespace {

struct Known
{
    Sight sight;
    QStringList texts;
};

const QList<Known> &knownTexts()
{
    static const QList<Known> table = [] {
        QList<Known> known;
        QFile file(u":/wecompage.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return known;
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll())[u"sights"_s].toArray();
        for (const auto &row : rows) {
            const auto sight = sightFromName(row[u"sight"_s].toString());
            QStringList texts;
            const QJsonArray all = row[u"texts"_s].toArray();
            for (const auto &text : all)
                texts.append(squeezed(text.toString()));
            if (sight)
                known.append({*sight, texts});
        }
        return known;
    }();
    return table;
}

} // namespace

std::optional<Sight> sightOf(const QString &pageText, bool qrShown)
{
    const QString text = squeezed(pageText);
    for (const Known &known : knownTexts()) {
        for (const QString &one : known.texts) {
            if (text.contains(one))
                return known.sight;
        }
    }
    return qrShown ? std::optional(Sight::QrShown) : std::nullopt;
}

} // namespace login
