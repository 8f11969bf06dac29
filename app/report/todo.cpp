// SPDX-License-Identifier: Apache-2.0
#include "report/todo.h"

#include "checks/catalogue.h"

using namespace Qt::StringLiterals;
using assistant::StepState;

namespace report {

namespace {

constexpr Role roles[] = {Role::WecomAdmin, Role::NocobaseAdmin};

bool isLeft(const StepReport &step)
{
    const bool isWork = step.id != setup::StepId::Welcome && step.id != setup::StepId::Finish;
    return isWork && step.state != StepState::Verified && step.state != StepState::Confirmed;
}

TodoItem itemOf(const StepReport &step, const QString &language)
{
    const auto &catalogue = checks::Catalogue::instance();
    TodoItem item{step.id, roleFor(step.id), catalogue.step(step.id, language).title, {}, {}};
    for (const checks::Finding &finding : step.findings) {
        if (!finding.isWrong())
            continue;
        const checks::Words words = catalogue.words(finding, language);
        item.what << words.title;
        item.todo << words.todo;
    }
    if (item.what.isEmpty())
        item.what << catalogue.label(u"report"_s, u"notdone"_s, language);
    return item;
}

// Both people read the same mail, so both languages are in it; the writer's own comes first.
QStringList languagesOf(const Report &report)
{
    return report.language.startsWith(u"zh"_s) ? QStringList{report.language, u"en"_s}
                                               : QStringList{report.language, u"zh_CN"_s};
}

QString bilingual(const QString &a, const QString &b)
{
    return a == b ? a : a + u" / "_s + b;
}

} // namespace

Role roleFor(setup::StepId step)
{
    return assistant::step(step).consolePlace.isEmpty() ? Role::NocobaseAdmin : Role::WecomAdmin;
}

QString roleName(Role role, const QString &language)
{
    const QString key = role == Role::WecomAdmin ? u"wecomadmin"_s : u"nocobaseadmin"_s;
    return checks::Catalogue::instance().label(u"report"_s, key, language);
}

QList<TodoItem> todoOf(const Report &report, const QString &language)
{
    QList<TodoItem> items;
    for (const StepReport &step : report.steps) {
        if (isLeft(step))
            items << itemOf(step, language);
    }
    return items;
}

QString todoText(const Report &report)
{
    const QStringList languages = languagesOf(report);
    const QList<TodoItem> own = todoOf(report, languages.at(0));
    const QList<TodoItem> other = todoOf(report, languages.at(1));
    if (own.isEmpty())
        return {};
    const auto label = [&](const QString &key) {
        const auto &catalogue = checks::Catalogue::instance();
        return bilingual(catalogue.label(u"report"_s, key, languages.at(0)),
                         catalogue.label(u"report"_s, key, languages.at(1)));
    };
    QStringList lines{label(u"left"_s), report.name + u" · "_s + report.nocobase};
    if (report.rehearsal)
        lines << label(u"rehearsal"_s);
    for (const Role role : roles) {
        bool named = false;
        for (qsizetype i = 0; i < own.size(); ++i) {
            if (own.at(i).role != role)
                continue;
            if (!named)
                lines << QString()
                      << bilingual(roleName(role, languages.at(0)), roleName(role, languages.at(1)));
            named = true;
            lines << u"[ ] "_s + bilingual(own.at(i).title, other.at(i).title);
            for (const TodoItem &item : {own.at(i), other.at(i)}) {
                for (const QString &what : item.what)
                    lines << u"    "_s + what;
                for (const QString &todo : item.todo)
                    lines << u"    - "_s + todo;
            }
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace report
