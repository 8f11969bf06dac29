// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nocobase/types.h"

#include <QJsonValue>
#include <QMap>

#include <optional>

namespace nocobase {

// Our options of a WeCom authenticator. Where the plugin keeps each in `options` is public nowhere and
// differs.
enum class Option { CompanyId, AgentId, Secret, Origin, AutoSignup, AutomaticLogin, RedirectLink, Tooltip };
QString optionName(Option option); // "companyId", "agentId", ... as used in JSON
std::optional<Option> optionFromName(const QString &name);
QList<Option> allOptions();

enum class LayoutSource { ExistingRow, MarkerRow, KnownTable };

// Where each option lives: JSON pointers into `options`, e.g. "/public/autoSignup".
struct OptionLayout
{
    QMap<Option, QString> pointers;
    LayoutSource source = LayoutSource::ExistingRow;
    QList<Option> guessed; // placed by key name only
    // Not placed, since several places hold such a value and no name tells: the person has to say which.
    QMap<Option, QStringList> ambiguous;
    QString learnedFrom; // the authenticator, by name. Neither of these two is kept with the layout

    // Company ID, AgentId and Secret are placed: enough to write a login.
    bool isUsable() const;
    bool has(Option option) const { return pointers.contains(option); }

    QJsonValue read(const QJsonObject &options, Option option) const; // undefined when absent
    // Only this member changes; unknown keys stay.
    QJsonObject written(QJsonObject options, Option option, const QJsonValue &value) const;

    QJsonObject toJson() const;
    static std::optional<OptionLayout> fromJson(const QJsonObject &json);
};

// "{{ $env.NAME }}": kept by NocoBase as it is and resolved at use; never overwritten unasked.
bool isTemplate(const QJsonValue &value);

// What the person types into NocoBase's own form once, where no WeCom authenticator exists yet: values that
// cannot be mistaken for anything else when the row is read back. They are no credentials; the row stays
// disabled.
QMap<Option, QString> markerValues();
// A row that may be taken over or removed as ours: disabled, and Company ID and Secret are still the markers.
bool isMarkerRow(const Authenticator &row);

// Learns from a WeCom authenticator that NocoBase's own form has saved: by values that are known already or
// are markers, then by the values' shapes (Company ID, AgentId, Secret, Origin); key names decide only
// between equals, for the switches, and for what holds a template. Several equal candidates leave the option
// unplaced, and are named in `ambiguous`. Source is MarkerRow when the row held a marker. `answers` are
// places that somebody was asked for: they come first where the row has such a place; an empty one means
// "kept nowhere".
OptionLayout learnLayout(const Authenticator &row, const QMap<Option, QString> &knownValues,
                         const QMap<Option, QString> &answers = {});
// From the table of known layouts in resources/layouts.json, by package and version.
std::optional<OptionLayout> knownLayout(const QString &packageName, const QString &version);

// Secret-like values under "public": everybody can read those.
QStringList publicSecrets(const Authenticator &row, const OptionLayout &layout);

} // namespace nocobase
