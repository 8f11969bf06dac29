// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rowserver.h"

#include "apply/applier.h"
#include "nocobase/wire.h"

#include <QTest>

using namespace Qt::StringLiterals;
using apply::ApplyResult;
using apply::ChangePlan;
using apply::Stage;
using nocobase::Authenticator;
using End = apply::ApplyResult::End;
using net::FaultCode;

// Two rows on a server, a store, and the one way to apply to them; for the tests of applying and of undoing.
class ApplyStage : public QObject
{
protected:
    net::Http m_http;
    std::unique_ptr<RowServer> m_server;
    nocobase::ClientPtr m_client;
    vault::SecretStorePtr m_store;
    QList<Authenticator> m_before; // as planned with
    QList<Stage> m_stages;
    QList<QJsonObject> m_kept; // what keepUndo was given
    std::function<net::Result<void>(const QJsonObject &)> m_keepUndo;

    static QJsonObject oldOptions()
    {
        return {{u"secret"_s, u"CANARY-old"_s}, {u"x"_s, QJsonArray{1, QJsonObject{}}}};
    }
    static QJsonObject newOptions()
    {
        return {{u"secret"_s, u"CANARY-new"_s}, {u"x"_s, QJsonArray{1, QJsonObject{}}}};
    }

    void look()
    {
        m_before.clear();
        for (const QJsonObject &row : std::as_const(m_server->rows))
            m_before << nocobase::wire::authenticator(row);
    }
    Authenticator wanted(qint64 id, const QJsonObject &options)
    {
        Authenticator row = nocobase::wire::authenticator(m_server->rows.value(id));
        row.options = options;
        return row;
    }
    ApplyResult applyRows(const QList<Authenticator> &rows, const QJsonObject &previous = {})
    {
        ChangePlan plan;
        plan.kind = ChangePlan::Kind::Update;
        plan.authenticator = rows.last().name;
        plan.id = rows.last().id;
        m_stages.clear();
        return QCoro::waitFor(apply::applyPlan(
            m_client, plan, rows, m_before, m_store, u"crm"_s, [this](Stage stage) { m_stages << stage; },
            previous, m_keepUndo));
    }
    void keepInMemory()
    {
        m_keepUndo = [this](const QJsonObject &undo) {
            m_kept << undo;
            return net::Result<void>{};
        };
    }
    static Authenticator freshRow()
    {
        Authenticator fresh;
        fresh.name = u"wecom"_s;
        fresh.authType = u"wecom"_s;
        fresh.options = newOptions();
        return fresh;
    }
    FaultCode undoFault(const QJsonObject &record)
    {
        const auto undone = QCoro::waitFor(apply::undo(m_client, record, m_store, u"crm"_s));
        return undone ? FaultCode::BadInput : undone.error().code; // undo itself never says BadInput
    }
    bool isAsBefore() const
    {
        for (const Authenticator &row : m_before) {
            QJsonObject now = m_server->rows.value(row.id), then = row.raw;
            now.remove(u"updatedAt"_s);
            then.remove(u"updatedAt"_s);
            if (now != then)
                return false;
        }
        return m_server->rows.size() == m_before.size();
    }

    void setUp()
    {
        m_server = std::make_unique<RowServer>();
        m_server->put(2, u"company"_s, oldOptions());
        m_server->put(3, u"branch"_s, {{u"auto"_s, true}});
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{m_server->url()}, nullptr);
        m_store = vault::sessionStore();
        m_kept.clear();
        m_keepUndo = {};
        look();
    }
};
