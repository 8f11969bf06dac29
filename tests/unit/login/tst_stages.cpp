// SPDX-License-Identifier: Apache-2.0
// A login as stages: what each trace says of them, which limit was meant, and that nothing secret is in it.
// Values of a test program may be made before main(). clazy:excludeall=non-pod-global-static
#include "checks/catalogue.h"
#include "login/replay.h"
#include "login/stages.h"
#include "setup/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <functional>

using namespace Qt::StringLiterals;
using login::Outcome;
using login::Sight;
using login::Stage;
using login::StageState;
using login::Trace;
using login::Tracer;
using login::Wait;

namespace {

const QString code = u"CANARYCODE7f3kQ"_s;
const QString session = u"eyJhbGciOiJIUzI1NiJ9.CANARYSESSION.x1"_s;
const QString state = u"CANARYSTATE"_s;
const QString company = u"ww9f3c1a7be4d2065a"_s;
const net::Fault refused{net::FaultCode::Refused, {{u"host"_s, u"crm.example.com"_s}}, {}};
const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());

QDateTime after(double seconds)
{
    return noon.addMSecs(qint64(seconds * 1000));
}

// A login on its way, fed step by step.
struct Login
{
    Tracer tracer{{QUrl(u"https://crm.example.com"_s), QUrl(u"https://crm.example.com"_s), company,
                   u"1000004"_s, u"wecom"_s},
                  noon};
    QUrl page;

    Login &signIn()
    {
        tracer.requested(QUrl(u"https://crm.example.com/signin"_s), after(1));
        tracer.finalStatus(200);
        return *this;
    }
    Login &press()
    {
        tracer.pressed(after(3));
        return *this;
    }
    Login &wecom(const QString &agent = u"1000004"_s)
    {
        page = wecom::webLoginUrl(QUrl(u"https://login.work.weixin.qq.com"_s), company, agent,
                                  QUrl(u"https://crm.example.com/api/wecom:redirect"_s), state, u"zh"_s);
        tracer.requested(page, after(4));
        tracer.finalStatus(200);
        return *this;
    }
    Login &shows(const QString &text, double at, bool qr = true)
    {
        tracer.looked(page, text, qr, after(at));
        return *this;
    }
    Login &back(bool withCode = true, const QString &origin = u"https://crm.example.com"_s)
    {
        QUrl url(origin + u"/api/wecom:redirect"_s);
        QUrlQuery query;
        if (withCode)
            query.addQueryItem(u"code"_s, code);
        query.addQueryItem(u"state"_s, state);
        url.setQuery(query);
        tracer.requested(url, after(40));
        return *this;
    }
    Login &status(int number)
    {
        tracer.finalStatus(number);
        return *this;
    }
    Login &refused()
    {
        tracer.requested(
            QUrl(u"https://crm.example.com/signin?error=Failed%20to%20get%20mobile&redirect=/admin"_s),
            after(42));
        return *this;
    }
    Login &land(const QString &by = u"wecom"_s)
    {
        tracer.requested(QUrl(u"https://crm.example.com/admin?authenticator=%1&token=%2"_s.arg(by, session)),
                         after(42));
        return *this;
    }
    Login &open()
    {
        tracer.requested(QUrl(u"https://crm.example.com/admin"_s), after(43));
        return *this;
    }
    Login &who(login::How how, bool hasRole = true, const QString &name = u"Li Wei"_s)
    {
        tracer.setWho(
            {7, name, u"liwei"_s, hasRole ? QStringList{u"member"_s} : QStringList(), hasRole, how});
        return *this;
    }
    Trace end(Outcome outcome, double at = 44)
    {
        tracer.finish(outcome, after(at));
        return tracer.trace();
    }
    Trace now() const { return tracer.trace(); }
};

Trace good()
{
    return Login()
        .signIn()
        .press()
        .wecom()
        .shows(u"请使用企业微信扫描二维码登录"_s, 5)
        .shows(u"扫描成功，请在手机上确认"_s, 30)
        .back()
        .land()
        .open()
        .who(login::How::MatchedByPhone)
        .end(Outcome::SignedIn);
}

QString short_(const QList<Stage> &stages)
{
    QStringList all;
    for (const Stage &stage : stages)
        all.append(stage.told.isEmpty() ? stageState(stage.state)
                                        : stageState(stage.state) + u'/' + stage.told);
    return all.join(u' ');
}

