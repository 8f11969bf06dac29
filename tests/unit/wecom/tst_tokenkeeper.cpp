// SPDX-License-Identifier: Apache-2.0
#include "answers.h"

#include "wecom/api.h"

#include <qcoro/qcorotask.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wecom;
using net::FaultCode;
using namespace std::chrono_literals;

namespace {

const QString company = u"ww9f3c1a7be4d2065a"_s;

vault::Secret secret(int number)
{
    return vault::Secret::fromText(u"canary-Secret_of-nobody-at-all-0000000000-%1"_s.arg(number));
}

QJsonObject good(const QString &token, int seconds = 7200)
{
    return {
        {u"errcode"_s, 0}, {u"errmsg"_s, u"ok"_s}, {u"access_token"_s, token}, {u"expires_in"_s, seconds}};
}

QJsonObject bad(int errcode)
{
    return {{u"errcode"_s, errcode}, {u"errmsg"_s, u"no"_s}};
}

TokenPauses quick()
{
    return {{1ms, 1ms}, 300ms};
}

net::Result<Token> ask(TokenKeeper &keeper, const Answers &wecom, const vault::Secret &value,
                       const QString &companyId = company)
{
    return QCoro::waitFor(keeper.token(wecom.url(), companyId, value, {}));
}

QCoro::Task<void> keep(TokenKeeper *keeper, QUrl url, net::CancelPtr cancel,
                       std::optional<net::Result<Token>> *out)
{
    *out = co_await keeper->token(url, company, secret(1), cancel);
}

} // namespace

