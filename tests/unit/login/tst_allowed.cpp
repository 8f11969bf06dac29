// SPDX-License-Identifier: Apache-2.0
// Where a login may lead a browser: NocoBase, and WeCom's login hosts by rule.
#include "login/allowed.h"
#include "wecom/places.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAllowed : public QObject
{
    Q_OBJECT

private slots:
    void publicService_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const QString &url, bool allowed) {
            QTest::addRow("%s", qPrintable(url)) << QUrl(url) << allowed;
        };
        row(u"https://login.work.weixin.qq.com/wwlogin/sso/login?x=1"_s, true);
        row(u"https://open.work.weixin.qq.com/wwopen/sso/qrConnect"_s, true);
        row(u"https://open.weixin.qq.com/connect/oauth2/authorize"_s, true);
        row(u"https://LOGIN.work.weixin.qq.com:443/"_s, true);
        row(u"http://login.work.weixin.qq.com/"_s, false);
        row(u"https://login.work.weixin.qq.com:8443/"_s, false);
        row(u"https://work.weixin.qq.com.example.com/"_s, false);
        row(u"https://evilwork.weixin.qq.com/"_s, false);
        row(u"https://mp.weixin.qq.com/"_s, false);
        row(u"https://crm.example.com/signin"_s, true);
        row(u"https://crm.example.com:444/signin"_s, false);
        row(u"https://sub.crm.example.com/"_s, false);
        row(u"wxwork://jump"_s, false);
        row(u"file:///etc/passwd"_s, false);
        row(u"about:blank"_s, false);
    }
    void publicService()
    {
        QFETCH(QUrl, url);
        const QStringList places = QStringList{u"https://crm.example.com"_s} +
                                   wecom::loginPlaces(QUrl(u"https://login.work.weixin.qq.com"_s),
                                                      QUrl(u"https://open.weixin.qq.com"_s));
        QTEST(login::isAllowed(places, url), "allowed");
    }

    // A private deployment, or the rehearsal, has its own hosts and nobody else's.
    void privateDeployment()
    {
        const QStringList places = wecom::loginPlaces(QUrl(u"https://wecom.example.com:8443/base"_s),
                                                      QUrl(u"https://wecom.example.com:8443"_s));
        QCOMPARE(places, QStringList{u"https://wecom.example.com:8443"_s});
        QVERIFY(!login::isAllowed(places, QUrl(u"https://login.work.weixin.qq.com/"_s)));
        QVERIFY(login::isAllowed(places, QUrl(u"https://wecom.example.com:8443/x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestAllowed)
#include "tst_allowed.moc"
