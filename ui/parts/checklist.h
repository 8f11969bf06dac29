// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "checks/catalogue.h"

#include <QVBoxLayout>
#include <QWidget>

#include <functional>

namespace ui {

class CheckRow;
class MessageBar;

// The findings of one step (or any list), one row each, kept in place while they change. Carries out what the
// program can do about a finding by SetupSession::act; asks first, under the row, where it touches other
// people, lowers a guard or changes what WeCom has, which can be undone. Each row can be looked at again by
// itself; focus stays, and the result is announced. Object names: "<name>.<check id>" per row.
class CheckList : public QWidget
{
    Q_OBJECT
public:
    CheckList(assistant::SetupSession *session, setup::StepId step, const QString &objectName,
              QWidget *parent = nullptr);
    void render(); // the step's findings; called by the page's render()
    void setFindings(const QList<checks::Finding> &findings);
    const QList<checks::Finding> &findings() const { return m_findings; } // that are shown
    void setNarrow() { m_narrow = true; }                                 // before the first render
    // Actions that the page carries out itself, by id; they come as actionWanted().
    void leaveToPage(const QStringList &actions) { m_pageActions = actions; }

    // Rows that the page looks at again itself (it has the browser); they come as againWanted(), and the one
    // being looked at is told by setChecking(); empty for none.
    void leaveAgainToPage(std::function<bool(const checks::Finding &)> can) { m_pageAgain = std::move(can); }
    void setChecking(const QString &check);

    static QString certificateText(const QJsonObject &evidence);

signals:
    void actionWanted(const checks::Finding &finding);
    void againWanted(const checks::Finding &finding);
    void goTo(setup::StepId id);

private:
    void refill();
    void fill(CheckRow *row, const checks::Finding &finding, const checks::Words &words);
    void fillLinks(CheckRow *row, const checks::Finding &finding, const checks::Words &words, bool busy);
    std::optional<assistant::Lack> lackOf(const checks::Finding &finding) const;
    std::optional<setup::StepId> jumpOf(const checks::Finding &finding, const checks::Words &words) const;
    void pressed(const QString &check);
    void checkAgain(const QString &check);
    void carryOut(const checks::Finding &finding);
    void ask(CheckRow *row, const checks::Finding &finding);
    void fillUndo(CheckRow *row, const checks::Finding &finding, bool asking);
    void follow(const QString &check, QCoro::Task<net::Result<void>> task);

    QPointer<assistant::SetupSession> m_session;
    setup::StepId m_step;
    QVBoxLayout *m_layout;
    QList<checks::Finding> m_findings;
    QMap<QString, CheckRow *> m_rows;
    QMap<QString, checks::Finding> m_shown;
    QMap<QString, QString> m_failures; // check id -> why its action failed
    QStringList m_pageActions;
    std::function<bool(const checks::Finding &)> m_pageAgain;
    QSet<QString> m_checking; // check ids that the person wants looked at again
    bool m_narrow = false;
    QString m_asking; // check id whose question is open
};

// "AB CD EF …": a fingerprint as people compare it.
QString inPairs(const QString &fingerprint);

} // namespace ui