class TstTokenKeeper : public QObject
{
    Q_OBJECT
private slots:
    void keepsAToken()
    {
        Answers wecom({good(u"T1"_s), good(u"T2"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        for (int i = 0; i < 3; ++i) {
            const auto token = ask(keeper, wecom, secret(1));
            QVERIFY(token);
            QCOMPARE(token->value.revealText(), u"T1"_s);
            QVERIFY(QDateTime::currentDateTimeUtc().secsTo(token->expires) > 6000);
        }
        QCOMPARE(wecom.asked.size(), 1);
        QCOMPARE(wecom.asked.first().url.path(), u"/cgi-bin/gettoken"_s);
        QCOMPARE(wecom.asked.first().param(u"corpid"_s), company);
        QCOMPARE(wecom.asked.first().param(u"corpsecret"_s), secret(1).revealText());

        keeper.forget(wecom.url(), company, secret(1));
        QCOMPARE(ask(keeper, wecom, secret(1))->value.revealText(), u"T2"_s);
        QCOMPARE(wecom.asked.size(), 2);
    }

    void asksAnewWhenATokenEnded()
    {
        Answers wecom({good(u"T1"_s, 1), good(u"T2"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        QVERIFY(ask(keeper, wecom, secret(1)));
        QTest::qWait(1200);
        QCOMPARE(ask(keeper, wecom, secret(1))->value.revealText(), u"T2"_s);
    }

    void neverResendsARefusedSecret_data()
    {
        QTest::addColumn<int>("errcode");
        QTest::newRow("40001") << 40001;
        QTest::newRow("40091") << 40091;
    }
    void neverResendsARefusedSecret()
    {
        QFETCH(int, errcode);
        Answers wecom({bad(errcode), good(u"T1"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        const auto first = ask(keeper, wecom, secret(1));
        QVERIFY(!first);
        QCOMPARE(first.error().number(u"errcode"_s), errcode);
        for (int i = 0; i < 3; ++i) {
            const auto again = ask(keeper, wecom, secret(1));
            QVERIFY(!again);
            QCOMPARE(again.error().code, FaultCode::SecretKnownWrong);
        }
        keeper.forget(wecom.url(), company, secret(1)); // forgets the token, not the refusal
        QCOMPARE(ask(keeper, wecom, secret(1)).error().code, FaultCode::SecretKnownWrong);
        QCOMPARE(wecom.asked.size(), 1);
        QCOMPARE(keeper.wrongSecrets(), 1);
        QVERIFY(ask(keeper, wecom, secret(2))); // another one is another try
        QCOMPARE(wecom.asked.size(), 2);
    }

    void countsWrongSecretsOfAllSetups()
    {
        Answers wecom({bad(40001)});
        Answers other({bad(40001)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        ask(keeper, wecom, secret(1));
        ask(keeper, wecom, secret(2));
        ask(keeper, other, secret(1));
        ask(keeper, other, secret(1));
        QCOMPARE(keeper.wrongSecrets(), 3);
    }

    void asksBeforeTooManyWrongOnes()
    {
        Answers wecom({good(u"T"_s), bad(40001)});
        Answers other({bad(40091)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        QVERIFY(ask(keeper, wecom, secret(0)));
        for (int number = 1; number <= TokenKeeper::wrongSecretLimit; ++number)
            QCOMPARE(ask(keeper, number == 1 ? wecom : other, secret(number)).error().code,
                     FaultCode::WecomError);
        const auto asked = [&] { return wecom.asked.size() + other.asked.size(); };
        const auto before = asked();
        const auto held = ask(keeper, wecom, secret(8));
        QCOMPARE(held.error().code, FaultCode::WrongSecretLimit);
        QCOMPARE(held.error().param(u"count"_s), QString::number(TokenKeeper::wrongSecretLimit));
        QCOMPARE(ask(keeper, wecom, secret(1)).error().code, FaultCode::SecretKnownWrong);
        QVERIFY(ask(keeper, wecom, secret(0))); // one that was accepted goes on working
        QCOMPARE(asked(), before);
        keeper.forget(wecom.url(), company, secret(0));
        QCOMPARE(ask(keeper, wecom, secret(0)).error().code,
                 FaultCode::WecomError); // and may be asked for anew
        QCOMPARE(asked(), before + 1);
        QCOMPARE(ask(keeper, wecom, secret(8)).error().code, FaultCode::WrongSecretLimit);
        keeper.allowOneMore();
        QCOMPARE(ask(keeper, wecom, secret(8)).error().code, FaultCode::WecomError);
        QCOMPARE(ask(keeper, wecom, secret(9)).error().code, FaultCode::WrongSecretLimit);
        QCOMPARE(asked(), before + 2);
    }

    void aPauseOfOneCallIsOneOfAll()
    {
        Answers wecom({good(u"T1"_s), bad(45009), good(u"T2"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        const auto token = ask(keeper, wecom, secret(1));
        QVERIFY(token);
        const auto caller = keeper.polite(directCaller(&http, wecom.url(), {}), wecom.url(), {});
        const auto first = QCoro::waitFor(agentList(caller, token->value));
        QCOMPARE(first.error().number(u"errcode"_s), 45009);
        QVERIFY(QDateTime::fromString(first.error().param(u"until"_s), Qt::ISODate).isValid());
        QCOMPARE(QCoro::waitFor(agentList(caller, token->value)).error().code, FaultCode::Paused);
        QCOMPARE(ask(keeper, wecom, secret(1)).error().code, FaultCode::Paused);
        QCOMPARE(wecom.asked.size(), 2);
        QTest::qWait(350);
        QVERIFY(ask(keeper, wecom, secret(1)));
    }

    void aWrongCompanyMayBeCorrected()
    {
        Answers wecom({bad(40013), good(u"T1"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        QCOMPARE(ask(keeper, wecom, secret(1), u"ww0000000000000000"_s).error().number(u"errcode"_s), 40013);
        QVERIFY(ask(keeper, wecom, secret(1)));
        QCOMPARE(keeper.wrongSecrets(), 0);
    }

    void triesThreeTimesWhenBusy_data()
    {
        QTest::addColumn<int>("busy");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<int>("asked");
        QTest::newRow("once") << 1 << true << 2;
        QTest::newRow("twice") << 2 << true << 3;
        QTest::newRow("always") << 9 << false << 3;
    }
    void triesThreeTimesWhenBusy()
    {
        QFETCH(int, busy);
        QFETCH(bool, ends);
        QFETCH(int, asked);
        QList<QJsonObject> answers(busy, bad(-1));
        answers.append(good(u"T1"_s));
        Answers wecom(answers);
        net::Http http;
        TokenKeeper keeper(&http, {{60ms, 60ms}, 1s});
        QElapsedTimer clock;
        clock.start();
        const auto token = ask(keeper, wecom, secret(1));
        QVERIFY(clock.elapsed() >= 50 * (asked - 1)); // with a pause before each new try
        QCOMPARE(token.has_value(), ends);
        QCOMPARE(wecom.asked.size(), asked);
        if (!ends)
            QCOMPARE(token.error().number(u"errcode"_s), -1);
    }

    void sendsNothingDuringABan()
    {
        Answers wecom({bad(45009), good(u"T1"_s)});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        const auto first = ask(keeper, wecom, secret(1));
        QVERIFY(!first);
        QCOMPARE(first.error().number(u"errcode"_s), 45009);
        const auto second = ask(keeper, wecom, secret(2)); // the ban is the address's, whatever the Secret
        QVERIFY(!second);
        QCOMPARE(second.error().code, FaultCode::Paused);
        QVERIFY(QDateTime::fromString(second.error().param(u"until"_s), Qt::ISODate).isValid());
        QCOMPARE(wecom.asked.size(), 1);
        QTest::qWait(350);
        QVERIFY(ask(keeper, wecom, secret(1)));
        QCOMPARE(wecom.asked.size(), 2);
    }

    void sharesOneRequest()
    {
        Answers wecom({bad(40001)});
        wecom.delay = 100ms;
        net::Http http;
        TokenKeeper keeper(&http, quick());
        std::optional<net::Result<Token>> a, b;
        const auto first = keep(&keeper, wecom.url(), {}, &a);
        const auto second = keep(&keeper, wecom.url(), {}, &b);
        QTRY_VERIFY(a && b);
        QCOMPARE(wecom.asked.size(), 1); // a wrong Secret asked twice at once would count twice
        QCOMPARE(a->error().number(u"errcode"_s), 40001);
        QCOMPARE(b->error().number(u"errcode"_s), 40001);
        QCOMPARE(keeper.wrongSecrets(), 1);
    }

    void theSecondGoesOnWhenTheFirstIsCancelled()
    {
        Answers wecom({good(u"T1"_s)});
        wecom.delay = 150ms;
        net::Http http;
        TokenKeeper keeper(&http, quick());
        const auto cancel = std::make_shared<net::Cancel>();
        std::optional<net::Result<Token>> a, b;
        const auto first = keep(&keeper, wecom.url(), cancel, &a);
        const auto second = keep(&keeper, wecom.url(), {}, &b);
        QTest::qWait(30);
        cancel->cancel();
        QTRY_VERIFY(a && b);
        QCOMPARE(a->error().code, FaultCode::Cancelled);
        QVERIFY(*b);
    }

    void cancelsAWaitingOne()
    {
        Answers wecom({good(u"T1"_s)});
        wecom.delay = 300ms;
        net::Http http;
        TokenKeeper keeper(&http, quick());
        const auto cancel = std::make_shared<net::Cancel>();
        std::optional<net::Result<Token>> a, b;
        const auto first = keep(&keeper, wecom.url(), {}, &a);
        const auto second = keep(&keeper, wecom.url(), cancel, &b);
        QTest::qWait(30);
        cancel->cancel();
        QTRY_VERIFY(b);
        QVERIFY(!a);
        QCOMPARE(b->error().code, FaultCode::Cancelled);
        QTRY_VERIFY(a);
        QVERIFY(*a);
    }

    void cancelsDuringAPause()
    {
        Answers wecom({bad(-1)});
        net::Http http;
        TokenKeeper keeper(&http, {{20s, 20s}, 1s});
        const auto cancel = std::make_shared<net::Cancel>();
        std::optional<net::Result<Token>> a;
        const auto first = keep(&keeper, wecom.url(), cancel, &a);
        QTRY_COMPARE(wecom.asked.size(), 1);
        QTest::qWait(100);
        cancel->cancel();
        QTRY_VERIFY(a);
        QCOMPARE(a->error().code, FaultCode::Cancelled);
    }

    void endsWithoutAToken()
    {
        Answers wecom({QJsonObject{{u"errcode"_s, 0}}});
        net::Http http;
        TokenKeeper keeper(&http, quick());
        QCOMPARE(ask(keeper, wecom, secret(1)).error().code, FaultCode::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(TstTokenKeeper)
#include "tst_tokenkeeper.moc"
