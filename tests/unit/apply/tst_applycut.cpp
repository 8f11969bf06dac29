// SPDX-License-Identifier: Apache-2.0
// An apply that is cut off at each of its requests in turn: the connection is gone from then on, with or
// without that request having been carried out. What it leaves is the old or the new of every row, what it
// had kept is enough for the next run to say which, and both ways out lead to where they should.
#include "applystage.h"

#include "apply/survey.h"

class TestApplyCut : public ApplyStage
{
    Q_OBJECT

    using Has = setup::CutApply::Has;

    QJsonObject m_onDisk; // the record as a crash would find it

    // Two rows that change and one that is made.
    QList<Authenticator> wantedRows()
    {
        return {wanted(3, {{u"auto"_s, false}}), wanted(2, newOptions()), freshRow()};
    }

    // Applies; from request `at` on nothing is answered. True when the apply came that far.
    bool cutApply(int at, bool isCarriedOut)
    {
        m_onDisk = {};
        m_keepUndo = [this](const QJsonObject &undo) {
            m_onDisk = undo;
            return net::Result<void>{};
        };
        m_server->seen = 0;
        m_server->cutAt = at;
        m_server->carriesOutTheCut = isCarriedOut;
        QJsonObject atCut; // the process is killed at that moment: what comes later is not on disk
        m_server->onCut = [&] { atCut = m_onDisk; };
        const QList<Authenticator> rows = wantedRows();
        const ApplyResult result = applyRows(rows);
        const bool wasCut = m_server->seen >= at;
        m_server->cutAt = 0;
        if (wasCut)
            m_onDisk = atCut;
        // Only the very last look may be missed.
        return wasCut && (result.end != End::Ok || !result.publicList);
    }

    int newRows() const
    {
        int count = 0;
        for (const QJsonObject &row : std::as_const(m_server->rows)) {
            const QJsonObject options = row.value(u"options"_s).toObject();
            count += options == newOptions() || options == QJsonObject{{u"auto"_s, false}} ? 1 : 0;
        }
        return count;
    }

private slots:
    void init() { setUp(); }

    void atEveryRequest_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("isCarriedOut");
        QTest::addColumn<bool>("repairsByApply");
        for (int at = 1; at <= 6; ++at) {
            for (const bool carried : {false, true}) {
                for (const bool byApply : {false, true})
                    QTest::addRow("request %d, %s, then %s", at, carried ? "done" : "lost",
                                  byApply ? "apply" : "undo")
                        << at << carried << byApply;
            }
        }
    }
    void atEveryRequest()
    {
        QFETCH(int, at);
        QFETCH(bool, isCarriedOut);
        QFETCH(bool, repairsByApply);
        const QList<Authenticator> before = m_before;
        QVERIFY(cutApply(at, isCarriedOut));
        // Every row is the old or the new one, and nothing else.
        const int fresh = newRows();
        for (const Authenticator &row : before) {
            QJsonObject now = m_server->rows.value(row.id), then = row.raw;
            const bool isOld = now.value(u"options"_s) == then.value(u"options"_s);
            const QJsonObject becomes = row.id == 3 ? QJsonObject{{u"auto"_s, false}} : newOptions();
            QVERIFY(isOld || now.value(u"options"_s).toObject() == becomes);
        }
        look(); // the next run
        if (m_onDisk.isEmpty()) {
            QCOMPARE(fresh, 0);
            return;
        }
        QVERIFY(apply::UndoRecord::isUnfinished(m_onDisk));
        const auto states =
            QCoro::waitFor(apply::rowStates(m_onDisk, m_before, m_store, u"crm"_s, m_client->target()));
        QVERIFY(states);
        const Has has = apply::summary(*states, m_onDisk).has;
        QVERIFY(has == (fresh == 0 ? Has::Old : fresh == 3 ? Has::New : Has::Between));

        QJsonObject record = m_onDisk;
        if (repairsByApply) {
            QList<Authenticator> rows = wantedRows();
            if (m_before.constLast().name == u"wecom"_s) // it was made: the plan finds it by its name
                rows.last() = m_before.constLast();
            const ApplyResult result = applyRows(rows, record);
            QVERIFY(result.end == (fresh == 3 ? End::Unchanged : End::Ok));
            QCOMPARE(newRows(), 3);
            if (result.end == End::Ok)
                record = result.undo;
        }
        QVERIFY(QCoro::waitFor(apply::undo(m_client, record, m_store, u"crm"_s)));
        m_before = before;
        QVERIFY(isAsBefore());
    }

    void sixRequestsAreAll()
    {
        QVERIFY(!cutApply(7, false));
        QCOMPARE(m_server->seen, 6); // read, three rows, read back, public list
    }

    void theRecordBeforeComesBack()
    {
        const QJsonObject first = applyRows({wanted(2, {{u"secret"_s, u"CANARY-1"_s}})}).undo;
        look();
        keepInMemory();
        m_server->cutAt = 2; // the write
        m_server->seen = 0;
        QVERIFY(applyRows({wanted(2, newOptions())}, first).end == End::Torn);
        m_server->cutAt = 0;
        const QJsonObject cut = m_kept.constFirst();
        QCOMPARE(apply::UndoRecord::previousOf(cut), first);
        // Nothing had been written: the one before is still good.
        QCoro::waitFor(apply::UndoRecord::forget(cut, m_store, u"crm"_s, first));
        QVERIFY(QCoro::waitFor(apply::undo(m_client, first, m_store, u"crm"_s)));
        QCOMPARE(m_server->rows.value(2).value(u"options"_s).toObject(), oldOptions());
    }

    void whatSomebodyChangedAfterTheCutIsNamed()
    {
        QVERIFY(cutApply(4, true));
        m_server->rows[2].insert(u"title"_s, u"by a colleague"_s);
        look();
        const auto states =
            QCoro::waitFor(apply::rowStates(m_onDisk, m_before, m_store, u"crm"_s, m_client->target()));
        QVERIFY(states);
        const setup::CutApply cut = apply::summary(*states, m_onDisk);
        QVERIFY(cut.has == Has::Changed);
        QCOMPARE(cut.authenticators, QStringList{u"company"_s});
        QVERIFY(undoFault(m_onDisk) == FaultCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestApplyCut)
#include "tst_applycut.moc"