// Sentences of all these stages are in the catalogue, in every tested language.
QString missingWords(const QList<Stage> &stages)
{
    const auto &catalogue = checks::Catalogue::instance();
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const Stage &stage : stages) {
            const QString name = login::stageName(stage.id);
            QStringList keys{name, name + u".proves"_s, name + u".wrong"_s};
            if (!stage.told.isEmpty())
                keys.append(name + u'.' + stage.told);
            for (const QString &key : keys) {
                if (catalogue.sentence(u"stages"_s, key, stage.evidence, language).isEmpty())
                    return language + u' ' + key;
            }
        }
    }
    return {};
}

} // namespace

class StagesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEnd_data();
    void everyEnd();
    void onTheWay_data();
    void onTheWay();
    void everyOutcomeHasOneFailure();
    void limits();
    void theCountdownStandsStill();
    void wecomsPage_data();
    void wecomsPage();
    void onlyWecomsPageIsLookedAt();
    void nothingSecretIsExported();
    void exportsFitTheSchema();
    void readsWhatItHasWritten();
    void replays();

private:
    static void isReadAsWritten(const Trace &trace);
};

void StagesTest::everyEnd_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::addColumn<QString>("stages");
    const auto row = [](const char *name, const Trace &trace, const QString &stages) {
        QTest::newRow(name) << trace << stages;
    };
    const QString start = u"passed/pressed passed/right "_s, open4 = u" open open open open"_s;
    row("good", good(),
        start + u"passed/confirmed passed/code passed/opened passed/opened passed/matched-by-phone"_s);
    row("no button", Login().signIn().end(Outcome::NoButton, 61), u"failed/no-button open open"_s + open4);
    row("no page", Login().end(Outcome::NoButton, 61), u"failed/late open open"_s + open4);
    row("not sent", Login().signIn().press().end(Outcome::NotSent, 43),
        u"passed/pressed failed/late open"_s + open4);
    row("wrong ids", Login().signIn().press().wecom(u"1000009"_s).end(Outcome::WrongIds, 8),
        u"passed/pressed failed/other open"_s + open4);
    row("automatic", Login().signIn().wecom().shows({}, 5).end(Outcome::NotScanned, 305),
        u"passed/automatic passed/right failed/not-scanned"_s + open4);
    for (const Outcome outcome : {Outcome::DomainMismatch, Outcome::LinkRefused, Outcome::OutsideWecom})
        row(qPrintable(login::outcomeName(outcome)), Login().signIn().press().wecom().end(outcome, 8),
            start + u"failed/"_s + login::outcomeName(outcome) + open4);
    const auto atWecom = [] { return Login().signIn().press().wecom().shows({}, 5); };
    row("not confirmed", atWecom().shows(u"扫描成功"_s, 30).end(Outcome::NotConfirmed, 210),
        start + u"failed/not-confirmed"_s + open4);
    row("expired", atWecom().shows(u"二维码已过期"_s, 300).end(Outcome::Expired, 360),
        start + u"failed/expired"_s + open4);
    row("not returned", atWecom().shows(u"登录成功"_s, 30).end(Outcome::NotReturned, 70),
        start + u"failed/not-returned"_s + open4);
    row("refused on the page", atWecom().shows(u"你已取消此次登录"_s, 30).end(Outcome::Declined, 31),
        start + u"failed/declined"_s + open4);
    row("declined", atWecom().back(false).refused().end(Outcome::Declined),
        start + u"failed/declined failed/without-code open open open"_s);
    row("callback missing", atWecom().back().status(404).end(Outcome::CallbackMissing, 80),
        start + u"passed/confirmed failed/missing open open open"_s);
    row("callback elsewhere",
        atWecom().back(true, u"http://10.0.0.5:13000"_s).end(Outcome::CallbackSilent, 80),
        start + u"passed/confirmed doubted/elsewhere failed/late open open"_s);
    row("callback silent", atWecom().back().end(Outcome::CallbackSilent, 80),
        start + u"passed/confirmed passed/code failed/late open open"_s);
    row("sentence", atWecom().back().refused().end(Outcome::PluginSentence),
        start + u"passed/confirmed passed/code failed/sentence open open"_s);
    row("no role",
        atWecom().back().land().open().who(login::How::CreatedNow, false).end(Outcome::SignedInWithoutRole),
        start + u"passed/confirmed passed/code passed/opened passed/opened failed/no-role"_s);
    row("page not seen", atWecom().back().land().who(login::How::BoundBefore).end(Outcome::SignedIn),
        start + u"passed/confirmed passed/code passed/opened doubted/not-seen passed/bound-before"_s);
    row("other authenticator", atWecom().back().land(u"other"_s).open().end(Outcome::SignedIn),
        start + u"passed/confirmed passed/code doubted/other-authenticator passed/opened doubted/not-told"_s);
    row("browser", Login().signIn().end(Outcome::BrowserFailed, 9), u"failed/browser open open"_s + open4);
    row("page not opened", Login().signIn().end(Outcome::PageFailed, 9),
        u"failed/unopened open open"_s + open4);
    row("WeCom's page not opened", atWecom().end(Outcome::PageFailed, 9),
        start + u"failed/unopened"_s + open4);
    row("callback's page not opened", atWecom().back().end(Outcome::PageFailed, 80),
        start + u"passed/confirmed passed/code failed/unopened open open"_s);
    row("browser at WeCom", atWecom().end(Outcome::BrowserFailed, 9), start + u"failed/browser"_s + open4);
    row("stopped", atWecom().end(Outcome::Cancelled, 9), start + u"stopped/stopped"_s + open4);
}

