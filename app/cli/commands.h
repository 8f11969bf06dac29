// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "cli/options.h"
#include "cli/secrets.h"

#include <QJsonArray>
#include <QTextStream>

namespace cli {

// Runs one command over its setups, prints what it says, and ends with the exit code of the worst.
class Commands : public QObject
{
    Q_OBJECT
public:
    explicit Commands(Options options);

    QCoro::Task<int> run();

private:
    QCoro::Task<int> runOne(QString file);
    QCoro::Task<int> check(assistant::SetupSession *session);
    QCoro::Task<int> plan(assistant::SetupSession *session);
    QCoro::Task<int> apply(assistant::SetupSession *session);
    QCoro::Task<int> undo(assistant::SetupSession *session);
    QCoro::Task<int> link(assistant::SetupSession *session);
    QCoro::Task<int> report(assistant::SetupSession *session);
    QCoro::Task<vault::SecretStorePtr> storeFor(bool readsUndo, bool keepsUndo);
    QCoro::Task<net::Result<void>> giveSecrets(assistant::SetupSession *session);

    int codeOf(const QList<checks::Finding> &findings) const;
    void print(const assistant::SetupSession &session);
    void print(const assistant::SetupSession &session, setup::StepId step);
    void print(const apply::ChangePlan &plan, const assistant::SetupSession &session);
    void printObstacle(const QString &why, const apply::ChangePlan &plan,
                       const assistant::SetupSession &session);
    int sayResult(const apply::ApplyResult &result, const assistant::SetupSession &session);
    int sayFault(const net::Fault &fault, int code);
    void sayLacking(const assistant::SetupSession &session);
    void sayCut(const assistant::SetupSession &session);
    bool canAsk() const; // there is a person at a terminal
    bool personAgrees(const QString &question);
    void noteFindings(const assistant::SetupSession &session, const apply::ChangePlan *plan, bool applied);

    Options m_options;
    std::shared_ptr<wecom::TokenKeeper> m_tokens;
    std::unique_ptr<net::Http> m_tokenHttp;
    std::optional<GivenSecrets> m_given;
    QJsonArray m_setups;
    QTextStream m_out;
    QTextStream m_err;
};

} // namespace cli
