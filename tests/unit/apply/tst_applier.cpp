// SPDX-License-Identifier: Apache-2.0
#include "applystage.h"

class TestApplier : public ApplyStage
{
    Q_OBJECT

private slots:
    void init() { setUp(); }

    void writesProvesAndPutsBack()
    {
        Authenticator ours = wanted(2, newOptions());
        ours.title = u"WeCom"_s;
        const ApplyResult result = applyRows({wanted(3, {{u"auto"_s, false}}), ours});
        QVERIFY(result.end == End::Ok);
        QCOMPARE(m_server->writes, (QStringList{u"update 3"_s, u"update 2"_s}));
        QCOMPARE(m_stages,
                 (QList<Stage>{Stage::Reading, Stage::KeepingForUndo, Stage::Writing, Stage::ReadingBack}));
        QVERIFY(result.readBack.equal);
        QVERIFY(!result.undoKeptInKeychain); // the store of this run only
        QVERIFY(!QJsonDocument(result.undo).toJson().contains("CANARY"));
        QVERIFY(!isAsBefore());
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
        QVERIFY(m_server->rows.value(2).value(u"title"_s).isNull());
        // What was kept for it is gone, so it cannot be done twice.
        const auto twice = QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s));
        QVERIFY(twice.error().code == FaultCode::Missing); // the store is there, what was kept is not
        QCOMPARE(twice.error().param(u"reason"_s), u"undo"_s);
        QVERIFY(QCoro::waitFor(apply::undo(m_client, {}, m_store, u"crm"_s)).error().code ==
                FaultCode::Missing);
    }

    void writesNothingWhereNothingChanges()
    {
        QVERIFY(applyRows({wanted(2, oldOptions())}).end == End::Unchanged);
        QVERIFY(m_server->writes.isEmpty());
        QCOMPARE(m_stages, QList<Stage>{Stage::Reading});
    }

    void theApplyBeforeIsForgottenOnlyWhenThisOneWentWell()
    {
        const QJsonObject first = applyRows({wanted(2, newOptions())}).undo;
        look();
        m_server->onWrite = [](const QString &) { return RowServer::refusal("403 Forbidden"); };
        QVERIFY(applyRows({wanted(2, {})}, first).end == End::Refused);
        m_server->onWrite = {};
        QVERIFY(QCoro::waitFor(apply::undo(m_client, first, m_store, u"crm"_s)));
        QCOMPARE(m_server->rows.value(2).value(u"options"_s).toObject(), oldOptions());

        look();
        const QJsonObject second = applyRows({wanted(2, newOptions())}).undo;
        look();
        QVERIFY(applyRows({wanted(2, {})}, second).end == End::Ok);
        QVERIFY(QCoro::waitFor(apply::undo(m_client, second, m_store, u"crm"_s)).error().code ==
                FaultCode::Missing);
    }

    void conflicts_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"changed", "removed", "name taken"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void conflicts()
    {
        QFETCH(QString, what);
        Authenticator row = wanted(2, newOptions());
        if (what == u"changed"_s)
            m_server->rows[2].insert(u"updatedAt"_s, m_server->stamp());
        if (what == u"removed"_s)
            m_server->rows.remove(2);
        if (what == u"name taken"_s)
            row.id = 0;
        const ApplyResult result = applyRows({row});
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.fault.code == FaultCode::Conflict);
        QVERIFY(m_server->writes.isEmpty());
    }

    void withoutAKeychainNothingIsWritten()
    {
        m_store = vault::brokenStore(vault::StoreState::Locked);
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.fault.code == FaultCode::KeychainLocked);
        QVERIFY(m_server->writes.isEmpty());
    }

    void aRefusedFirstWriteIsNothing()
    {
        m_server->onWrite = [](const QString &) { return RowServer::refusal("403 Forbidden"); };
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::Refused);
        QCOMPARE(result.fault.number(u"status"_s), 403);
        QVERIFY(result.undo.isEmpty());
        QVERIFY(isAsBefore());
    }

    void aRefusedSecondWritePutsTheFirstBack()
    {
        m_server->onWrite = [this](const QString &write) {
            return write == u"update 2"_s ? RowServer::refusal("400 Bad Request") : QByteArray();
        };
        const ApplyResult result = applyRows({wanted(3, {{u"auto"_s, false}}), wanted(2, newOptions())});
        QVERIFY(result.end == End::PutBack);
        QCOMPARE(m_server->writes, (QStringList{u"update 3"_s, u"update 2"_s, u"update 3"_s}));
        QVERIFY(isAsBefore());
        QCOMPARE(m_stages.last(), Stage::PuttingBack);
    }

    void aWriteWithoutAnAnswerIsLookedAt()
    {
        m_server->onWrite = [this](const QString &) {
            return m_server->writes.size() == 1 ? QByteArray("hang") : QByteArray();
        };
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::PutBack);
        QVERIFY(isAsBefore());
    }

    void whatIsStoredOtherwiseIsPutBack()
    {
        m_server->onStore = [this](QJsonObject &row) {
            if (m_server->writes.size() == 1)
                row.insert(u"options"_s, QJsonObject{{u"secret"_s, u"CANARY-new"_s}});
        };
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::PutBack);
        QVERIFY(result.fault.code == FaultCode::BadAnswer);
        QVERIFY(result.fault.param(u"field"_s).contains(u"/x/0"_s));
        QVERIFY(isAsBefore());
    }

    void whatCannotBePutBackIsSaid()
    {
        m_server->onStore = [](QJsonObject &row) { row.insert(u"title"_s, u"always this"_s); };
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::Torn);
        QVERIFY(!result.undo.isEmpty());
        m_server->onStore = {};
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
    }

    void aNewRowGoesAgain_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"undo", "no answer", "stored otherwise"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void aNewRowGoesAgain()
    {
        QFETCH(QString, how);
        if (how == u"no answer"_s)
            m_server->onWrite = [](const QString &write) {
                return write.startsWith(u"create"_s) ? QByteArray("hang") : QByteArray();
            };
        if (how == u"stored otherwise"_s)
            m_server->onStore = [](QJsonObject &row) { row.insert(u"options"_s, QJsonObject()); };
        const ApplyResult result = applyRows({freshRow()});
        QVERIFY(result.end == (how == u"undo"_s ? End::Ok : End::PutBack));
        if (how == u"undo"_s) {
            QCOMPARE(m_server->rows.size(), 3);
            QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
        }
        QVERIFY(isAsBefore());
    }

    void cancellingComesTooLateOnceSomethingIsWritten()
    {
        const auto cancel = std::make_shared<net::Cancel>();
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{m_server->url()}, cancel);
        m_server->onWrite = [&](const QString &) {
            cancel->cancel();
            return QByteArray();
        };
        QVERIFY(applyRows({wanted(2, newOptions())}).end == End::Ok);
        QCOMPARE(m_server->rows.value(2).value(u"options"_s).toObject(), newOptions());
        // And before: nothing at all.
        m_server->writes.clear();
        look();
        const ApplyResult result = applyRows({wanted(2, oldOptions())});
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.fault.code == FaultCode::Cancelled);
        QVERIFY(m_server->writes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApplier)
#include "tst_applier.moc"
