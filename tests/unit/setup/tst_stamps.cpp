// SPDX-License-Identifier: Apache-2.0
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "setup/facts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using setup::Inputs;

class TestStamps : public QObject
{
    Q_OBJECT
private slots:
    void changes_data();
    void changes();
    void factOfOtherInputsDoesNotCount();
};

namespace {

struct Given
{
    setup::Setup setup;
    setup::Credentials credentials;
};

Given given()
{
    Given g;
    g.setup.nocobase.url = QUrl(u"https://crm.example.com"_s);
    g.setup.nocobase.account = u"admin"_s;
    g.setup.authenticator.origin = u"https://crm.example.com"_s;
    g.credentials.companyId = u"ww9f3c1a7be4d2065a"_s;
    g.credentials.agentId = u"1000004"_s;
    g.credentials.secret = vault::Secret::fromText(u"one"_s);
    g.credentials.password = vault::Secret::fromText(u"pw"_s);
    return g;
}

const QList<Inputs> all{Inputs::None,       Inputs::NocobaseHost, Inputs::NocobaseLogin,
                        Inputs::WecomToken, Inputs::WecomApp,     Inputs::WecomFromServer,
                        Inputs::LoginPage,  Inputs::OriginOnly,   Inputs::Authenticator,
                        Inputs::Login};

} // namespace

Q_DECLARE_METATYPE(Inputs)
Q_DECLARE_METATYPE(std::function<void(Given &)>)

void TestStamps::changes_data()
{
    QTest::addColumn<std::function<void(Given &)>>("change");
    QTest::addColumn<QList<Inputs>>("touched");
    const auto row = [](const char *name, std::function<void(Given &)> change, const QList<Inputs> &touched) {
        QTest::newRow(name) << change << touched;
    };
    row("secret", [](Given &g) { g.credentials.secret = vault::Secret::fromText(u"two"_s); },
        {Inputs::WecomToken, Inputs::WecomApp, Inputs::WecomFromServer, Inputs::Authenticator,
         Inputs::Login});
    row("agent id", [](Given &g) { g.credentials.agentId = u"1000005"_s; },
        {Inputs::WecomApp, Inputs::WecomFromServer, Inputs::LoginPage, Inputs::Authenticator, Inputs::Login});
    row("password", [](Given &g) { g.credentials.password = vault::Secret::fromText(u"other"_s); },
        {Inputs::NocobaseLogin, Inputs::Authenticator, Inputs::Login});
    row("address", [](Given &g) { g.setup.nocobase.url = QUrl(u"https://erp.example.com"_s); },
        {Inputs::NocobaseHost, Inputs::NocobaseLogin, Inputs::WecomFromServer, Inputs::Authenticator,
         Inputs::Login});
    row("origin", [](Given &g) { g.setup.authenticator.origin = u"https://x.example.com"_s; },
        {Inputs::LoginPage, Inputs::OriginOnly, Inputs::Authenticator, Inputs::Login});
    row("title", [](Given &g) { g.setup.authenticator.title = u"X"_s; },
        {Inputs::Authenticator, Inputs::Login});
    row("name of the setup", [](Given &g) { g.setup.name = u"X"_s; }, {});
}

void TestStamps::changes()
{
    QFETCH(std::function<void(Given &)>, change);
    QFETCH(QList<Inputs>, touched);
    const Given before = given();
    Given after = given();
    change(after);
    for (const Inputs inputs : all) {
        const bool same = setup::stampOf(inputs, before.setup, before.credentials) ==
                          setup::stampOf(inputs, after.setup, after.credentials);
        QVERIFY2(same != touched.contains(inputs), qPrintable(u"inputs %1"_s.arg(int(inputs))));
    }
}

void TestStamps::factOfOtherInputsDoesNotCount()
{
    Given g = given();
    setup::Facts facts;
    facts.token = setup::Seen<QDateTime>{QDateTime::currentDateTimeUtc(), QDateTime::currentDateTimeUtc(),
                                         setup::Vantage::Pc,
                                         setup::stampOf(Inputs::WecomToken, g.setup, g.credentials)};
    QVERIFY((setup::World{g.setup, g.credentials, facts}.value(facts.token, Inputs::WecomToken)));
    g.credentials.secret = vault::Secret::fromText(u"two"_s);
    QVERIFY(!(setup::World{g.setup, g.credentials, facts}.value(facts.token, Inputs::WecomToken)));
    g.credentials.secret = vault::Secret::fromText(u"one"_s);
    QVERIFY((setup::World{g.setup, g.credentials, facts}.value(facts.token, Inputs::WecomToken)));
}

QTEST_GUILESS_MAIN(TestStamps)
#include "tst_stamps.moc"
