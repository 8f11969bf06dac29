// SPDX-License-Identifier: Apache-2.0
#include "applystage.h"

namespace {

// Remembers what was written, and lets something happen meanwhile.
class WatchedStore : public vault::SecretStore
{
public:
    QStringList written;
    std::function<void()> onWrite;

    QCoro::Task<vault::StoreState> probe() override { return m_store->probe(); }
    QCoro::Task<vault::StoreState> unlock() override { return m_store->unlock(); }
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

class TestApplyUndo : public ApplyStage
{
    Q_OBJECT

private slots:
    void init() { setUp(); }

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
        QCOMPARE(m_kept.last()[u"rows"_s][1][u"id"_s].toInt(), 4);
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
        QVERIFY(undoFault(m_kept.first()) == FaultCode::Missing);
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

    // Was overwritten without a word.
    void whatSomebodyChangedSinceIsAskedAbout_data()
    {
        QTest::addColumn<qint64>("id");
        QTest::newRow("changed") << qint64(2);
        QTest::newRow("made") << qint64(4);
    }
    void whatSomebodyChangedSinceIsAskedAbout()
    {
        QFETCH(qint64, id);
        const ApplyResult result = applyRows({wanted(2, newOptions()), freshRow()});
        QVERIFY(result.end == End::Ok);
        m_server->rows[id].insert(u"title"_s, u"by a colleague"_s);
        m_server->rows[id].insert(u"updatedAt"_s, m_server->stamp());
        m_server->writes.clear();
        const auto undone = QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s));
        QVERIFY(!undone);
        QVERIFY(apply::isLaterChange(undone.error()));
        QCOMPARE(undone.error().param(u"authenticator"_s), m_server->rows[id].value(u"name"_s).toString());
        QVERIFY(m_server->writes.isEmpty());
        QVERIFY(
            QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s, apply::Over::LaterChanges)));
        QVERIFY(isAsBefore());
    }

    void aRowThatWasOnlyMovedIsStillOurs()
    {
        const ApplyResult result = applyRows({wanted(2, newOptions())});
        m_server->rows[2].insert(u"updatedAt"_s, m_server->stamp()); // authenticators:move does that
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
        QVERIFY(isAsBefore());
    }

    // Read back once more after it was made: when that failed, the row stayed, and no record named it.
    void aRowThatCannotBeReadBackIsNamed()
    {
        m_server->onRead = [this](const QString &) {
            return m_server->writes.isEmpty() ? QByteArray() : RowServer::refusal("403 Forbidden");
        };
        const ApplyResult result = applyRows({freshRow()});
        QVERIFY(result.end == End::Torn);
        QCOMPARE(result.undo[u"rows"_s][0][u"id"_s].toInt(), 4);
        m_server->onRead = {};
        QVERIFY(QCoro::waitFor(apply::undo(m_client, result.undo, m_store, u"crm"_s)));
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

QTEST_GUILESS_MAIN(TestApplyUndo)
#include "tst_applyundo.moc"
