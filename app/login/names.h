// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace login {

// The value of an enumeration up to `last` that has this name; nothing when none has.
template<class E>
std::optional<E> byName(const QString &name, E last, QString (*nameOf)(E))
{
    for (int i = 0; i <= int(last); ++i) {
        if (nameOf(E(i)) == name)
            return E(i);
    }
    return std::nullopt;
}

} // namespace login
