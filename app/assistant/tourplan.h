// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/tourhop.h"
#include "setup/stepid.h"

#include <QList>
#include <QString>

namespace assistant {

// A place at which the tour stops and tells.
struct TourStation
{
    enum class Kind {
        Opening, // what the chapter is about; meanwhile the rehearsal is made ready
        Hop,     // one hop of the login
        Finding, // the page on which the assistant names what is wrong
        Cure,    // what to do about it
        Cured,   // the same page without the fault
        Ending   // of a good login: who was signed in
    } kind = Kind::Opening;
    std::optional<login::TourHop> hop; // of a Hop
    bool goesWrong = false;            // the hop at which the fault shows

    bool operator==(const TourStation &) const = default;
};

// A good login, or one fault.
struct TourChapter
{
    QString id;      // goodLogin, or the cause
    QString subject; // of a fault: id of the catalogue's "tourSubjects"
    QString fault;   // empty for the good login
    bool playsLogin = false;
    bool declines = false;  // on the phone
    bool triesWays = false; // what is tried without a phone shows it
    QList<TourStation> stations;
};

// What there is to show: resources/tour.json. A fault shows in the login where the table names its hop, and
// on the page of its step otherwise.
class TourPlan
{
public:
    static const TourPlan &instance();
    const QList<TourChapter> &chapters() const { return m_chapters; }
    const TourChapter *chapter(const QString &id) const; // null for an unknown one
    const TourChapter *after(const QString &id) const;   // null after the last
    static QString goodLogin() { return QStringLiteral("good-login"); }

private:
    TourPlan();
    QList<TourChapter> m_chapters;
};

} // namespace assistant
