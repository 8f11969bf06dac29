// SPDX-License-Identifier: Apache-2.0
#include "nocobase/optionlayout.h"

#include <QJsonDocument>
#include <QTest>

// In raw strings "//" is written "\/\/": moc 6.4 takes it for a comment there.

using namespace Qt::StringLiterals;
using nocobase::Authenticator;
using nocobase::LayoutSource;
using nocobase::Option;
using nocobase::OptionLayout;

Q_DECLARE_METATYPE(nocobase::Option)

namespace {

const char secret[] = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

Authenticator rowOf(const QByteArray &options)
{
    Authenticator row;
    row.options = QJsonDocument::fromJson(QByteArray(options).replace("SECRET", secret)).object();
    return row;
}

// "companyId=/corpId agentId=/agentId", in the order of the options.
QString told(const OptionLayout &layout)
{
    QStringList parts;
    for (auto it = layout.pointers.cbegin(); it != layout.pointers.cend(); ++it)
        parts << nocobase::optionName(it.key()) + u'=' + it.value();
    return parts.join(u' ');
}

} // namespace

class TestOptionLayout : public QObject
{
    Q_OBJECT
private slots:
    void learns_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("usable");
        QTest::newRow("flat")
            << QByteArray(R"({"corpId":"ww0123456789abcdef","agentId":"1000002","secret":"SECRET",
            "origin":"https:\/\/crm.example.com","redirectLink":"/m","autoLogin":true,"public":{"autoSignup":true,"tooltip":"t"}})")
            << u"companyId=/corpId agentId=/agentId secret=/secret origin=/origin "
               u"autoSignup=/public/autoSignup "
               u"automaticLogin=/autoLogin redirectLink=/redirectLink tooltip=/public/tooltip"_s
            << true;
        QTest::newRow("nested, AgentId a number")
            << QByteArray(R"({"wecom":{"corpid":"ww0123456789abcdef","agentid":1000002,
            "secret":"SECRET","origin":"http:\/\/127.0.0.1:13000/"},"public":{"autoSignup":false}})")
            << u"companyId=/wecom/corpid agentId=/wecom/agentid secret=/wecom/secret origin=/wecom/origin "
               u"autoSignup=/public/autoSignup"_s
            << true;
        QTest::newRow("other words")
            << QByteArray(R"({"internal":{"appKey":"ww0123456789abcdef","agentId":"1000002",
            "appSecret":"SECRET","domain":"https:\/\/crm.example.com"}})")
            << u"companyId=/internal/appKey agentId=/internal/agentId secret=/internal/appSecret origin=/internal/domain"_s
            << true;
        QTest::newRow("names decide between equals")
            << QByteArray(R"({"contactsKey":"SECRET","secret":"SECRET","retries":100,
            "agentId":"1000002","corpId":"ww0123456789abcdef"})")
            << u"companyId=/corpId agentId=/agentId secret=/secret"_s << true;
        QTest::newRow("equals without a telling name")
            << QByteArray(R"({"a":"SECRET","b":"SECRET","agentId":"1000002",
            "corpId":"ww0123456789abcdef"})")
            << u"companyId=/corpId agentId=/agentId"_s << false;
        QTest::newRow("an address of its own is no origin")
            << QByteArray(R"({"corpId":"ww0123456789abcdef","agentId":"1000002",
            "secret":"SECRET","callbackUrl":"https:\/\/crm.example.com/api/wecom:callback"})")
            << u"companyId=/corpId agentId=/agentId secret=/secret"_s << true;
        QTest::newRow("templates by name") << QByteArray(R"({"corpId":"{{ $env.CORP }}","agentId":"1000002",
            "secret":"{{$env.WECOM_SECRET}}"})")
                                           << u"companyId=/corpId agentId=/agentId secret=/secret"_s << true;
        QTest::newRow("empty") << QByteArray("{}") << QString() << false;
        QTest::newRow("empty values say nothing")
            << QByteArray(R"({"corpId":"","agentId":"","secret":""})") << QString() << false;
        QTest::newRow("slash and tilde in a key")
            << QByteArray(R"({"a/b":{"c~d":"ww0123456789abcdef"}})") << u"companyId=/a~1b/c~0d"_s << false;
    }

    void learns()
    {
        QFETCH(QByteArray, options);
        QFETCH(QString, expected);
        QFETCH(bool, usable);
        const OptionLayout layout = nocobase::learnLayout(rowOf(options), {});
        QCOMPARE(told(layout), expected);
        QCOMPARE(layout.isUsable(), usable);
        QVERIFY(layout.source == LayoutSource::ExistingRow);
    }

    void ambiguityIsNamed_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("knownCompany");
        QTest::addColumn<Option>("option");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("Company ID twice, by shape")
            << QByteArray(
                   R"({"a":"ww0123456789abcdef","b":"ww9999999999999999","agentId":"1000002","s":"SECRET"})")
            << QString() << Option::CompanyId << QStringList{u"/a"_s, u"/b"_s};
        QTest::newRow("Company ID twice, known and equally named")
            << QByteArray(
                   R"({"corpId":"ww0123456789abcdef","login":{"corpId":"ww0123456789abcdef"},"key":"1000002"})")
            << u"ww0123456789abcdef"_s << Option::CompanyId << QStringList{u"/corpId"_s, u"/login/corpId"_s};
        QTest::newRow("two numbers") << QByteArray(
                                            R"({"token":"ww0123456789abcdef","key":"1000002","x":"1000003"})")
                                     << QString() << Option::AgentId << QStringList{u"/key"_s, u"/x"_s};
    }
    void ambiguityIsNamed()
    {
        QFETCH(QByteArray, options);
        QFETCH(QString, knownCompany);
        QFETCH(Option, option);
        QFETCH(QStringList, places);
        const OptionLayout layout =
            nocobase::learnLayout(rowOf(options), {{Option::CompanyId, knownCompany}});
        QVERIFY(!layout.has(option) && !layout.isUsable());
        QCOMPARE(layout.ambiguous.value(option), places);
    }

    // A value that only the setup knows ends it.
    void aKnownValueEndsTheAmbiguity()
    {
        const OptionLayout layout =
            nocobase::learnLayout(rowOf(R"({"a":"ww0123456789abcdef","b":"ww9999999999999999"})"),
                                  {{Option::CompanyId, u"ww9999999999999999"_s}});
        QCOMPARE(told(layout), u"companyId=/b"_s);
        QVERIFY(layout.ambiguous.isEmpty());
    }

    void switchesAreGuesses()
    {
        const OptionLayout layout = nocobase::learnLayout(
            rowOf(R"({"corpId":"ww0123456789abcdef","autoLogin":true,"public":{"autoSignup":true}})"), {});
        QCOMPARE(layout.guessed, (QList<Option>{Option::AutoSignup, Option::AutomaticLogin}));
    }

    void questionsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("asked"); // option=places
        QTest::newRow("two Secrets") << QByteArray(R"({"a":"SECRET","b":"SECRET","agentId":"1000002",
            "corpId":"ww0123456789abcdef"})")
                                     << u"secret=/a,/b"_s;
        QTest::newRow("two of a telling name")
            << QByteArray(R"({"appSecret":"SECRET","syncSecret":"SECRET","agentId":"1000002",
            "corpId":"ww0123456789abcdef"})")
            << u"secret=/appSecret,/syncSecret"_s;
        QTest::newRow("two numbers") << QByteArray(R"({"n":{"x":1000002,"y":"1000003"},"secret":"SECRET",
            "corpId":"ww0123456789abcdef"})")
                                     << u"agentId=/n/x,/n/y"_s;
        QTest::newRow("two origins")
            << QByteArray(R"({"corpId":"ww0123456789abcdef","agentId":"1000002","secret":"SECRET",
            "u":"https:\/\/a.example.com","v":"https:\/\/b.example.com"})")
            << u"origin=/u,/v"_s;
        QTest::newRow("two switches of one name")
            << QByteArray(R"({"corpId":"ww0123456789abcdef","agentId":"1000002","secret":"SECRET",
            "autoLogin":true,"pc":{"autoLogin":false}})")
            << u"automaticLogin=/autoLogin,/pc/autoLogin"_s;
        QTest::newRow("nothing to ask") << QByteArray(R"({"corpId":"ww0123456789abcdef","agentId":"1000002",
            "secret":"SECRET","debug":true,"verbose":false})")
                                        << QString();
        QTest::newRow("unnamed switches of a marker row")
            << QByteArray(R"({"a":"wecom-setup-company-id","b":"9999999","c":"wecom-setup-secret","p":true,
            "q":false})")
            << u"autoSignup=/p,/q automaticLogin=/p,/q"_s;
    }
    void questionsAreNamed()
    {
        QFETCH(QByteArray, options);
        QFETCH(QString, asked);
        const OptionLayout layout = nocobase::learnLayout(rowOf(options), {});
        QStringList told;
        for (auto it = layout.ambiguous.cbegin(); it != layout.ambiguous.cend(); ++it) {
            told << nocobase::optionName(it.key()) + u'=' + it.value().join(u',');
            QVERIFY(!layout.has(it.key()));
        }
        QCOMPARE(told.join(u' '), asked);
        QVERIFY(OptionLayout::fromJson(layout.toJson())->ambiguous.isEmpty()); // asked anew, never remembered
    }

    void anAnswerComesFirst()
    {
        const Authenticator row = rowOf(R"({"a":"SECRET","b":"SECRET","agentId":"1000002",
            "corpId":"ww0123456789abcdef","autoLogin":true})");
        const auto answered = [&](const QMap<Option, QString> &answers) {
            return nocobase::learnLayout(row, {}, answers);
        };
        QCOMPARE(answered({{Option::Secret, u"/b"_s}}).pointers.value(Option::Secret), u"/b"_s);
        QVERIFY(answered({{Option::Secret, u"/b"_s}}).ambiguous.isEmpty());
        QVERIFY(!answered({{Option::AutomaticLogin, QString()}}).has(Option::AutomaticLogin));
        QVERIFY(!answered({{Option::Secret, u"/gone"_s}}).isUsable()); // that place is not in this row
    }

    void knownValuesWin()
    {
        // Neither has the usual shape; only knowing them tells which is which.
        const Authenticator row = rowOf(R"({"x":"corp-of-a-test","y":"short","z":"17"})");
        const OptionLayout layout = nocobase::learnLayout(row, {{Option::CompanyId, u"corp-of-a-test"_s},
                                                                {Option::Secret, u"short"_s},
                                                                {Option::AgentId, u"17"_s}});
        QCOMPARE(told(layout), u"companyId=/x agentId=/z secret=/y"_s);
    }

    void markersAreToldApart()
    {
        const QMap<Option, QString> markers = nocobase::markerValues();
        QJsonObject options;
        int i = 0;
        for (auto it = markers.cbegin(); it != markers.cend(); ++it)
            options.insert(u"k%1"_s.arg(++i), it.value());
        Authenticator row;
        row.options = {{u"inner"_s, options}};
        const OptionLayout layout = nocobase::learnLayout(row, {});
        QVERIFY(layout.source == LayoutSource::MarkerRow);
        QVERIFY(layout.isUsable());
        QCOMPARE(layout.pointers.size(), markers.size());
        for (auto it = markers.cbegin(); it != markers.cend(); ++it)
            QCOMPARE(layout.read(row.options, it.key()).toString(), it.value());
    }

    void markerRowIsToldByAll()
    {
        const QByteArray options = R"({"a":"wecom-setup-company-id","b":"9999999","c":"wecom-setup-secret"})";
        Authenticator row = rowOf(options);
        QVERIFY(nocobase::isMarkerRow(row));
        row.enabled = true;
        QVERIFY(!nocobase::isMarkerRow(row)); // somebody uses it
        QVERIFY(!nocobase::isMarkerRow(rowOf(QByteArray(options).replace("wecom-setup-secret", "real"))));
        QVERIFY(!nocobase::isMarkerRow(rowOf(QByteArray(options).replace("wecom-setup-company-id", "ww1"))));
    }

    void writingKeepsTheRest()
    {
        OptionLayout layout;
        layout.pointers = {{Option::Secret, u"/wecom/secret"_s},
                           {Option::AutoSignup, u"/public/autoSignup"_s}};
        const QJsonObject before =
            rowOf(R"({"wecom":{"secret":"old","other":[1,{"a":null}]},"x":1.5})").options;
        QJsonObject after = layout.written(before, Option::Secret, u"new"_s);
        after = layout.written(after, Option::AutoSignup, true);
        after = layout.written(after, Option::Tooltip, u"has no place"_s);
        QCOMPARE(
            after,
            rowOf(R"({"wecom":{"secret":"new","other":[1,{"a":null}]},"x":1.5,"public":{"autoSignup":true}})")
                .options);
        QVERIFY(layout.read(before, Option::AutoSignup).isUndefined());
        QVERIFY(layout.read(before, Option::Tooltip).isUndefined());
    }

    void survivesItsFile()
    {
        OptionLayout layout;
        layout.pointers = {{Option::CompanyId, u"/a"_s}, {Option::Tooltip, u"/public/t"_s}};
        layout.source = LayoutSource::MarkerRow;
        layout.guessed = {Option::Tooltip};
        const auto again = OptionLayout::fromJson(layout.toJson());
        QVERIFY(again);
        QCOMPARE(again->pointers, layout.pointers);
        QVERIFY(again->source == layout.source);
        QCOMPARE(again->guessed, layout.guessed);
        QVERIFY(!OptionLayout::fromJson({}));
        QVERIFY(!OptionLayout::fromJson({{u"pointers"_s, QJsonObject{{u"secret"_s, u"no pointer"_s}}}}));
    }

    void templates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("spaced") << u"{{ $env.WECOM_SECRET }}"_s << true;
        QTest::newRow("tight") << u"{{$env.A}}"_s << true;
        QTest::newRow("within") << u"https://{{$env.HOST}}"_s << true;
        QTest::newRow("a text") << u"{{t(\"WeCom\")}}"_s << false;
        QTest::newRow("plain") << u"secret"_s << false;
    }
    void templates()
    {
        QFETCH(QString, text);
        QFETCH(bool, is);
        QCOMPARE(nocobase::isTemplate(text), is);
    }

    void knownTable_data()
    {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("company");
        QTest::newRow("in") << u"@yeclimeric/nocobase-plugin-wecom"_s << u"1.9.1"_s << u"/internal/appKey"_s;
        QTest::newRow("newer") << u"@yeclimeric/nocobase-plugin-wecom"_s << u"2.0.0"_s << QString();
        QTest::newRow("older") << u"@yeclimeric/nocobase-plugin-wecom"_s << u"1.8"_s << QString();
        QTest::newRow("never the commercial one")
            << u"@nocobase/plugin-auth-wecom"_s << u"2.2.15"_s << QString();
        QTest::newRow("nor its other name") << u"@nocobase/plugin-wecom"_s << u"2.2.15"_s << QString();
    }
    void knownTable()
    {
        QFETCH(QString, package);
        QFETCH(QString, version);
        QFETCH(QString, company);
        const auto layout = nocobase::knownLayout(package, version);
        QCOMPARE(layout.has_value(), !company.isEmpty());
        if (layout) {
            QCOMPARE(layout->pointers.value(Option::CompanyId), company);
            QVERIFY(layout->source == LayoutSource::KnownTable);
            QVERIFY(layout->isUsable());
        }
    }

    void findsPublicSecrets()
    {
        const Authenticator row =
            rowOf(R"({"secret":"SECRET","public":{"autoSignup":true,"corpSecret":"short","note":"SECRET",
            "corpId":"ww0123456789abcdef","tooltip":"please","clientSecret":""}})");
        QCOMPARE(nocobase::publicSecrets(row, {}), (QStringList{u"/public/corpSecret"_s, u"/public/note"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOptionLayout)
#include "tst_optionlayout.moc"
