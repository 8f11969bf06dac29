// SPDX-License-Identifier: Apache-2.0
// Every entry of the fault menu: what it does, that perform() does not cure it, and that taking it off does.
#include "asker.h"

#include "nocobase/optionlayout.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using setup::StepId;

namespace {

QUrl ownershipUrl(const Services &s, const QString &name = {})
{
    QUrl url = s.rehearsal.nocobaseUrl();
    url.setPath(u'/' + (name.isEmpty() ? s.rehearsal.ownershipFileName() : name));
    return url;
}

QJsonObject agent(Services &s)
{
    const auto kept = std::exchange(s.asker.headers, {});
    s.asker.agent = Asker::nocobase;
    const QJsonObject out = s.ask(u"agent/get"_s, {{u"agentid"_s, s.rehearsal.agentId()}}).json();
    s.asker.agent = Asker::assistant;
    s.asker.headers = kept;
    return out;
}

bool pluginListed(Services &s, bool &enabled)
{
    const QJsonArray rows = s.asker.get(s.api(u"pm:list"_s)).data().toArray();
    for (const QJsonValue &row : rows) {
        if (row[u"name"_s].toString() == u"auth-wecom"_s) {
            enabled = row[u"enabled"_s].toBool();
            return true;
        }
    }
    return false;
}

// Answers flap for a moment after a restart.
bool isSteady(Services &s)
{
    int good = 0;
    for (int i = 0; i < 60 && good < 5; ++i) {
        good = s.asker.get(s.api(u"pm:list"_s)).status == 200 ? good + 1 : 0;
        QTest::qWait(10);
    }
    return good == 5;
}

// What one sees of a fault, as short text; the same everywhere where nothing is wrong.
QString seen(Services &s, const QString &cause)
{
    if (cause == u"wecom.company-id.wrong"_s || cause == u"wecom.secret.wrong"_s)
        return QString::number(
            s.getToken(s.rehearsal.companyId(), s.rehearsal.secret().revealText()).errcode());
    if (cause == u"wecom.agent.other-app"_s || cause == u"ip.untrusted"_s)
        return QString::number(agent(s).value(u"errcode"_s).toInt());
    if (cause == u"wecom.app.disabled"_s)
        return QString::number(agent(s).value(u"close"_s).toInt());
    if (cause == u"wecom.app.scope-empty"_s)
        return QString::number(agent(s).value(u"allow_partys"_s)[u"partyid"_s].toArray().isEmpty());
    if (cause == u"domain.oauth.mismatch"_s)
        return QString::number(agent(s).value(u"redirect_domain"_s).toString() !=
                               s.rehearsal.nocobaseUrl().authority());
    if (cause == u"domain.callback.mismatch"_s) {
        QString problem;
        s.openLoginPage(s.startLink(), &problem);
        return problem.isEmpty() ? u"0"_s : problem;
    }
    if (cause == u"domain.ownership.missing"_s)
        return s.asker.get(ownershipUrl(s)).status == 200 ? u"0"_s : u"404"_s;
    if (cause == u"domain.ownership.masked"_s) {
        const auto made = s.asker.get(ownershipUrl(s, u"WW_verify_0000000000000000.txt"_s));
        return s.asker.get(ownershipUrl(s)).contentType.startsWith("text/html") && made.status == 200
                   ? u"page"_s
                   : u"0"_s;
    }
    if (cause == u"nocobase.sign-in"_s)
        return s.signIn() ? u"0"_s : u"401"_s;
    if (cause == u"nocobase.role"_s)
        return s.asker.get(s.api(u"authenticators:list"_s)).status == 403 ? u"403"_s : u"0"_s;
    if (cause == u"nocobase.too-old"_s) {
        const QString version = s.asker.get(s.api(u"app:getInfo"_s)).data()[u"version"_s].toString();
        return version == u"2.2.15"_s ? u"0"_s : version;
    }
    if (cause == u"plugin.off"_s || cause == u"plugin.absent"_s || cause == u"plugin.failed"_s) {
        bool enabled = false;
        const bool listed = pluginListed(s, enabled);
        return !listed ? u"absent"_s : enabled ? u"0"_s : u"off"_s;
    }
    if (cause == u"layout.unknown"_s) {
        const QJsonArray rows = s.asker.get(s.api(u"authenticators:list"_s)).data().toArray();
        const bool any = std::any_of(rows.begin(), rows.end(), [](const auto &row) {
            return row[u"authType"_s].toString() == u"wecom"_s;
        });
        return any ? u"0"_s : u"none"_s;
    }
    if (cause == u"keychain.missing"_s)
        return s.rehearsal.faults().contains(cause) ? u"known"_s : u"0"_s;
    if (cause == u"login.outside-wecom"_s)
        return s.startLink().path().endsWith(u"/connect/oauth2/authorize"_s) ? u"oauth"_s : u"0"_s;
    if (cause == u"plugin.no-button"_s)
        return s.asker.get(QUrl(s.rehearsal.nocobaseUrl().toString() + u"/signin"_s))
                       .body.contains("row.authTypeTitle) wecomButton")
                   ? u"0"_s
                   : u"none"_s;
    if (cause == u"login.inside-unnoticed"_s)
        return s.asker.get(QUrl(s.rehearsal.nocobaseUrl().toString() + u"/signin"_s)).body.contains("wxwork")
                   ? u"0"_s
                   : u"unnoticed"_s;
    const QUrl end = s.logIn(); // the login's own
    if (cause == u"login.no-role"_s) {
        const auto kept = std::exchange(s.asker.headers,
                                        {{"Authorization", "Bearer " + Services::session(end).toLatin1()}});
        const QString code = s.asker.get(s.api(u"auth:check"_s)).errorCode();
        s.asker.headers = kept;
        return code.isEmpty() ? u"0"_s : code;
    }
    return Services::session(end).isEmpty() ? Services::sentence(end) : u"0"_s;
}

} // namespace

class TstRehearsalFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyFault_data()
    {
        QTest::addColumn<QString>("expected");
        const QString apiFailed =
            u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s;
        QTest::newRow("wecom.company-id.wrong") << u"40013"_s;
        QTest::newRow("wecom.secret.wrong") << u"40001"_s;
        QTest::newRow("wecom.agent.other-app") << u"301002"_s;
        QTest::newRow("wecom.app.disabled") << u"1"_s;
        QTest::newRow("wecom.app.scope-empty") << u"1"_s;
        QTest::newRow("ip.untrusted") << u"60020"_s;
        QTest::newRow("server.cannot-reach-wecom") << u"Failed to get accessToken"_s;
        QTest::newRow("domain.callback.mismatch") << u"redirect_uri 与配置的授权完成回调域名不一致"_s;
        QTest::newRow("domain.oauth.mismatch") << u"1"_s;
        QTest::newRow("domain.ownership.missing") << u"404"_s;
        QTest::newRow("domain.ownership.masked") << u"page"_s;
        QTest::newRow("login.member.out-of-scope") << apiFailed;
        QTest::newRow("login.first-time") << u"Failed to get mobile"_s;
        QTest::newRow("login.declined") << u"Authorization code does not exist."_s;
        QTest::newRow("login.user-not-found") << u"User not found."_s;
        QTest::newRow("login.outside-wecom") << u"oauth"_s;
        QTest::newRow("login.code-used") << apiFailed;
        QTest::newRow("login.ip") << apiFailed;
        QTest::newRow("login.no-role") << u"USER_HAS_NO_ROLES_ERR"_s;
        QTest::newRow("login.inside-unnoticed") << u"unnoticed"_s;
        QTest::newRow("plugin.no-button") << u"none"_s;
        QTest::newRow("nocobase.sign-in") << u"401"_s;
        QTest::newRow("nocobase.role") << u"403"_s;
        QTest::newRow("nocobase.too-old") << u"1.3.51"_s;
        QTest::newRow("plugin.off") << u"off"_s;
        QTest::newRow("plugin.absent") << u"absent"_s;
        QTest::newRow("plugin.failed") << u"off"_s;
        QTest::newRow("layout.unknown") << u"none"_s;
        QTest::newRow("keychain.missing") << u"known"_s;
    }
    void everyFault()
    {
        QFETCH(QString, expected);
        const QString cause = QString::fromLatin1(QTest::currentDataTag());
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        QCOMPARE(s.apply().status, 200);
        s.rehearsal.setFaults({cause}); // comes over a world that was right
        QCOMPARE(seen(s, cause), expected);
        s.configure(); // what the steps say does not help
        QCOMPARE(seen(s, cause), expected);
        s.rehearsal.setFaults({});
        if (cause == u"nocobase.sign-in"_s || cause == u"wecom.secret.wrong"_s) {
            QVERIFY(s.signIn());
            QCOMPARE(s.apply().status, 200); // the new Secret
        }
        QCOMPARE(seen(s, cause), u"0"_s);
    }

    void theTableIsCovered()
    {
        QFile source(QStringLiteral(SOURCE_DIR "/tests/unit/demo/tst_rehearsalfaults.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        // The engine tells the rest without a phone: tests/faults/tst_menu.cpp.
        for (const QString &cause :
             demo::Rehearsal::menu().filter(QRegularExpression(u"^(login\\.|plugin\\.no)"_s)))
            QVERIFY2(cause == u"login.callback-missing"_s ||
                         text.contains("newRow(\"" + cause.toLatin1() + "\")"),
                     qPrintable(cause));
        for (const QString &cause : {u"domain.callback.mismatch"_s})
            QVERIFY2(text.contains("newRow(\"" + cause.toLatin1() + "\")"), qPrintable(cause));
    }

    // Login faults whose cause WeCom's errcode would tell: the plugin shows only its sentence, never the
    // number.
    void sentencesHoldNoErrcode_data()
    {
        QTest::addColumn<QString>("sentence");
        const QString apiFailed =
            u"The WeCom API call failed. Please check the logs to troubleshoot the issue."_s;
        QTest::newRow("ip.untrusted") << apiFailed;
        QTest::newRow("domain.oauth.mismatch") << apiFailed;
        QTest::newRow("wecom.app.disabled") << apiFailed;
        QTest::newRow("wecom.secret.wrong") << u"Failed to get accessToken"_s;
    }
    void sentencesHoldNoErrcode()
    {
        QFETCH(QString, sentence);
        Services s;
        s.configure();
        QVERIFY(s.signIn());
        QCOMPARE(s.apply().status, 200);
        s.rehearsal.setFaults({QString::fromLatin1(QTest::currentDataTag())});
        const QUrl end = s.logIn();
        QCOMPARE(end.path(), u"/signin"_s);
        QCOMPARE(Services::sentence(end), sentence);
        QVERIFY(!end.toString().contains(QRegularExpression(u"\\b(4|5|6)\\d{4}\\b"_s)));
        s.rehearsal.setFaults({});
        QVERIFY(!Services::session(s.logIn()).isEmpty());
    }

    void aResetSecretIsReplacedByANewOne()
    {
        Services s;
        const vault::Secret before = s.rehearsal.secret();
        s.rehearsal.setFaults({u"wecom.secret.wrong"_s});
        QVERIFY(s.rehearsal.secret() == before); // what the person has is the old one
        s.rehearsal.setFaults({});
        QVERIFY(!(s.rehearsal.secret() == before));
        QVERIFY(!s.token().isEmpty());
    }

    void theOtherAppIsListed()
    {
        Services s;
        s.configure();
        s.rehearsal.setFaults({u"wecom.agent.other-app"_s});
        s.asker.agent = Asker::nocobase;
        const QJsonArray list = s.ask(u"agent/list"_s).json().value(u"agentlist"_s).toArray();
        QCOMPARE(list.size(), 1);
        QVERIFY(QString::number(list.at(0)[u"agentid"_s].toInteger()) != s.rehearsal.agentId());
    }

    void enablingThePluginCuresThatItIsOff()
    {
        demo::RehearsalOptions options;
        options.faults = {u"plugin.off"_s};
        options.restart = 10ms;
        Services s(options);
        QVERIFY(s.signIn());
        bool enabled = true;
        QVERIFY(pluginListed(s, enabled));
        QVERIFY(!enabled);
        const auto rows = s.asker.get(s.api(u"authenticators:publicList"_s)).data().toArray();
        QCOMPARE(rows.size(), 3); // the rows stay, without their type's title
        QVERIFY(rows.at(1)[u"authTypeTitle"_s].toString().isEmpty());
        s.asker.post(
            s.api(u"pm:enable"_s, {{u"filterByTk"_s, u"auth-wecom"_s}, {u"awaitResponse"_s, u"true"_s}}), {});
        QVERIFY(isSteady(s));
        QVERIFY(pluginListed(s, enabled));
        QVERIFY(enabled);
    }

    void enablingMayFail()
    {
        demo::RehearsalOptions options;
        options.faults = {u"plugin.failed"_s};
        options.restart = 10ms;
        Services s(options);
        QVERIFY(s.signIn());
        const auto answer = s.asker.post(
            s.api(u"pm:enable"_s, {{u"filterByTk"_s, u"auth-wecom"_s}, {u"awaitResponse"_s, u"true"_s}}), {});
        QCOMPARE(answer.status, 500);
        QVERIFY(isSteady(s));
        bool enabled = true;
        QVERIFY(pluginListed(s, enabled));
        QVERIFY(!enabled);
    }

    // What a person would save in NocoBase's own form: disabled, and with the sample values alone.
    void theRowToLearnFromIsSaved()
    {
        Services s;
        s.rehearsal.setFaults({u"layout.unknown"_s});
        QVERIFY(s.signIn());
        QVERIFY(s.rehearsal.perform(StepId::Review));
        const QJsonArray rows = s.asker.get(s.api(u"authenticators:list"_s)).data().toArray();
        const QJsonObject last = rows.last().toObject();
        nocobase::Authenticator row;
        row.enabled = last[u"enabled"_s].toBool();
        row.options = last[u"options"_s].toObject();
        QVERIFY(nocobase::isMarkerRow(row));
        QVERIFY(nocobase::learnLayout(row, {}).isUsable());
    }

    void enablingAnAbsentPluginIsAnsweredWellAndChangesNothing()
    {
        demo::RehearsalOptions options;
        options.faults = {u"plugin.absent"_s};
        options.restart = 10ms;
        Services s(options);
        QVERIFY(s.signIn());
        QCOMPARE(s.asker.post(s.api(u"pm:enable"_s, {{u"filterByTk"_s, u"auth-wecom"_s}}), {}).status, 200);
        QVERIFY(isSteady(s));
        bool enabled = false;
        QVERIFY(!pluginListed(s, enabled));
    }
};

QTEST_GUILESS_MAIN(TstRehearsalFaults)
#include "tst_rehearsalfaults.moc"
