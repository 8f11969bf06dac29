// SPDX-License-Identifier: Apache-2.0
#include "nocobase/types.h"

using namespace Qt::StringLiterals;

namespace nocobase {

namespace {

bool grants(const Identity &identity, const QString &right)
{
    if (identity.allowAll)
        return true;
    if (identity.snippets.contains(u"!"_s + right))
        return false;
    return identity.snippets.contains(right);
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
    const QString precise = u"pm.auth.authenticators"_s;
    if (grants(*this, precise))
        return true;
    return !snippets.contains(u"!"_s + precise) && grants(*this, u"pm.*"_s);
}

bool Identity::mayManagePlugins() const
{
    return grants(*this, u"pm"_s);
}

} // namespace nocobase
