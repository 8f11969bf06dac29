// SPDX-License-Identifier: Apache-2.0
#include "apply/survey.h"

#include "apply/rowcompare.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using net::FaultCode;
using nocobase::Authenticator;

namespace apply {

namespace {

using Is = RowState::Is;

const Authenticator *presentRow(const UndoRecord::Row &kept, const QList<Authenticator> &now)
{
    const auto found = std::find_if(now.cbegin(), now.cend(), [&](const Authenticator &other) {
        return kept.row.id == 0 ? other.name == kept.row.name : other.id == kept.row.id;
    });
    return found == now.cend() ? nullptr : &*found;
}

Is stateOf(const UndoRecord::Row &kept, const Authenticator *present)
{
    if (!present)
        return kept.created ? Is::Old : Is::Gone;
    // Older records do not say the type of a row that was made.
    const bool isSame = present->name == kept.row.name &&
                        (kept.row.authType.isEmpty() || present->authType == kept.row.authType);
    if (!isSame)
        return Is::Another;
    if (!kept.created && differences(kept.row, *present).isEmpty())
        return Is::Old;
    const bool isUntouched = !kept.writtenAt.isEmpty() && kept.writtenAt == present->updatedAt;
    return isUntouched || kept.wanted.contains(digestOf(*present)) ? Is::New : Is::Changed;
}

} // namespace

QCoro::Task<net::Result<QList<RowState>>> rowStates(QJsonObject record, QList<Authenticator> now,
                                                    vault::SecretStorePtr store, QString setupId,
                                                    nocobase::Target target)
{
    if (!UndoRecord::isFor(record, target))
        co_return net::fail(FaultCode::Conflict, {{u"field"_s, u"target"_s}});
    const net::Result<QList<UndoRecord::Row>> rows =
        co_await UndoRecord::read(record, store, setupId, target);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<RowState> states;
    for (qsizetype i = 0; i < rows->size(); ++i) {
        RowState state;
        state.kept = rows->at(i);
        state.entry = record.value(u"rows"_s).toArray().at(i).toObject();
        const Authenticator *present = presentRow(state.kept, now);
        state.is = stateOf(state.kept, present);
        if (present) {
            state.updatedAt = present->updatedAt;
            state.kept.row.id = present->id;
            state.entry.insert(u"id"_s, present->id);
        }
        states << state;
    }
    co_return states;
}

setup::CutApply summary(const QList<RowState> &states, const QJsonObject &record)
{
    using Has = setup::CutApply::Has;
    const auto namesOf = [&](std::initializer_list<Is> which) {
        QStringList names;
        for (const RowState &state : states) {
            if (std::find(which.begin(), which.end(), state.is) != which.end())
                names << state.kept.row.name;
        }
        return names;
    };
    setup::CutApply cut;
    cut.at = UndoRecord::timeOf(record);
    const QStringList foreign = namesOf({Is::Changed, Is::Gone, Is::Another});
    const QStringList fresh = namesOf({Is::New});
    if (!foreign.isEmpty())
        cut.has = Has::Changed;
    else if (fresh.isEmpty())
        cut.has = Has::Old;
    else
        cut.has = fresh.size() == states.size() ? Has::New : Has::Between;
    cut.authenticators = foreign.isEmpty() ? fresh : foreign;
    return cut;
}

} // namespace apply
