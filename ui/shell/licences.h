// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace ui {

// Something that the program uses or brings along, and the licence it may be used under. From
// resources/licences.json, which packagers' checks hold against what is really used.
struct Component
{
    QString name;
    QString licence; // an SPDX expression; empty where only the text tells
    QString copyright;
    QString url;
    QString text; // whole: every licence that the expression names
};

class Licences
{
public:
    // The program itself first, then what it uses.
    static QList<Component> ofProgram();
    // Every library that lies in the same package (AppImage, MSI): a folder for each with its papers. Empty
    // where the program came without any, as in a package of the system.
    static QList<Component> ofBundle(const QString &folder = bundleFolder());
    static QString bundleFolder();
};

} // namespace ui
