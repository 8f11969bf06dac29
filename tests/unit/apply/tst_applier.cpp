// SPDX-License-Identifier: Apache-2.0
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

namespace {

// Remembers what was written, and lets something happen meanwhile.
class WatchedStore : public vault::SecretStore
{
public:
    QStringList written;
    std::function<void()> onWrite;

    QCoro::Task<vault::StoreState> probe() override { return m_store->probe(); }
    QCoro::Task<net::Result<vault::Entry>> read(QString name) override { return m_store->read(name); }
    QCoro::Task<net::Result<void>> write(QString name, vault::Entry entry) override
    {
        written << name;
        if (onWrite)
            onWrite();
        return m_store->write(name, entry);
    }
    QCoro::Task<net::Result<void>> remove(QString name) override { return m_store->remove(name); }
    bool isPersistent() const override { return false; }

private:
    vault::SecretStorePtr m_store = vault::sessionStore();
};

} // namespace

class TestApplier : public QObject
{
    Q_OBJECT

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

private slots:
    void init()
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
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)).error().code ==
                FaultCode::KeychainMissing);
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
                FaultCode::KeychainMissing);
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

    void theRecordIsSavedBeforeTheFirstWrite()
    {
        keepInMemory();
        QMap<QString, qsizetype> keptAt;
        m_server->onWrite = [&](const QString &write) {
            keptAt.insert(write, m_kept.size());
            return QByteArray();
        };
        const ApplyResult result = applyRows({wanted(2, newOptions()), freshRow()});
        QVERIFY(result.end == End::Ok);
        QCOMPARE(keptAt.value(u"update 2"_s), 1);
        QCOMPARE(keptAt.value(u"create wecom"_s), 1);
        QCOMPARE(m_kept.size(), 2);
        const QJsonObject atCreate = m_kept.first();
        QCOMPARE(m_kept.last()[u"rows"_s], result.undo[u"rows"_s]);
        QCOMPARE(result.undo[u"rows"_s][1][u"id"_s].toInt(), 4);
        QVERIFY(!QJsonDocument(atCreate).toJson().contains("CANARY"));
        // As after a crash: the first record does not know the new row's id.
        QCOMPARE(atCreate[u"rows"_s][1][u"id"_s].toInt(-1), 0);
        m_server->onWrite = {};
        QVERIFY(QCoro::waitFor(apply::undo(m_client, atCreate, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
    }

    void withoutARecordNothingIsWritten()
    {
        const QJsonObject first = applyRows({wanted(2, newOptions())}).undo;
        look();
        m_server->writes.clear();
        m_keepUndo = [this](const QJsonObject &undo) -> net::Result<void> {
            m_kept << undo;
            return net::fail(FaultCode::FileFailed);
        };
        const ApplyResult result = applyRows({wanted(2, {{u"secret"_s, u"CANARY-3"_s}})}, first);
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.fault.code == FaultCode::FileFailed);
        QVERIFY(m_server->writes.isEmpty());
        // The record before is in force again; what was kept for this one is gone.
        QCOMPARE(m_kept.last(), first);
        QVERIFY(undoFault(m_kept.first()) == FaultCode::KeychainMissing);
        QVERIFY(QCoro::waitFor(apply::undo(m_client, first, m_store, u"crm"_s)));
        QCOMPARE(m_server->rows.value(2).value(u"options"_s).toObject(), oldOptions());
    }

    void whatWasPutBackLeavesTheRecordBefore()
    {
        const QJsonObject first = applyRows({wanted(2, newOptions())}).undo;
        look();
        keepInMemory();
        m_server->onWrite = [](const QString &) { return RowServer::refusal("403 Forbidden"); };
        QVERIFY(applyRows({wanted(2, {})}, first).end == End::Refused);
        QCOMPARE(m_kept.size(), 2);
        QCOMPARE(m_kept.last(), first);
    }

    void aLostRowThatCannotBeRemovedIsNamed()
    {
        m_server->onWrite = [](const QString &write) {
            return write.startsWith(u"create"_s) ? QByteArray("hang") : RowServer::refusal("403 Forbidden");
        };
        const ApplyResult result = applyRows({freshRow()});
        QVERIFY(result.end == End::Torn);
        QCOMPARE(result.undo[u"rows"_s][0][u"name"_s].toString(), u"wecom"_s);
        QCOMPARE(m_server->rows.size(), 3);
        m_server->onWrite = {};
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
    }

    void aRowNeverMadeIsNotNamed()
    {
        // The first row is stored otherwise and stays so; the second is refused and must not be looked for.
        m_server->onStore = [](QJsonObject &row) { row.insert(u"title"_s, u"always this"_s); };
        m_server->onWrite = [](const QString &write) {
            return write.startsWith(u"create"_s) ? RowServer::refusal("400 Bad Request") : QByteArray();
        };
        const ApplyResult result = applyRows({wanted(2, newOptions()), freshRow()});
        QVERIFY(result.end == End::Torn);
        QCOMPARE(result.undo[u"rows"_s].toArray().size(), 1);
        QCOMPARE(result.undo[u"rows"_s][0][u"id"_s].toInt(), 2);
    }

    void aColleaguesRowStays_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("sameOptions");
        QTest::newRow("no usable answer, another row") << RowServer::json({}) << false;
        QTest::newRow("server failed, another row") << RowServer::refusal("500 Error") << false;
        QTest::newRow("refused, the same row") << RowServer::refusal("400 Bad Request") << true;
    }
    void aColleaguesRowStays()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, sameOptions);
        m_server->onWrite = [&](const QString &write) {
            if (!write.startsWith(u"create"_s))
                return QByteArray();
            m_server->put(9, u"wecom"_s, sameOptions ? newOptions() : oldOptions(), false);
            return answer;
        };
        const ApplyResult result = applyRows({freshRow()});
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.undo.isEmpty());
        QCOMPARE(m_server->writes, QStringList{u"create wecom"_s});
        QVERIFY(m_server->rows.contains(9));
    }

    void undoStaysOnItsServer()
    {
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        m_server->writes.clear();
        RowServer other;
        other.rows = m_server->rows;
        const auto here = m_client;
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{other.url()}, nullptr);
        QVERIFY(undoFault(result.undo) == FaultCode::Conflict);
        QJsonObject older = result.undo;
        older.remove(u"target"_s);
        QVERIFY(undoFault(older) == FaultCode::OriginNotAllowed);
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{m_server->url(), u"sales"_s},
                                                      nullptr);
        QVERIFY(undoFault(result.undo) == FaultCode::Conflict);
        QVERIFY(other.writes.isEmpty() && m_server->writes.isEmpty());
        m_client = here;
        QVERIFY(QCoro::waitFor(apply::undo(m_client, older, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
    }

    void undoLeavesAnotherRowAlone_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<QString>("column");
        for (const int id : {2, 3, 4}) {
            QTest::addRow("name of %d", id) << id << u"name"_s;
            QTest::addRow("authType of %d", id) << id << u"authType"_s;
        }
    }
    void undoLeavesAnotherRowAlone()
    {
        QFETCH(int, id);
        QFETCH(QString, column);
        const ApplyResult result =
            applyRows({wanted(3, {{u"auto"_s, false}}), wanted(2, newOptions()), freshRow()});
        QVERIFY(result.end == End::Ok);
        m_server->writes.clear();
        m_server->rows[id].insert(column, u"another"_s);
        QVERIFY(undoFault(result.undo) == FaultCode::Conflict);
        QVERIFY(m_server->writes.isEmpty());
    }

    void changedOrCancelledWhileKeeping_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::newRow("cancelled") << true;
        QTest::newRow("changed") << false;
    }
    void changedOrCancelledWhileKeeping()
    {
        QFETCH(bool, cancels);
        const auto cancel = std::make_shared<net::Cancel>();
        m_client = std::make_shared<nocobase::Client>(&m_http, nocobase::Target{m_server->url()}, cancel);
        const auto watched = std::make_shared<WatchedStore>();
        m_store = watched;
        keepInMemory();
        watched->onWrite = [&] {
            if (cancels)
                cancel->cancel();
            else
                m_server->rows[2].insert(u"updatedAt"_s, m_server->stamp());
        };
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        QVERIFY(result.end == End::Refused);
        QVERIFY(result.fault.code == (cancels ? FaultCode::Cancelled : FaultCode::Conflict));
        QVERIFY(m_server->writes.isEmpty());
        QVERIFY(m_kept.isEmpty());
        QVERIFY(!watched->written.isEmpty());
        for (const QString &name : std::as_const(watched->written))
            QVERIFY(QCoro::waitFor(m_store->read(name)).error().code == FaultCode::Missing);
    }
};

QTEST_GUILESS_MAIN(TestApplier)
#include "tst_applier.moc"