void StagesTest::everyEnd()
{
    QFETCH(Trace, trace);
    QFETCH(QString, stages);
    const auto found = login::stagesOf(&trace, after(3600));
    QCOMPARE(short_(found), stages);
    QCOMPARE(missingWords(found), QString());
    for (const Stage &stage : found)
        QVERIFY(!stage.left); // nothing counts down any more
}

void StagesTest::onTheWay_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::addColumn<double>("at");
    QTest::addColumn<QString>("stages");
    QTest::addColumn<QString>("left");
    const QString open4 = u" open open open open"_s, start = u"passed/pressed passed/right "_s;
    QTest::newRow("opening") << Login().now() << 10.0 << u"running/opening open open"_s + open4 << u"0:50"_s;
    QTest::newRow("looking") << Login().signIn().now() << 20.0 << u"running/looking open open"_s + open4
                             << u"0:40"_s;
    QTest::newRow("pressed") << Login().signIn().press().now() << 13.0
                             << u"passed/pressed running/waiting open"_s + open4 << u"0:30"_s;
    const auto atWecom = [] { return Login().signIn().press().wecom(); };
    QTest::newRow("no picture yet") << atWecom().now() << 14.0 << start + u"running/page"_s + open4
                                    << u"4:50"_s;
    QTest::newRow("QR code") << atWecom().shows({}, 5).now() << 53.0 << start + u"running/scan"_s + open4
                             << u"4:12"_s;
    QTest::newRow("scanned") << atWecom().shows({}, 5).shows(u"扫描成功"_s, 30).now() << 40.0
                             << start + u"running/confirm"_s + open4 << u"2:50"_s;
    QTest::newRow("expired") << atWecom().shows({}, 5).shows(u"二维码已过期"_s, 300).now() << 310.0
                             << start + u"running/refresh"_s + open4 << u"0:50"_s;
    QTest::newRow("code") << atWecom().shows({}, 5).back().now() << 45.0
                          << start + u"passed/confirmed passed/code running/waiting open open"_s << u"0:35"_s;
    QTest::newRow("past its limit") << atWecom().shows({}, 5).now() << 900.0
                                    << start + u"running/scan"_s + open4 << u"0:00"_s;
}

void StagesTest::onTheWay()
{
    QFETCH(Trace, trace);
    QFETCH(double, at);
    QFETCH(QString, stages);
    QFETCH(QString, left);
    const auto found = login::stagesOf(&trace, after(at));
    QCOMPARE(short_(found), stages);
    QCOMPARE(missingWords(found), QString());
    const auto running = std::find_if(found.begin(), found.end(),
                                      [](const Stage &s) { return s.state == StageState::Running; });
    QVERIFY(running != found.end());
    QCOMPARE(login::clockText(running->left.value()), left);
    QCOMPARE(running->evidence[u"left"_s].toString(), left);
}

