// SPDX-License-Identifier: Apache-2.0
#include "apply/undorecord.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using apply::UndoRecord;

class TestUndoRecord : public QObject
{
    Q_OBJECT

    static nocobase::Target at(const QString &base, const QString &application = u"main"_s)
    {
        return {QUrl(base), application};
    }

private slots:
    void harmless_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("is");
        QTest::newRow("company id") << QJsonValue(u"ww0123456789abcdef"_s) << true;
        QTest::newRow("agent id") << QJsonValue(u"1000002"_s) << true;
        QTest::newRow("number") << QJsonValue(17) << true;
        QTest::newRow("switch") << QJsonValue(true) << true;
        QTest::newRow("nothing") << QJsonValue() << true;
        QTest::newRow("template") << QJsonValue(u"{{ $env.SECRET }}"_s) << true;
        QTest::newRow("origin") << QJsonValue(u"https://crm.example.com"_s) << true;
        // Nothing tells it from a key that begins like one.
        QTest::newRow("path") << QJsonValue(u"/admin/x"_s) << false;
        QTest::newRow("key that begins like a path")
            << QJsonValue(u"/9j4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgM="_s) << false;
        QTest::newRow("secret") << QJsonValue(u"AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE"_s) << false;
        QTest::newRow("any text") << QJsonValue(u"hunter2"_s) << false;
        QTest::newRow("web hook") << QJsonValue(u"https://hooks.example.com/T0/B1/key"_s) << false;
        QTest::newRow("address with a query") << QJsonValue(u"https://crm.example.com/?key=x"_s) << false;
        QTest::newRow("address with a password")
            << QJsonValue(u"https://user:pass@crm.example.com"_s) << false;
        QTest::newRow("path with a query") << QJsonValue(u"/x?token=1"_s) << false;
        QTest::newRow("long number") << QJsonValue(u"12345678901234567890"_s) << false;
    }
    void harmless()
    {
        QFETCH(QJsonValue, value);
        QFETCH(bool, is);
        QCOMPARE(apply::isHarmless(value), is);
    }

    void longTextsComeInParts()
    {
        const auto store = vault::sessionStore();
        nocobase::Authenticator row;
        row.id = 5;
        row.name = u"n"_s;
        // Three bytes each, so that a part ends within a character.
        row.options = {{u"key"_s, QString(5000, QChar(0x4f01))},
                       {u"list"_s, QJsonArray{u"one secret"_s, 1, u"another"_s}}};
        const nocobase::Target target = at(u"https://crm.example.com/nb/"_s);
        UndoRecord record(store, u"crm"_s, target);
        QVERIFY(QCoro::waitFor(record.keep(row, row)));
        const QJsonObject json = record.toJson();
        const QByteArray text = QJsonDocument(json).toJson();
        QVERIFY(!text.contains("secret") && !text.contains("another"));
        QVERIFY(text.size() < 3000);

        const QJsonArray kept = json[u"rows"_s][0][u"kept"_s].toArray();
        QCOMPARE(kept.size(), 3);
        const QJsonArray parts = kept.first()[u"parts"_s].toArray();
        QCOMPARE(parts.size(), 13); // 15,000 bytes
        for (const QJsonValue &part : parts) {
            const auto entry = QCoro::waitFor(store->read(u"crm/undo/%1"_s.arg(part.toInt())));
            QVERIFY(entry);
            QVERIFY(entry->value.size() <= 2000);
            QCOMPARE(entry->origins, QStringList{u"https://crm.example.com"_s});
        }

        const auto rows = QCoro::waitFor(UndoRecord::read(json, store, u"crm"_s, target));
        QVERIFY(rows);
        QCOMPARE(rows->first().row.options, row.options);
        const nocobase::Target elsewhere = at(u"https://other.example.com"_s);
        QVERIFY(QCoro::waitFor(UndoRecord::read(json, store, u"crm"_s, elsewhere)).error().code ==
                net::FaultCode::OriginNotAllowed);
        QCoro::waitFor(UndoRecord::forget(json, store, u"crm"_s));
        QVERIFY(QCoro::waitFor(UndoRecord::read(json, store, u"crm"_s, target)).error().code ==
                net::FaultCode::Missing);
    }

    void nothingKeptIsNoRecord()
    {
        QVERIFY(UndoRecord(vault::sessionStore(), u"crm"_s, {}).toJson().isEmpty());
    }

    void isForOnePlaceOnly_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("application");
        QTest::addColumn<bool>("is");
        QTest::newRow("same") << u"https://crm.example.com/nb"_s << u"main"_s << true;
        QTest::newRow("slash") << u"https://crm.example.com:443/nb/"_s << u"main"_s << true;
        QTest::newRow("another host") << u"https://other.example.com/nb"_s << u"main"_s << false;
        QTest::newRow("another path") << u"https://crm.example.com"_s << u"main"_s << false;
        QTest::newRow("another scheme") << u"http://crm.example.com/nb"_s << u"main"_s << false;
        QTest::newRow("another application") << u"https://crm.example.com/nb"_s << u"sales"_s << false;
    }
    void isForOnePlaceOnly()
    {
        QFETCH(QString, base);
        QFETCH(QString, application);
        QFETCH(bool, is);
        nocobase::Authenticator row;
        row.name = u"wecom"_s;
        UndoRecord record(vault::sessionStore(), u"crm"_s, at(u"https://crm.example.com/nb"_s));
        QVERIFY(QCoro::waitFor(record.noteWanted(row)));
        QJsonObject json = record.toJson();
        QCOMPARE(UndoRecord::isFor(json, at(base, application)), is);
        json.remove(u"target"_s); // of an older version
        QVERIFY(UndoRecord::isFor(json, at(base, application)));
    }

    void namesWhatIsToBeMade()
    {
        UndoRecord record(vault::sessionStore(), u"crm"_s, at(u"https://crm.example.com"_s));
        nocobase::Authenticator row;
        row.name = row.authType = u"wecom"_s;
        QVERIFY(QCoro::waitFor(record.noteWanted(row)));
        QJsonObject noted = record.toJson()[u"rows"_s][0].toObject();
        QCOMPARE(noted.take(u"wanted"_s).toArray().size(), 1);
        QCOMPARE(
            noted,
            (QJsonObject{
                {u"id"_s, 0}, {u"name"_s, u"wecom"_s}, {u"authType"_s, u"wecom"_s}, {u"created"_s, true}}));
        record.noteMade(u"wecom"_s, 7);
        QCOMPARE(record.toJson()[u"rows"_s][0][u"id"_s].toInt(), 7);
        record.dropCreated(u"wecom"_s);
        QVERIFY(record.toJson().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUndoRecord)
#include "tst_undorecord.moc"
