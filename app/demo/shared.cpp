// SPDX-License-Identifier: Apache-2.0
#include "demo/world.h"

using namespace Qt::StringLiterals;

namespace demo {

std::optional<Answer> sharedAnswer(World &world, const Call &call)
{
    static const QHash<QString, std::pair<QString, QByteArray>> files{
        {u"/rehearsal.css"_s, {u"rehearsal.css"_s, "text/css; charset=utf-8"}},
        {u"/logo.svg"_s, {u"logo.svg"_s, "image/svg+xml"}},
        {u"/rehearsal/hops.js"_s, {u"hops.js"_s, "text/javascript; charset=utf-8"}}};
    if (const auto file = files.constFind(call.path); file != files.cend()) {
        Answer answer = Answer::page(file->first);
        answer.contentType = file->second;
        return answer;
    }
    if (call.path != u"/rehearsal/may"_s)
        return std::nullopt;
    const auto hop = login::tourHopFromName(call.param(u"hop"_s));
    const std::lock_guard lock(world.mutex);
    return Answer::json(QJsonObject{{u"go"_s, !hop || !world.gate.isHeld(*hop)}});
}

} // namespace demo
