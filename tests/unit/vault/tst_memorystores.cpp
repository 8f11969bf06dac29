// SPDX-License-Identifier: Apache-2.0
#include "vault/secretstore.h"

#include <QTest>

using namespace vault;
using namespace Qt::StringLiterals;
using net::FaultCode;

class TestMemoryStores : public QObject
{
    Q_OBJECT
private slots:
    void session();
    void sessionsAreApart();
    void broken_data();
    void broken();
    void brokenUsable();
};

namespace {

Entry entry(const QString &value)
{
    return {Secret::fromText(value), {u"https://qyapi.weixin.qq.com"_s, u"https://crm.example.com"_s}};
}

template<class T>
QString code(const net::Result<T> &result)
{
    return result ? u"ok"_s : net::faultName(result.error().code);
}

} // namespace

void TestMemoryStores::session()
{
    const SecretStorePtr store = sessionStore();
    QVERIFY(!store->isPersistent());
    QCOMPARE(QCoro::waitFor(store->probe()), StoreState::Usable);
    QCOMPARE(code(QCoro::waitFor(store->read(u"crm/secret"_s))), u"missing"_s);
    QCOMPARE(code(QCoro::waitFor(store->write(u"crm/secret"_s, entry(u"一"_s)))), u"ok"_s);
    QCOMPARE(code(QCoro::waitFor(store->write(u"crm/secret"_s, entry(u"二"_s)))), u"ok"_s);
    const auto back = QCoro::waitFor(store->read(u"crm/secret"_s));
    QVERIFY(back);
    QCOMPARE(back->value.revealText(), u"二"_s);
    QCOMPARE(back->origins, entry(QString()).origins);
    QCOMPARE(code(QCoro::waitFor(store->remove(u"crm/secret"_s))), u"ok"_s);
    QCOMPARE(code(QCoro::waitFor(store->remove(u"crm/secret"_s))), u"ok"_s);
    QCOMPARE(code(QCoro::waitFor(store->read(u"crm/secret"_s))), u"missing"_s);
}

void TestMemoryStores::sessionsAreApart()
{
    const SecretStorePtr one = sessionStore();
    const SecretStorePtr two = sessionStore();
    QVERIFY(QCoro::waitFor(one->write(u"a"_s, entry(u"x"_s))));
    QCOMPARE(code(QCoro::waitFor(two->read(u"a"_s))), u"missing"_s);
}

void TestMemoryStores::broken_data()
{
    QTest::addColumn<StoreState>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << StoreState::Missing << u"keychain-missing"_s;
    QTest::newRow("locked") << StoreState::Locked << u"keychain-locked"_s;
    QTest::newRow("refused") << StoreState::Refused << u"keychain-refused"_s;
    QTest::newRow("silent") << StoreState::Silent << u"timeout"_s;
}

void TestMemoryStores::broken()
{
    QFETCH(StoreState, state);
    QFETCH(QString, expected);
    const SecretStorePtr store = brokenStore(state);
    QCOMPARE(QCoro::waitFor(store->probe()), state);
    QCOMPARE(code(QCoro::waitFor(store->read(u"a"_s))), expected);
    QCOMPARE(code(QCoro::waitFor(store->write(u"a"_s, entry(u"x"_s)))), expected);
    QCOMPARE(code(QCoro::waitFor(store->remove(u"a"_s))), expected);
    QVERIFY(store->isPersistent());
}

void TestMemoryStores::brokenUsable()
{
    const SecretStorePtr store = brokenStore(StoreState::Usable);
    QCOMPARE(QCoro::waitFor(store->probe()), StoreState::Usable);
    QVERIFY(QCoro::waitFor(store->write(u"a"_s, entry(u"x"_s))));
    QCOMPARE(QCoro::waitFor(store->read(u"a"_s))->value.revealText(), u"x"_s);
}

QTEST_GUILESS_MAIN(TestMemoryStores)
#include "tst_memorystores.moc"