// Whatever the end, exactly the stage that ended it is the first that failed; a good end has none.
void StagesTest::everyOutcomeHasOneFailure()
{
    for (int i = 0; i <= int(Outcome::Cancelled); ++i) {
        const auto outcome = Outcome(i);
        if (outcome == Outcome::Running)
            continue;
        Login login;
        const Trace trace = login.signIn().press().wecom().shows({}, 5).end(outcome, 400);
        const auto stages = login::stagesOf(&trace, after(400));
        const auto ended = std::count_if(stages.begin(), stages.end(), [](const Stage &s) {
            return s.state == StageState::Failed || s.state == StageState::Stopped;
        });
        QVERIFY2(ended == (outcome == Outcome::WrongIds ? 0 : 1), qPrintable(login::outcomeName(outcome)));
        QCOMPARE(missingWords(stages), QString());
    }
}

void StagesTest::limits()
{
    using namespace std::chrono_literals;
    for (const Wait wait :
         {Wait::Button, Wait::Start, Wait::Page, Wait::Return, Wait::Answer, Wait::Landing}) {
        QVERIFY(!login::limitOf(wait).human);
        QVERIFY(login::limitOf(wait).time <= 60s);
    }
    for (const Wait wait : {Wait::Scan, Wait::Refresh, Wait::Confirm}) {
        QVERIFY(login::limitOf(wait).human);
        QVERIFY(login::limitOf(wait).time >= 60s);
    }
    const auto stages = [](const Trace &trace) { return login::stagesOf(&trace, after(10)); };
    QCOMPARE(stages(Login().now()).at(0).limit->time, login::limitOf(Wait::Button).time);
    QVERIFY(stages(Login().signIn().press().wecom().shows({}, 5).now()).at(2).limit->human);
}

void StagesTest::theCountdownStandsStill()
{
    Login login;
    login.signIn().press().wecom().shows({}, 5);
    login.tracer.held(true, after(10));
    const Trace held = login.now();
    QCOMPARE(login::stagesOf(&held, after(11)).at(2).evidence[u"left"_s].toString(), u"4:55"_s);
    QCOMPARE(login::stagesOf(&held, after(1000)).at(2).evidence[u"left"_s].toString(), u"4:55"_s);
    login.tracer.held(false, after(70));
    const Trace on = login.now();
    QCOMPARE(login::stagesOf(&on, after(75)).at(2).evidence[u"left"_s].toString(), u"4:50"_s);
    QCOMPARE(login::waited(on, after(5), after(75)), std::chrono::seconds(10));
}

void StagesTest::wecomsPage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("qr");
    QTest::addColumn<QString>("sight");
    QTest::newRow("QR code") << u"请使用企业微信扫描二维码登录"_s << true << u"qr-shown"_s;
    QTest::newRow("English") << u"Scan with WeCom to log in to “CRM”"_s << true << u"qr-shown"_s;
    QTest::newRow("no picture") << u"请使用企业微信扫描二维码登录"_s << false << QString();
    QTest::newRow("scanned") << u"扫描成功，请在手机上确认"_s << true << u"scanned"_s;
    QTest::newRow("scanned, English") << u"Scanned. Confirm on your phone"_s << true << u"scanned"_s;
    QTest::newRow("expired") << u"二维码已过期，请刷新"_s << true << u"expired"_s;
    QTest::newRow("expired, English") << u"This QR code has expired: reload"_s << true << u"expired"_s;
    QTest::newRow("cancelled") << u"你已取消此次登录\n你可再次扫描登录"_s << true << u"refused"_s;
    QTest::newRow("loading") << u"加载中"_s << false << QString();
}

void StagesTest::wecomsPage()
{
    QFETCH(QString, text);
    QFETCH(bool, qr);
    QFETCH(QString, sight);
    const auto seen = login::sightOf(text, qr);
    QCOMPARE(seen ? login::sightName(*seen) : QString(), sight);
}

void StagesTest::onlyWecomsPageIsLookedAt()
{
    Login login;
    login.signIn();
    login.tracer.looked(QUrl(u"https://crm.example.com/signin"_s), u"Scanned"_s, true, after(2));
    QVERIFY(login.now().sightings.isEmpty());
    login.press().wecom().shows({}, 5).shows({}, 6).shows({}, 7);
    QCOMPARE(login.now().sightings.size(), 1); // told once
    QCOMPARE(login.now().sightings.first().at, after(5));
    login.back().shows(u"Scanned"_s, 41);
    QCOMPARE(login.now().sightings.size(), 1);
}

