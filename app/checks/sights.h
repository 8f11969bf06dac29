// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace checks {

// What a login in a person's own browser, or on their phone, can come to, as a picture to choose from. Its
// words are "sights" of the catalogue: "<id>" under the picture, "<id>-picture" instead of it.
struct Sight
{
    QString id;
    QStringList causes; // one: this; several: what remains possible; none: it worked
    QString tell;       // of several, what tells them apart

    QString picture() const { return QStringLiteral("sights/") + id; } // resources/sights/<id>.svg
    bool isGood() const { return causes.isEmpty(); }
};

// In the order of a login, from its good end to what comes after it.
const QList<Sight> &sights();
const Sight *sightOf(const QString &id); // nullptr for another id

} // namespace checks
