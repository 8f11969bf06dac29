// SPDX-License-Identifier: Apache-2.0
#include "wecom/identifiers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wecom;

Q_DECLARE_METATYPE(wecom::Shape)
Q_DECLARE_METATYPE(wecom::DomainRule)

class TstIdentifiers : public QObject
{
    Q_OBJECT
private slots:
    void cleans_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"1000004"_s << u"1000004"_s;
        QTest::newRow("spaces around") << u"  1000004 \t"_s << u"1000004"_s;
        QTest::newRow("line break inside") << u"abc\r\ndef"_s << u"abcdef"_s;
        QTest::newRow("zero width") << u"ww\u200B12\uFEFF34"_s << u"ww1234"_s;
        QTest::newRow("full width") << u"１０００００４ｗｗ"_s << u"1000004ww"_s;
        QTest::newRow("ideographic space") << u"\u30001000004\u3000"_s << u"1000004"_s;
        QTest::newRow("nothing") << u" \u200B\n"_s << QString();
    }
    void cleans()
    {
        QFETCH(QString, pasted);
        QTEST(cleaned(pasted), "expected");
    }

    void companyIds_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<Shape>("expected");
        QTest::newRow("empty") << QString() << Shape::Empty;
        QTest::newRow("good") << u"ww9f3c1a7be4d2065a"_s << Shape::Good;
        QTest::newRow("public account or early company") << u"wx9f3c1a7be4d2065a"_s << Shape::PublicAccount;
        QTest::newRow("masked") << u"ww9f***********065a"_s << Shape::Masked;
        QTest::newRow("bullets") << u"\u2022\u2022\u2022\u2022\u2022\u2022"_s << Shape::Masked;
        QTest::newRow("one short") << u"ww9f3c1a7be4d2065"_s << Shape::Unusual;
        QTest::newRow("upper case") << u"WW9F3C1A7BE4D2065A"_s << Shape::Unusual;
        QTest::newRow("Chinese") << u"企业ID"_s << Shape::Wrong;
        QTest::newRow("trailing newline") << u"ww9f3c1a7be4d2065a\n"_s << Shape::Wrong;
    }
    void companyIds()
    {
        QFETCH(QString, value);
        QFETCH(Shape, expected);
        QCOMPARE(companyIdShape(value), expected);
    }

    void agentIds_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<Shape>("expected");
        QTest::newRow("empty") << QString() << Shape::Empty;
        QTest::newRow("modern") << u"1000004"_s << Shape::Good;
        QTest::newRow("old small") << u"14"_s << Shape::Unusual;
        QTest::newRow("ten digits") << u"9999999999"_s << Shape::Unusual;
        QTest::newRow("zero") << u"0"_s << Shape::Wrong;
        QTest::newRow("console number") << u"5629501234567890"_s << Shape::ConsoleNumber;
        QTest::newRow("letters") << u"100000a"_s << Shape::Wrong;
        QTest::newRow("negative") << u"-5"_s << Shape::Wrong;
        QTest::newRow("masked") << u"10***"_s << Shape::Masked;
    }
    void agentIds()
    {
        QFETCH(QString, value);
        QFETCH(Shape, expected);
        QCOMPARE(agentIdShape(value), expected);
    }

    void secrets_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<Shape>("expected");
        QTest::newRow("empty") << QString() << Shape::Empty;
        QTest::newRow("good") << u"a"_s.repeated(41) + u"-_"_s << Shape::Good;
        QTest::newRow("one short") << u"a"_s.repeated(42) << Shape::Unusual;
        QTest::newRow("one long") << u"a"_s.repeated(44) << Shape::Unusual;
        QTest::newRow("masked") << u"*"_s.repeated(43) << Shape::Masked;
        QTest::newRow("of a public account") << u"0f"_s.repeated(16) << Shape::PublicAccount;
        QTest::newRow("with a space") << u"a"_s.repeated(20) + u' ' + u"b"_s.repeated(22) << Shape::Wrong;
    }
    void secrets()
    {
        QFETCH(QString, value);
        QFETCH(Shape, expected);
        QCOMPARE(secretShape(value), expected);
    }

    void domains_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<DomainRule>("expected");
        QTest::newRow("good") << u"https://crm.example.com"_s << DomainRule::Good;
        QTest::newRow("port") << u"https://crm.example.com:8443"_s << DomainRule::Good;
        QTest::newRow("Chinese name") << u"https://登录.例子.中国"_s << DomainRule::Good;
        QTest::newRow("IPv4") << u"http://192.168.1.5:13000"_s << DomainRule::IpAddress;
        QTest::newRow("IPv6") << u"http://[2001:db8::1]/"_s << DomainRule::IpAddress;
        QTest::newRow("localhost") << u"http://localhost:13000"_s << DomainRule::Localhost;
        QTest::newRow("underscore") << u"https://my_crm.example.com"_s << DomainRule::Underscore;
        QTest::newRow("one word") << u"http://crm"_s << DomainRule::NotADomain;
        QTest::newRow("nothing") << u"crm"_s << DomainRule::NotADomain;
        QTest::newRow("tunnel") << u"https://abc.ngrok-free.app"_s << DomainRule::SharedService;
        QTest::newRow("cloud function") << u"https://x.fcapp.run"_s << DomainRule::SharedService;
        QTest::newRow("only looks like a tunnel") << u"https://notngrok.io"_s << DomainRule::Good;
    }
    void domains()
    {
        QFETCH(QString, origin);
        QFETCH(DomainRule, expected);
        QCOMPARE(domainRule(QUrl(origin)), expected);
    }

    void consoleDomains_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"https://CRM.Example.com/nb/admin"_s << u"crm.example.com"_s;
        QTest::newRow("default port") << u"https://crm.example.com:443"_s << u"crm.example.com"_s;
        QTest::newRow("http default port") << u"http://crm.example.com:80"_s << u"crm.example.com"_s;
        QTest::newRow("port of the other scheme")
            << u"http://crm.example.com:443"_s << u"crm.example.com:443"_s;
        QTest::newRow("port") << u"https://crm.example.com:8443"_s << u"crm.example.com:8443"_s;
        QTest::newRow("no host") << u"crm"_s << QString();
    }
    void consoleDomains()
    {
        QFETCH(QString, origin);
        QTEST(consoleDomain(QUrl(origin)), "expected");
    }

    void ownershipFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("expected");
        QTest::newRow("good") << u"WW_verify_abcDEF0123456789.txt"_s << true;
        QTest::newRow("short") << u"WW_verify_abc.txt"_s << false;
        QTest::newRow("path") << u"/WW_verify_abcDEF0123456789.txt"_s << false;
        QTest::newRow("browser's copy") << u"WW_verify_abcDEF0123456789 (1).txt"_s << false;
    }
    void ownershipFiles()
    {
        QFETCH(QString, name);
        QTEST(isOwnershipFileName(name), "expected");
    }
};

QTEST_GUILESS_MAIN(TstIdentifiers)
#include "tst_identifiers.moc"
