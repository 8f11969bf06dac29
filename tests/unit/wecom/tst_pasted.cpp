// SPDX-License-Identifier: Apache-2.0
#include "wecom/pasted.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wecom;
using Kind = Pasted::Kind;

Q_DECLARE_METATYPE(wecom::Pasted::Kind)

namespace {

const QString company = u"ww9f3c1a7be4d2065a"_s;
const QString agent = u"1000004"_s;
const QString secret = u"CANARY_0123456789-abcdefghijklmnopqrstuvwxy"_s;

QString written(const Pasted &pasted)
{
    QStringList all;
    for (const Pasted::Value &value : pasted.values)
        all << QString::number(int(value.field)) + u'=' + value.text;
    return all.join(u' ');
}

} // namespace

class TstPasted : public QObject
{
    Q_OBJECT
private slots:
    void recognises_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("values");
        const QString c = u"0="_s + company, a = u"1="_s + agent, s = u"2="_s + secret;
        QTest::newRow("company") << u" "_s + company + u"\n"_s << c;
        QTest::newRow("company, early") << u"wx9f3c1a7be4d2065a"_s << u"0=wx9f3c1a7be4d2065a"_s;
        QTest::newRow("company, full width") << u"\uFEFFｗｗ9f3c1a7be4d2065a"_s << c;
        QTest::newRow("company behind its name") << u"企业ID：ww9f3c1a7be4d2065a 复制"_s << c;
        QTest::newRow("agent, full width") << u"１０００００４"_s << a;
        QTest::newRow("agent behind its name") << u"AgentId: 1000004"_s << a;
        QTest::newRow("old agent behind its name") << u"AgentId 14"_s << u"1=14"_s;
        QTest::newRow("secret") << secret << s;
        QTest::newRow("secret with a line break in it") << secret.left(20) + u"\r\n"_s + secret.mid(20) << s;
        QTest::newRow("secret with invisible marks") << u"\u200B"_s + secret + u"\u200E"_s << s;
        QTest::newRow("secret behind its name") << u"Secret："_s + secret << s;
        QTest::newRow("login address") << u"https://login.work.weixin.qq.com/wwlogin/sso/login?appid="_s +
                                              company + u"&agentid=1000004&redirect_uri=x"_s
                                       << c + u' ' + a;
        QTest::newRow("token address") << u"https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid="_s +
                                              company + u"&corpsecret="_s + secret
                                       << c + u' ' + s;
        QTest::newRow("a colleague's message")
            << u"企业ID "_s + company + u"\nAgentId\n1000004\nSecret\n"_s + secret + u"\n"_s
            << c + u' ' + a + u' ' + s;
        QTest::newRow("three lines without names")
            << secret + u"\n1000004\n"_s + company << c + u' ' + a + u' ' + s;
        QTest::newRow("json") << u"{\"corpId\":\"%1\",\"agentId\":%2,\"secret\":\"%3\"}"_s.arg(company, agent,
                                                                                               secret)
                              << c + u' ' + a + u' ' + s;
        QTest::newRow("what is masked is left out") << u"企业ID "_s + company + u"\nSecret ******"_s << c;
    }
    void recognises()
    {
        QFETCH(QString, raw);
        const Pasted pasted = readPasted(raw);
        QCOMPARE(pasted.kind, Kind::Values);
        QTEST(written(pasted), "values");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("nothing") << u" \u200B\n"_s << Kind::Nothing;
        QTest::newRow("stars") << u"****************"_s << Kind::Masked;
        QTest::newRow("dots") << u"\u2022\u2022\u2022\u2022"_s << Kind::Masked;
        QTest::newRow("half masked") << u"ww9f***********065a"_s << Kind::Masked;
        QTest::newRow("app's page in the console")
            << u"https://work.weixin.qq.com/wework_admin/frame#apps/modApiApp/5629501234567890"_s
            << Kind::ConsolePage;
        QTest::newRow("without its scheme")
            << u"work.weixin.qq.com/wework_admin/frame#profile"_s << Kind::ConsolePage;
        QTest::newRow("console number") << u"5629501234567890"_s << Kind::Other;
        QTest::newRow("old agent alone") << u"14"_s << Kind::Other; // or a code from a message
        QTest::newRow("public account's secret") << u"0f"_s.repeated(16) << Kind::Other;
        QTest::newRow("one character too long") << secret + u'x' << Kind::Other;
        QTest::newRow("prose") << u"hello world"_s << Kind::Other;
        QTest::newRow("another site") << u"https://crm.example.com/wework_admin/frame"_s << Kind::Other;
    }
    void refuses()
    {
        QFETCH(QString, raw);
        const Pasted pasted = readPasted(raw);
        QTEST(pasted.kind, "kind");
        QVERIFY(pasted.values.isEmpty());
    }

    void givesOneValue()
    {
        const Pasted pasted = readPasted(u"AgentId: 1000004"_s);
        QCOMPARE(pasted.value(Field::AgentId), agent);
        QVERIFY(!pasted.value(Field::Secret));
        QCOMPARE(readPasted(u" １４ "_s).text, u"14"_s);
    }
};

QTEST_GUILESS_MAIN(TstPasted)
#include "tst_pasted.moc"
