// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checks/finding.h"
#include "setup/facts.h"

namespace checks {

// Words for a finding in one language.
struct Words
{
    QString title;       // one line: what was found
    QString detail;      // why, in a sentence or two; may be empty
    QStringList todo;    // what to do, in order
    QString actionLabel; // for the finding's action; empty when there is none
    QUrl link;           // the official page about it
    QString place;       // console place id, empty when none
    QString paste;       // the value that belongs there; empty when none, or when it is not known
    QString seen;        // "by-us", "in-nocobase-log", "inferred"; empty without a cause
    QString proof;       // how the cause is known; empty when none was proven
    QString ruledOutBy;  // what would have spoken against it
    std::optional<setup::StepId> jump;
};

// A step's own words, used alike by the window, the report and the command line.
struct StepWords
{
    QString title; // page heading
    QString rail;  // shorter, for the step rail
    QString lead;  // one sentence: what the step is for
    QString group; // heading of its group in the rail
};

// What a tour of the rehearsal says at one of its stations.
struct TourText
{
    QString title, text;
};

// The catalogue of causes and checks: structure in resources/catalogue/causes.json, words in
// resources/catalogue/<language>.json ("en", "zh_CN"). A language without an entry falls back to English.
// Placeholders like {ip} are taken from the finding's evidence.
class Catalogue
{
public:
    static const Catalogue &instance();
    Words words(const Finding &finding, const QString &language) const;
    // A short sentence for a fault that belongs to no finding (a file, a dialogue).
    QString faultText(const net::Fault &fault, const QString &language) const;
    QString vantageText(setup::Vantage vantage, const QString &language) const; // "Seen from this computer"
    StepWords step(setup::StepId id, const QString &language) const;
    // For lists, where nothing fills in what was seen: the cause's short name where it has one.
    QString causeTitle(const QString &cause, const QString &language) const;
    // By the station's key in JSON, with values put in.
    TourText tour(const QString &key, const QString &language, const QJsonObject &values) const;
    // A short label: section "options", "hops", "outcomes", "stages", "sights", "states", "severities",
    // "actions" or "report", key as in JSON.
    QString label(const QString &section, const QString &key, const QString &language) const;
    // The same with its placeholders filled in.
    QString sentence(const QString &section, const QString &key, const QJsonObject &evidence,
                     const QString &language) const;
    QString checkName(const QString &check, const QString &language) const;
    // "Possible causes: …" for a finding that names several; empty otherwise.
    QString possibleText(const Finding &finding, const QString &language) const;
    // "How this is known: …", for a proven cause; empty otherwise.
    QString proofText(const Finding &finding, const QString &language) const;
    // The cause that one of WeCom's numbers stands for; "wecom.other" for one that no cause claims.
    QString causeOfCode(int errcode) const;
    // What a text of WeCom's console or NocoBase's log says; without a cause when nothing is known of it.
    setup::Told recognised(const QString &said) const;
    QStringList causes() const;
    QStringList languages() const;

private:
    Catalogue();
    QJsonObject in(const QString &section, const QString &key, const QString &language) const;
    QString filled(const QString &text, const QJsonObject &evidence, const QString &language) const;
    QString shown(const QString &name, const QJsonValue &value, const QString &language) const;
    void addCause(Words &words, const QString &cause, const Finding &finding, const QString &language) const;

    QJsonObject m_structure;
    QMap<QString, QJsonObject> m_words;
};

} // namespace checks
