// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"

namespace apply {

// What is to become of one field of one row: what is shown of it, and, where it changes, what is written. The
// value may be the Secret; it lives as long as the plan is being made or written.
struct Decision
{
    Change change;
    std::optional<nocobase::Option> option; // nothing: a column of the row (title, enabled)
    QJsonValue value;
};

// The row that the plan is about: the one there is, or a new one (id 0); or why there is none.
struct Choice
{
    std::optional<nocobase::Authenticator> row;
    QString impossible;
    QStringList candidates;
};
Choice chooseRow(const setup::World &world);

QList<Decision> decide(const nocobase::Authenticator &row, const nocobase::OptionLayout &layout,
                       const setup::World &world);
// Automatic login may be on in one authenticator only: the others that have it, if ours is to have it.
QList<Decision> decideOthers(const nocobase::Authenticator &ours, const QList<Decision> &decisions,
                             const nocobase::OptionLayout &layout, const setup::World &world);

nocobase::Authenticator changed(nocobase::Authenticator row, const QList<Decision> &decisions,
                                const nocobase::OptionLayout &layout);

} // namespace apply
