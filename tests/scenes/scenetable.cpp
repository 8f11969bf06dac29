// SPDX-License-Identifier: Apache-2.0
#include "scenetable.h"

#include "assistant/steps.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace scenes {

namespace {

QList<Look> looks(const QJsonArray &array)
{
    QList<Look> list;
    for (const auto &entry : array)
        list.append({entry[u"language"_s].toString(), entry[u"theme"_s].toString()});
    return list;
}

} // namespace

QString stateName(State state)
{
    switch (state) {
    case State::Empty:
        return u"empty"_s;
    case State::Ok:
        return u"ok"_s;
    case State::Attention:
        return u"attention"_s;
    case State::Busy:
        return u"busy"_s;
    }
    return {};
}

SceneTable::SceneTable(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return;
    const auto table = QJsonDocument::fromJson(source.readAll()).object();
    full = looks(table[u"full"_s].toArray());
    guide = looks(table[u"guide"_s].toArray());
    pairs = looks(table[u"pairs"_s].toArray());
    const auto troubles = table[u"attention"_s].toObject();
    for (const auto &step : assistant::steps()) {
        const auto entry = troubles[setup::stepName(step.id)];
        const auto until = setup::stepFromName(entry[u"until"_s].toString());
        attention[step.id] = {entry[u"faults"_s].toVariant().toStringList(), until.value_or(step.id)};
    }
}

QList<Look> SceneTable::looksOf(setup::StepId step, State state) const
{
    QList<Look> list = full;
    const auto add = [&list](const Look &look) {
        if (!list.contains(look))
            list.append(look);
    };
    if (state == State::Ok)
        std::for_each(guide.begin(), guide.end(), add);
    // Opposite entries of the circle differ in language and theme; four states go all the way round it.
    const qsizetype turn = assistant::stepNumber(step) + qsizetype(state);
    const qsizetype half = pairs.size() / 2;
    for (const qsizetype index : {turn, turn + half})
        add(pairs.at(index % pairs.size()));
    return list;
}

} // namespace scenes
