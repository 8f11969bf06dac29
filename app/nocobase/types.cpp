// SPDX-License-Identifier: Apache-2.0
#include "nocobase/types.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

// As NocoBase does it: a pattern grants, and any matching pattern that denies wins, however precise the other
// one is.
bool grants(const Identity &identity, const QString &right)
{
    if (identity.allowAll)
        return true;
    bool granted = false;
    for (QString pattern : identity.snippets) {
        const bool denies = pattern.startsWith(u'!');
        if (denies)
            pattern.remove(0, 1);
        const QRegularExpression matching(QRegularExpression::wildcardToRegularExpression(pattern));
        if (!matching.match(right).hasMatch())
            continue;
        if (denies)
            return false;
        granted = true;
    }
    return granted;
}

} // namespace

QUrl Target::api(const QString &action) const
{
    QUrl url = base;
    QString path = url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + u"api/"_s + action);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

bool Identity::mayManageAuthenticators() const
{
    return grants(*this, u"pm.auth.authenticators"_s);
}

bool Identity::mayManagePlugins() const
{
    return grants(*this, u"pm"_s);
}

} // namespace nocobase
