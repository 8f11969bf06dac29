// SPDX-License-Identifier: Apache-2.0
#include "apply/plan.h"
#include "apply/undorecord.h"
#include "nocobase/jsonleaves.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using nocobase::Option;
using setup::Inputs;

namespace apply {

namespace {

// Enough to recognise it by, and nothing of what might be a credential.
QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    const QString text = value.toString();
    return text.isEmpty() || isHarmless(value) ? text : QString(8, u'•');
}

} // namespace

QList<LayoutQuestion> layoutQuestions(const setup::World &world)
{
    const auto *layout = world.value(world.facts.layout, Inputs::NocobaseLogin);
    const auto *rows = world.value(world.facts.authenticators, Inputs::NocobaseLogin);
    if (!layout || !rows)
        return {};
    const auto row = std::find_if(rows->cbegin(), rows->cend(),
                                  [&](const auto &one) { return one.name == layout->learnedFrom; });
    if (row == rows->cend())
        return {};
    const QList<nocobase::JsonLeaf> leaves = nocobase::leavesOf(row->options);
    QList<LayoutQuestion> questions;
    for (auto it = layout->ambiguous.cbegin(); it != layout->ambiguous.cend(); ++it) {
        LayoutQuestion question;
        question.option = it.key();
        question.authenticator = row->name;
        question.isNeeded =
            it.key() == Option::CompanyId || it.key() == Option::AgentId || it.key() == Option::Secret;
        for (const nocobase::JsonLeaf &leaf : leaves) {
            if (it.value().contains(leaf.pointer))
                question.places << LayoutQuestion::Place{leaf.pointer, shown(leaf.value)};
        }
        questions << question;
    }
    return questions;
}

} // namespace apply
