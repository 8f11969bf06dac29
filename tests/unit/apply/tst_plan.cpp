// SPDX-License-Identifier: Apache-2.0
#include "planscene.h"

#include <QJsonDocument>
#include <QTest>

using apply::Change;

namespace {

Change changeOf(const ChangePlan &plan, const QString &field, const QString &authenticator = u"wecom"_s)
{
    for (const Change &change : plan.changes) {
        if (change.field == field && change.authenticator == authenticator)
            return change;
    }
    return {};
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT
private slots:
    void nothingToDo()
    {
        Scene scene;
        const ChangePlan plan = scene.plan();
        QVERIFY(plan.kind == ChangePlan::Kind::Nothing);
        QCOMPARE(plan.changeCount(), 0);
        QCOMPARE(plan.changes.size(), 10); // fields that stay are shown too
        QVERIFY(apply::toJson(plan).isEmpty());
        QVERIFY(scene.written().isEmpty());
    }

    // Only the options are to change: what NocoBase has of the rest stays, and the plan says so.
    void whatWasNotEnteredIsKept()
    {
        Scene scene;
        scene.credentials = {};
        ChangePlan plan = scene.plan();
        QCOMPARE(plan.kind, ChangePlan::Kind::Nothing);
        QCOMPARE(plan.keptFields(), (QStringList{u"companyId"_s, u"agentId"_s, u"secret"_s}));
        scene.setup.authenticator.title = u"Company"_s;
        plan = scene.plan();
        QCOMPARE(plan.kind, ChangePlan::Kind::Update);
        QCOMPARE(plan.changeCount(), 1);
        QCOMPARE(plan.keptFields().size(), 3);
        QCOMPARE(scene.written().constFirst().options, scene.rows.last().options);
        QVERIFY(Scene().plan().keptFields().isEmpty());
    }

    void obstacles_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("why");
        for (const auto &[what, why] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"nobody signed in", "nocobase.sign-in"},
                 {"no right", "nocobase.role"},
                 {"plugin absent", "plugin.absent"},
                 {"plugin on, without its type", "plugin.failed"},
                 {"no layout", "layout.unknown"},
                 {"layout without a Secret", "layout.unknown"},
                 {"other inputs by now", "nocobase.sign-in"},
                 {"name of another type", "choose-authenticator"},
                 {"several", "choose-authenticator"},
                 {"no Secret anywhere", "credentials-missing"}})
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(why);
    }
    void obstacles()
    {
        QFETCH(QString, what);
        QFETCH(QString, why);
        Scene scene;
        if (what == u"no right"_s)
            scene.identity.allowAll = false;
        if (what.startsWith(u"plugin"_s)) {
            scene.plugin.authType.clear();
            scene.plugin.listed = what == u"plugin on, without its type"_s;
        }
        if (what == u"no layout"_s)
            scene.layout.pointers.clear();
        if (what == u"layout without a Secret"_s)
            scene.layout.pointers.remove(Option::Secret);
        if (what == u"name of another type"_s)
            scene.setup.authenticator.name = u"basic"_s;
        if (what == u"several"_s) {
            scene.setup.authenticator.name.reset();
            scene.rows << Scene::row(3, u"branch"_s, u"wecom"_s, {});
        }
        if (what == u"no Secret anywhere"_s) {
            scene.credentials.secret = {};
            scene.rows.last().options.remove(u"secret"_s);
        }
        setup::World world = scene.world();
        if (what == u"nobody signed in"_s)
            scene.facts.identity.reset();
        if (what == u"other inputs by now"_s)
            scene.setup.nocobase.account = u"another"_s;
        const ChangePlan plan = apply::plan(world);
        QVERIFY(plan.kind == ChangePlan::Kind::Impossible);
        QCOMPARE(plan.impossible, why);
        QVERIFY(apply::rowsToWrite(plan, world).isEmpty());
        if (what == u"several"_s)
            QCOMPARE(plan.candidates, (QStringList{u"wecom"_s, u"branch"_s}));
    }

    void choosesOrMakesARow_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QStringList>("wecomRows");
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("id");
        QTest::newRow("adopts the only one")
            << QString() << QStringList{u"company"_s} << u"company"_s << qint64(10);
        QTest::newRow("by name") << u"b"_s << QStringList{u"a"_s, u"b"_s} << u"b"_s << qint64(11);
        QTest::newRow("new") << QString() << QStringList{} << u"wecom"_s << qint64(0);
        QTest::newRow("new, named") << u"sales"_s << QStringList{u"a"_s} << u"sales"_s << qint64(0);
    }
    void choosesOrMakesARow()
    {
        QFETCH(QString, wish);
        QFETCH(QStringList, wecomRows);
        QFETCH(QString, name);
        QFETCH(qint64, id);
        Scene scene;
        scene.setup.authenticator.name = wish.isEmpty() ? std::nullopt : std::optional(wish);
        scene.rows.removeLast();
        for (qsizetype i = 0; i < wecomRows.size(); ++i)
            scene.rows << Scene::row(10 + i, wecomRows.at(i), u"wecom"_s, {});
        const ChangePlan plan = scene.plan();
        QVERIFY(plan.kind == (id ? ChangePlan::Kind::Update : ChangePlan::Kind::Create));
        QCOMPARE(plan.authenticator, name);
        QCOMPARE(plan.id, id);
        QCOMPARE(scene.written().constLast().name, name);
        QCOMPARE(scene.written().constLast().authType, u"wecom"_s);
        QCOMPARE(scene.written().constLast().options, Scene::applied());
    }

    void aNewOneTakesAFreeName()
    {
        Scene scene;
        scene.setup.authenticator.name.reset();
        scene.rows = {Scene::row(1, u"wecom"_s, u"SAML"_s, {}), Scene::row(2, u"wecom-2"_s, u"SAML"_s, {})};
        QCOMPARE(scene.plan().authenticator, u"wecom-3"_s);
    }

    void oneChange_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const QJsonObject as = Scene::applied();
        const auto with = [&](const QString &key, const QJsonValue &value) {
            QJsonObject changed = as;
            changed.insert(key, value);
            return changed;
        };
        QTest::newRow("company id") << u"companyId"_s << with(u"corpId"_s, u"ww1"_s) << u"ww1"_s
                                    << u"ww0123456789abcdef"_s;
        QTest::newRow("agent id, a number")
            << u"agentId"_s << with(u"agentId"_s, 1000001) << u"1000001"_s << u"1000002"_s;
        QTest::newRow("secret") << u"secret"_s << with(u"secret"_s, u"CANARY-old"_s) << u"set"_s << u"new"_s;
        QTest::newRow("secret, first")
            << u"secret"_s << with(u"secret"_s, QJsonValue()) << QString() << u"new"_s;
        QTest::newRow("origin") << u"origin"_s << with(u"origin"_s, u"http://10.0.0.1"_s)
                                << u"http://10.0.0.1"_s << u"https://crm.example.com"_s;
        QTest::newRow("switch") << u"automaticLogin"_s << with(u"auto"_s, true) << u"true"_s << u"false"_s;
        QTest::newRow("text") << u"redirectLink"_s << with(u"redirect"_s, u"/m"_s) << u"/m"_s << QString();
    }
    void oneChange()
    {
        QFETCH(QString, field);
        QFETCH(QJsonObject, options);
        QFETCH(QString, before);
        QFETCH(QString, after);
        Scene scene;
        options.insert(u"unknown"_s, QJsonArray{1, QJsonObject{{u"kept"_s, true}}});
        scene.rows.last().options = options;
        const ChangePlan plan = scene.plan();
        QCOMPARE(plan.changeCount(), 1);
        const Change change = changeOf(plan, field);
        QVERIFY(change.changes);
        QCOMPARE(change.before, before);
        QCOMPARE(change.after, after);
        QCOMPARE(change.secret, field == u"secret"_s);
        QVERIFY(!QJsonDocument(apply::toJson(plan)).toJson().contains("CANARY"));

        const QList<Authenticator> rows = scene.written();
        QCOMPARE(rows.size(), 1);
        // Only that member; the AgentId keeps the type the form gave it.
        const QString key = scene.layout.pointers
                                .value(field == u"companyId"_s        ? Option::CompanyId
                                       : field == u"agentId"_s        ? Option::AgentId
                                       : field == u"secret"_s         ? Option::Secret
                                       : field == u"origin"_s         ? Option::Origin
                                       : field == u"automaticLogin"_s ? Option::AutomaticLogin
                                                                      : Option::RedirectLink)
                                .mid(1);
        QJsonObject expected = options;
        if (field == u"agentId"_s)
            expected.insert(key, 1000002);
        else if (field == u"automaticLogin"_s)
            expected.insert(key, false);
        else
            expected.insert(key, field == u"secret"_s ? ourSecret : after);
        QCOMPARE(rows.first().options, expected);
    }

    void templatesStay()
    {
        Scene scene;
        scene.rows.last().options.insert(u"secret"_s, u"{{ $env.SECRET }}"_s);
        scene.rows.last().options.insert(u"corpId"_s, u"{{$env.CORP}}"_s);
        scene.setup.authenticator.title = u"Company"_s;
        const ChangePlan plan = scene.plan();
        QCOMPARE(plan.changeCount(), 1);
        QCOMPARE(changeOf(plan, u"secret"_s).reason, u"template"_s);
        QCOMPARE(changeOf(plan, u"secret"_s).note, u"{{ $env.SECRET }}"_s);
        QCOMPARE(changeOf(plan, u"companyId"_s).reason, u"template"_s);
        QCOMPARE(scene.written().constFirst().options, scene.rows.last().options);
        QCOMPARE(scene.written().constFirst().title, u"Company"_s);
    }

    void versions_data()
    {
        QTest::addColumn<QVersionNumber>("version");
        QTest::addColumn<QStringList>("tooOld");
        QTest::newRow("1.3") << QVersionNumber(1, 3, 51)
                             << QStringList{u"automaticLogin 1.4.0"_s, u"redirectLink 1.4.0"_s,
                                            u"tooltip 1.6.3"_s};
        QTest::newRow("1.4") << QVersionNumber(1, 4, 0) << QStringList{u"tooltip 1.6.3"_s};
        QTest::newRow("1.6.3") << QVersionNumber(1, 6, 3) << QStringList{};
        QTest::newRow("unknown") << QVersionNumber() << QStringList{};
    }
    void versions()
    {
        QFETCH(QVersionNumber, version);
        QFETCH(QStringList, tooOld);
        Scene scene;
        scene.server.version = version;
        scene.setup.authenticator.automaticLogin = true;
        scene.setup.authenticator.redirectLink = u"/m"_s;
        scene.setup.authenticator.tooltip = u"tip"_s;
        QStringList told;
        const ChangePlan plan = scene.plan();
        for (const Change &change : plan.changes) {
            if (change.reason == u"too-old"_s)
                told << change.field + u' ' + change.note;
        }
        QCOMPARE(told, tooOld);
        QCOMPARE(plan.changeCount(), 3 - tooOld.size());
    }

    // The plugin exists there, and does not do all it should: made, and said with the version that mends it.
    void knownFlaws_data()
    {
        QTest::addColumn<QVersionNumber>("version");
        QTest::addColumn<QStringList>("flaws");
        QTest::newRow("1.3: what is not there has no flaw")
            << QVersionNumber(1, 3, 51) << QStringList{u"autoSignup 1.9.42"_s};
        QTest::newRow("1.5") << QVersionNumber(1, 5, 0)
                             << QStringList{u"autoSignup 1.9.42"_s, u"automaticLogin 1.6.0"_s};
        QTest::newRow("1.6.0") << QVersionNumber(1, 6, 0) << QStringList{u"autoSignup 1.9.42"_s};
        QTest::newRow("1.9.41") << QVersionNumber(1, 9, 41) << QStringList{u"autoSignup 1.9.42"_s};
        QTest::newRow("1.9.42") << QVersionNumber(1, 9, 42) << QStringList{};
        QTest::newRow("2.2") << QVersionNumber(2, 2, 15) << QStringList{};
        QTest::newRow("unknown") << QVersionNumber() << QStringList{};
    }
    void knownFlaws()
    {
        QFETCH(QVersionNumber, version);
        QFETCH(QStringList, flaws);
        Scene scene;
        scene.server.version = version;
        scene.setup.authenticator.automaticLogin = true;
        scene.setup.authenticator.autoSignup = true;
        QStringList told;
        const ChangePlan plan = scene.plan();
        for (const Change &change : plan.changes) {
            if (!change.mended.isEmpty())
                told << change.field + u' ' + change.mended;
        }
        QCOMPARE(told, flaws);
        scene.setup.authenticator.automaticLogin = scene.setup.authenticator.autoSignup = false;
        for (const Change &change : scene.plan().changes)
            QVERIFY(change.mended.isEmpty()); // not wanted, so nothing is said
    }

    void enablingThePluginIsAChange()
    {
        Scene scene;
        scene.plugin.enabled = false;
        scene.plugin.authType.clear();
        const ChangePlan plan = scene.plan();
        QCOMPARE(plan.kind, ChangePlan::Kind::EnablePlugin);
        QCOMPARE(plan.changeCount(), 1);
        QCOMPARE(plan.authenticatorCount(), 0);
        const QJsonObject change = apply::toJson(plan).first().toObject();
        QCOMPARE(change[u"field"_s].toString(), u"plugin"_s);
        QCOMPARE(change[u"before"_s].toString(), u"false"_s);
        QCOMPARE(change[u"after"_s].toString(), u"true"_s);
        QVERIFY(scene.written().isEmpty()); // rows can be looked at only afterwards

        scene.identity.allowAll = false;
        scene.identity.snippets = QStringList{u"pm.auth.authenticators"_s};
        QCOMPARE(scene.plan().impossible, u"plugin.off"_s); // may not enable it
    }

    // Two places could hold the Secret: shown with what is there, masked, and nothing is written.
    void ambiguityIsAsked()
    {
        Scene scene;
        const QString other = u"CANARY-other-secret-0123456789-abcdefghijkl"_s;
        scene.rows.last().options = {{u"corpId"_s, u"ww0123456789abcdef"_s},
                                     {u"agentId"_s, u"1000002"_s},
                                     {u"a"_s, other},
                                     {u"b"_s, QString(other).replace(u"CANARY"_s, u"CANARZ"_s)},
                                     {u"origin"_s, u"https://crm.example.com"_s}};
        scene.layout = nocobase::learnLayout(scene.rows.last(), {});
        const ChangePlan plan = scene.plan();
        QCOMPARE(plan.impossible, u"choose-layout"_s);
        const auto questions = apply::layoutQuestions(scene.world());
        QCOMPARE(questions.size(), 1);
        QCOMPARE(questions.first().option, Option::Secret);
        QCOMPARE(questions.first().authenticator, u"wecom"_s);
        QVERIFY(questions.first().isNeeded);
        QCOMPARE(questions.first().places.size(), 2);
        for (const auto &place : questions.first().places) {
            QVERIFY(!place.shown.isEmpty());
            QVERIFY(!place.shown.contains(u"CANAR"_s));
        }
        scene.layout = nocobase::learnLayout(scene.rows.last(), {}, {{Option::Secret, u"/b"_s}});
        QCOMPARE(scene.plan().kind, ChangePlan::Kind::Update);
        QCOMPARE(scene.written().constFirst().options[u"b"_s].toString(), ourSecret);
        QCOMPARE(scene.written().constFirst().options[u"a"_s].toString(), other);
    }

    void withoutAPlaceNothingIsWritten()
    {
        Scene scene;
        scene.layout.pointers.remove(Option::Tooltip);
        scene.layout.pointers.remove(Option::AutoSignup);
        scene.setup.authenticator.tooltip = u"tip"_s;
        const ChangePlan plan = scene.plan();
        QVERIFY(plan.kind == ChangePlan::Kind::Nothing);
        QCOMPARE(changeOf(plan, u"tooltip"_s).reason, u"no-layout"_s);
        QVERIFY(changeOf(plan, u"autoSignup"_s).reason.isEmpty()); // not wanted, so not missed
    }

    void onlyOneLogsInAutomatically()
    {
        Scene scene;
        scene.setup.authenticator.automaticLogin = true;
        scene.rows << Scene::row(3, u"branch"_s, u"wecom"_s, {{u"auto"_s, true}, {u"x"_s, 1}})
                   << Scene::row(4, u"sleeping"_s, u"wecom"_s, {{u"auto"_s, true}})
                   << Scene::row(5, u"saml"_s, u"SAML"_s, {{u"auto"_s, true}});
        scene.rows[3].enabled = false;
        const ChangePlan plan = scene.plan();
        QCOMPARE(plan.authenticatorCount(), 2);
        QCOMPARE(changeOf(plan, u"automaticLogin"_s, u"branch"_s).after, u"false"_s);
        const QList<Authenticator> rows = scene.written();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().name, u"branch"_s); // the others first: never two at a time
        QCOMPARE(rows.first().options, (QJsonObject{{u"auto"_s, false}, {u"x"_s, 1}}));
        QCOMPARE(rows.last().name, u"wecom"_s);
        QVERIFY(rows.last().options.value(u"auto"_s).toBool());

        scene.setup.authenticator.enabled = false; // ours is off: nobody else is touched
        QCOMPARE(scene.plan().authenticatorCount(), 1);
    }

    void emptyWishesEmptyNothing()
    {
        Scene scene;
        scene.credentials = {};
        scene.setup.authenticator.origin.clear();
        QVERIFY(scene.plan().kind == ChangePlan::Kind::Nothing);
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
