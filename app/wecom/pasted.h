// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace wecom {

enum class Field { CompanyId, AgentId, Secret };

// What a copied text holds: by shape alone, or by the word or the address in front of a value, as the
// console, handbooks, chats and WeCom's own addresses write it. Pure; nothing of it is kept.
struct Pasted
{
    enum class Kind {
        Nothing,     // empty
        Values,      // at least one is recognised
        Masked,      // "***": copied before it was shown; not to be taken
        ConsolePage, // the address of a page in WeCom's console, with no value in it (its 16-digit number is
                     // no AgentId)
        Other,       // anything else: what it is can only be told by where it was pasted
    };
    struct Value
    {
        Field field;
        QString text;
        bool operator==(const Value &) const = default;
    };
    Kind kind = Kind::Nothing;
    QList<Value> values; // Kind::Values: one a field at most, in the order of Field
    QString text;        // cleaned(), whatever the kind

    std::optional<QString> value(Field field) const;
};

// Only values of the good shape are recognised (a Company ID may begin with wx as well); an AgentId of
// another length only behind its name.
Pasted readPasted(const QString &raw);

} // namespace wecom
