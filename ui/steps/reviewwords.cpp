// SPDX-License-Identifier: Apache-2.0
#include "steps/reviewwords.h"

#include "checks/catalogue.h"
#include "shell/language.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ReviewWords)
};

bool isSwitch(const QString &field)
{
    return field == u"plugin"_s || field == u"enabled"_s || field == u"autoSignup"_s ||
           field == u"automaticLogin"_s;
}

} // namespace

QString fieldLabel(const apply::Change &change)
{
    const QString label =
        checks::Catalogue::instance().label(u"options"_s, change.field, Language::instance().code());
    return label.isEmpty() ? change.field : label;
}

QString fieldValue(const apply::Change &change, bool after)
{
    // A wish that is not carried out leaves what is there.
    const QString &value = after && change.reason.isEmpty() ? change.after : change.before;
    if (change.secret) {
        const QString dots(8, u'•');
        if (after && change.kept)
            return Words::tr("%1 (kept)").arg(dots);
        return value.isEmpty() ? u"–"_s : value == u"new"_s ? Words::tr("%1 (new)").arg(dots) : dots;
    }
    if (isSwitch(change.field))
        return value == u"true"_s ? Words::tr("On") : Words::tr("Off");
    if (after && change.kept)
        return Words::tr("%1 (kept)").arg(value);
    return value.isEmpty() ? u"–"_s : value;
}

QString notEnteredText(const apply::ChangePlan &plan)
{
    QStringList fields;
    const QStringList kept = plan.keptFields();
    for (const QString &field : kept)
        fields << checks::Catalogue::instance().label(u"options"_s, field, Language::instance().code());
    if (fields.isEmpty())
        return {};
    return Words::tr("Not entered here: %1. NocoBase keeps its own; whether they are right is not proven.")
        .arg(fields.join(
            checks::Catalogue::instance().label(u"general"_s, u"separator"_s, Language::instance().code())));
}

QString keptText(const apply::Change &change)
{
    const QString field = fieldLabel(change);
    if (change.reason == u"too-old"_s)
        return Words::tr("%1 is left out: it needs NocoBase %2.").arg(field, change.note);
    if (change.reason == u"template"_s)
        return Words::tr("%1 is left alone: NocoBase holds the variable %2 there.").arg(field, change.note);
    return Words::tr("%1 is left out: it is not known where this plugin keeps it.").arg(field);
}

QString flawText(const apply::Change &change)
{
    const QString field = fieldLabel(change);
    if (change.field == nocobase::optionName(nocobase::Option::AutoSignup))
        return Words::tr("%1: before NocoBase %2 nobody is created when WeCom gives no phone number.")
            .arg(field, change.mended);
    return Words::tr("%1: before NocoBase %2 it may fail inside WeCom.").arg(field, change.mended);
}

QString candidateText(const assistant::SetupSession &session, const QString &name)
{
    const setup::World world{session.setup(), session.credentials(), session.facts()};
    const auto *rows = world.value(session.facts().authenticators, setup::Inputs::NocobaseLogin);
    const auto *layout = world.value(session.facts().layout, setup::Inputs::NocobaseLogin);
    if (!rows)
        return name;
    for (const auto &row : *rows) {
        if (row.name != name)
            continue;
        QStringList parts{row.title, row.enabled ? Words::tr("On") : Words::tr("Off")};
        if (layout)
            parts << layout->read(row.options, nocobase::Option::CompanyId).toString();
        parts.removeAll(QString());
        return Words::tr("%1  –  %2").arg(name, parts.join(u", "_s));
    }
    return name;
}

QString failureOfPlugin(const assistant::SetupSession &session, const QString &language)
{
    const auto findings = session.findings(setup::StepId::Nocobase);
    for (const auto &finding : findings) {
        if (finding.cause != u"plugin.failed"_s)
            continue;
        const auto words = checks::Catalogue::instance().words(finding, language);
        return QStringList{words.title, words.detail}.join(u'\n') + u'\n' + words.todo.join(u'\n');
    }
    return {};
}

QString obstacleText(const QString &why, const QString &language)
{
    if (why == u"credentials-missing"_s)
        return Words::tr("Company ID, AgentId and Secret are needed first.");
    if (why == u"credentials-withheld"_s)
        return Words::tr("The stored values were given for other addresses. Look at them and agree first.");
    if (why == u"nocobase.sign-in"_s)
        return Words::tr("Sign in to NocoBase first, so that its present settings can be read.");
    const QString title = checks::Catalogue::instance().causeTitle(why, language);
    return title.isEmpty() ? Words::tr("The changes cannot be worked out yet.") : title;
}

setup::StepId stepForObstacle(const QString &why)
{
    if (why == u"credentials-missing"_s || why == u"credentials-withheld"_s)
        return setup::StepId::Credentials;
    if (why == u"layout.unknown"_s || why == u"choose-authenticator"_s || why == u"choose-layout"_s)
        return setup::StepId::Review;
    return setup::StepId::Nocobase;
}

QList<Timeline::Item> stageItems(apply::Stage now)
{
    using apply::Stage;
    if (now == Stage::PuttingBack)
        return {{Mark::Running, Words::tr("Putting back what was there"), {}}};
    const QList<std::pair<Stage, QString>> stages{
        {Stage::Reading, Words::tr("Reading the present settings")},
        {Stage::KeepingForUndo, Words::tr("Keeping them for Undo")},
        {Stage::Writing, Words::tr("Writing")},
        {Stage::ReadingBack, Words::tr("Reading back and comparing")}};
    QList<Timeline::Item> items;
    bool passed = true;
    for (const auto &[stage, words] : stages) {
        const bool isNow = stage == now;
        passed = passed && !isNow;
        items.append({isNow ? Mark::Running : passed ? Mark::Ok : Mark::Todo, words, {}});
    }
    return items;
}

QString resultText(const apply::ApplyResult &result, const QString &language)
{
    using End = apply::ApplyResult::End;
    const QString why = checks::Catalogue::instance().faultText(result.fault, language);
    switch (result.end) {
    case End::Ok:
        return result.readBack.equal
                   ? Words::tr("Applied. Everything was read back and is the same.")
                   : Words::tr("Applied, but NocoBase shows some values differently; see the checks.");
    case End::Unchanged:
        return Words::tr("Nothing had to be changed.");
    case End::Refused:
        return Words::tr("Nothing was changed. %1").arg(why);
    case End::PutBack:
        return Words::tr("It did not work, and everything was put back as it was. %1").arg(why);
    case End::Torn:
        return Words::tr("It did not work, and not everything could be put back. Press Undo to try again. %1")
            .arg(why);
    }
    return {};
}

} // namespace ui