void StagesTest::nothingSecretIsExported()
{
    const QList<Trace> traces{good(),
                              Login().signIn().press().wecom().back().refused().end(Outcome::PluginSentence)};
    for (const Trace &trace : traces) {
        QByteArray all = QJsonDocument(login::exported(trace)).toJson();
        for (const Stage &stage : login::stagesOf(&trace, after(50)))
            all += stage.address.toEncoded() + stage.host.toUtf8() + QJsonDocument(stage.evidence).toJson();
        for (const char *canary : {"CANARY", "eyJ"})
            QVERIFY2(!all.contains(canary), canary);
        QVERIFY(all.contains(company.toUtf8()) && all.contains("1000004"));
        QVERIFY(all.contains("crm.example.com") && all.contains("login.work.weixin.qq.com"));
    }
}

void StagesTest::exportsFitTheSchema()
{
    const QString schema = u":/schema/login.json"_s;
    Login held;
    held.signIn().press().wecom().shows({}, 5);
    held.tracer.held(true, after(6));
    held.tracer.setFault(u"refused"_s, refused);
    for (const Trace &trace :
         {good(), held.end(Outcome::BrowserFailed, 9), Login().end(Outcome::NoButton, 61)}) {
        const auto fits = setup::validate(login::exported(trace), schema);
        QVERIFY2(fits, fits ? "" : qPrintable(fits.error().param(u"field"_s) + fits.error().said));
    }
    QJsonObject broken = login::exported(good());
    broken[u"token"_s] = u"x"_s;
    QVERIFY(!setup::validate(broken, schema));
}

void StagesTest::readsWhatItHasWritten()
{
    Login broken;
    broken.signIn().tracer.setFault(u"refused"_s, refused);
    for (const Trace &trace : {good(), broken.end(Outcome::PageFailed, 2)})
        isReadAsWritten(trace);
    QVERIFY(!login::traceFromJson({}));
    QVERIFY(!login::traceFromJson({{u"started"_s, u"2026-11-22T12:00:00Z"_s}, {u"outcome"_s, u"x"_s}}));
}

void StagesTest::isReadAsWritten(const Trace &trace)
{
    QJsonObject written = login::toJson(trace);
    const auto read = login::traceFromJson(written);
    QVERIFY(read);
    written.remove(u"state"_s);
    QCOMPARE(login::toJson(*read), written);
    const auto stages = login::stagesOf(&*read, after(50)), before = login::stagesOf(&trace, after(50));
    QCOMPARE(short_(stages), short_(before));
    for (qsizetype i = 0; i < stages.size(); ++i)
        QCOMPARE(stages.at(i).evidence, before.at(i).evidence);
}

void StagesTest::replays()
{
    const Trace trace = good();
    const auto moments = login::momentsOf(trace);
    QVERIFY(std::is_sorted(moments.begin(), moments.end()));
    QCOMPARE(moments.first(), noon);
    QCOMPARE(moments.last(), after(44));
    QStringList seen;
    for (const QDateTime &moment : moments) {
        const Trace then = login::upTo(trace, moment);
        const auto stages = login::stagesOf(&then, moment);
        const auto running = std::find_if(stages.begin(), stages.end(),
                                          [](const Stage &s) { return s.state == StageState::Running; });
        seen.append(running == stages.end() ? u"end"_s
                                            : login::stageName(running->id) + u'/' + running->told);
        if (moment < trace.ended)
            QVERIFY(!then.who && then.outcome == Outcome::Running);
    }
    const QStringList expected{u"sign-in-page/opening"_s, u"sign-in-page/looking"_s,
                               u"start/waiting"_s,        u"wecom-page/page"_s,
                               u"wecom-page/scan"_s,      u"wecom-page/confirm"_s,
                               u"session/waiting"_s,      u"landing/waiting"_s,
                               u"who/asking"_s,           u"end"_s};
    QCOMPARE(seen, expected);
}

QTEST_GUILESS_MAIN(StagesTest)
#include "tst_stages.moc"
