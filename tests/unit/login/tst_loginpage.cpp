// SPDX-License-Identifier: Apache-2.0
#include "login/trace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using login::LoginPageVerdict;
using login::Sentence;

class LoginPageTest : public QObject
{
    Q_OBJECT

private slots:
    void sentences_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<Sentence>("expected");
        QTest::newRow("nothing") << u""_s << Sentence::None;
        QTest::newRow("white space") << u" \n\t"_s << Sentence::None;
        QTest::newRow("token, en") << u"Failed to get accessToken"_s << Sentence::NoAccessToken;
        QTest::newRow("token, zh") << u"未获取到accessToken"_s << Sentence::NoAccessToken;
        QTest::newRow("token, spaced zh") << u"未获取到 accessToken"_s << Sentence::NoAccessToken;
        QTest::newRow("mobile, en") << u"Failed to get mobile"_s << Sentence::NoMobile;
        QTest::newRow("mobile, zh") << u"未获取到手机号"_s << Sentence::NoMobile;
        QTest::newRow("userid, en") << u"Failed to get userid"_s << Sentence::NoUserId;
        QTest::newRow("userid, zh") << u"未获取到userid"_s << Sentence::NoUserId;
        QTest::newRow("user, en") << u"User not found."_s << Sentence::UserNotFound;
        QTest::newRow("user, zh") << u"用户不存在。"_s << Sentence::UserNotFound;
        QTest::newRow("code, en") << u"Authorization code does not exist."_s << Sentence::NoCode;
        QTest::newRow("code, zh") << u"授权码不存在。"_s << Sentence::NoCode;
        QTest::newRow("api, en")
            << u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s
            << Sentence::ApiFailed;
        QTest::newRow("api, zh") << u"企业微信 API 调用失败，请查看日志排查问题。"_s << Sentence::ApiFailed;
        QTest::newRow("within a page")
            << u"Username/Email\nSign in\nuser not found.\nCreate an account"_s << Sentence::UserNotFound;
        QTest::newRow("another one") << u"Internal Server Error"_s << Sentence::Other;
    }
    void sentences()
    {
        QFETCH(QString, shown);
        QFETCH(Sentence, expected);
        QCOMPARE(login::sentenceOf(shown), expected);
    }

    void publicSentencesAreUnderstood()
    {
        for (const Sentence sentence : {Sentence::NoAccessToken, Sentence::NoMobile, Sentence::NoUserId,
                                        Sentence::UserNotFound, Sentence::NoCode, Sentence::ApiFailed})
            QCOMPARE(login::sentenceOf(login::publicSentence(sentence)), sentence);
        QVERIFY(login::publicSentence(Sentence::Other).isEmpty());
    }

    void pages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("qr");
        QTest::addColumn<LoginPageVerdict>("expected");
        QTest::newRow("qr") << u"使用企业微信扫描二维码登录"_s << true << LoginPageVerdict::QrShown;
        QTest::newRow("mismatch on the login page")
            << u"redirect_uri 与配置的授权完成回调域名不一致"_s << false << LoginPageVerdict::DomainMismatch;
        QTest::newRow("mismatch in the client")
            << u"redirect_uri需使用应用可信域名"_s << false << LoginPageVerdict::DomainMismatch;
        QTest::newRow("older text") << u"redirect_uri参数错误"_s << false << LoginPageVerdict::DomainMismatch;
        QTest::newRow("component's number")
            << u"errCode: -31039"_s << false << LoginPageVerdict::DomainMismatch;
        QTest::newRow("mismatch beats an old QR picture")
            << u"redirect_uri 与配置的授权完成回调域名不一致"_s << true << LoginPageVerdict::DomainMismatch;
        QTest::newRow("refused") << u"该链接无法访问"_s << false << LoginPageVerdict::LinkRefused;
        QTest::newRow("client only") << u"请在企业微信客户端打开链接"_s << false
                                     << LoginPageVerdict::OutsideWecom;
        QTest::newRow("WeChat client only")
            << u"请在微信客户端打开链接"_s << false << LoginPageVerdict::OutsideWecom;
        QTest::newRow("blank") << u""_s << false << LoginPageVerdict::Unclear;
        QTest::newRow("loading") << u"加载中"_s << false << LoginPageVerdict::Unclear;
    }
    void pages()
    {
        QFETCH(QString, text);
        QFETCH(bool, qr);
        QFETCH(LoginPageVerdict, expected);
        QCOMPARE(login::judgeLoginPage(text, qr), expected);
    }

    void namesAreDistinct()
    {
        QSet<QString> outcomes, hops;
        for (int i = 0; i <= int(login::Outcome::Cancelled); ++i)
            outcomes.insert(login::outcomeName(login::Outcome(i)));
        QCOMPARE(outcomes.size(), int(login::Outcome::Cancelled) + 1);
        for (int i = 0; i <= int(login::HopKind::Other); ++i)
            hops.insert(login::hopName(login::HopKind(i)));
        QCOMPARE(hops.size(), int(login::HopKind::Other) + 1);
        QVERIFY(!outcomes.contains(QString()) && !hops.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(LoginPageTest)
#include "tst_loginpage.moc"
