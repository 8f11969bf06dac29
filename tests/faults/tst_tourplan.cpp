// SPDX-License-Identifier: Apache-2.0
// The tour against the fault menu: every fault has a chapter with words, and one that shows on a page is
// named there after the tour's own preparation.
#include "assistant/tourpreparation.h"
#include "assistant/tourwords.h"
#include "checks/catalogue.h"
#include "demo/faults.h"
#include "demo/rehearsal.h"
#include "setup/schema.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using assistant::TourPlan;
using Kind = assistant::TourStation::Kind;

namespace {

vault::SecretStorePtr storeFor(const QString &fault)
{
    if (fault == u"keychain.missing"_s)
        return vault::brokenStore(vault::StoreState::Missing);
    if (fault == u"keychain.locked"_s)
        return vault::brokenStore(vault::StoreState::Locked);
    if (fault == u"keychain.refused"_s)
        return vault::brokenStore(vault::StoreState::Refused);
    return vault::sessionStore();
}

} // namespace

class TestTourPlan : public QObject
{
    Q_OBJECT
private slots:
    void thePlanFitsItsSchema()
    {
        QFile file(u":/tour.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto plan = QJsonDocument::fromJson(file.readAll()).object();
        const auto valid = setup::validate(plan, u":/schema/tour.json"_s);
        QVERIFY2(valid.has_value(), valid ? "" : qPrintable(valid.error().param(u"field"_s)));
    }

    void everyFaultOfTheMenuHasOneChapter()
    {
        QStringList faults;
        for (const auto &chapter : TourPlan::instance().chapters()) {
            if (!chapter.fault.isEmpty())
                faults << chapter.fault;
        }
        QStringList menu = demo::faultIds();
        faults.sort();
        menu.sort();
        QCOMPARE(faults, menu);
    }

    // The words of a login that is made step by step: what only a login shows is not looked for on a page.
    void whatOnlyALoginShowsIsPlayed()
    {
        for (const QString &fault :
             {u"domain.callback.mismatch"_s, u"login.outside-wecom"_s, u"login.member.out-of-scope"_s,
              u"login.first-time"_s, u"login.declined"_s, u"login.code-used"_s, u"login.user-not-found"_s,
              u"login.no-role"_s, u"plugin.no-button"_s})
            QVERIFY2(TourPlan::instance().chapter(fault)->playsLogin, qPrintable(fault));
        QVERIFY(TourPlan::instance().chapter(u"login.inside-unnoticed"_s)->triesWays);
    }

    void everyStationHasWords_data()
    {
        QTest::addColumn<QString>("language");
        const auto languages = checks::Catalogue::instance().languages();
        for (const QString &language : languages)
            QTest::newRow(qPrintable(language)) << language;
    }
    void everyStationHasWords()
    {
        QFETCH(QString, language);
        const auto &catalogue = checks::Catalogue::instance();
        for (const auto &chapter : TourPlan::instance().chapters()) {
            QVERIFY2(!assistant::tourChapterTitle(chapter, language).isEmpty(), qPrintable(chapter.id));
            if (!chapter.subject.isEmpty())
                QVERIFY2(!catalogue.label(u"tourSubjects"_s, chapter.subject, language).isEmpty(),
                         qPrintable(chapter.subject));
            for (const auto &station : chapter.stations) {
                const auto words = assistant::tourWords(chapter, station, language);
                for (const QString &text : QStringList{words.title, words.text} + words.todo)
                    QVERIFY2(!text.isEmpty() && !text.contains(u'{'), qPrintable(chapter.id + u' ' + text));
                QVERIFY(station.kind != Kind::Cure || !words.todo.isEmpty());
            }
        }
    }

    void moreWordsTakeMoreTime()
    {
        const assistant::TourWords few{u"One"_s, u"Two three."_s, {}};
        const assistant::TourWords many{
            u"One"_s, u"Two three four five six seven eight nine ten eleven twelve thirteen."_s, {}};
        const assistant::TourWords chinese{u"登录"_s, u"企业微信在手机上询问是否登录，同事点了同意。"_s, {}};
        QCOMPARE(assistant::readingTime(few), 4s);
        QVERIFY(assistant::readingTime(many) > 5s);
        QVERIFY(assistant::readingTime(chinese) > 5s);
    }

    void aFaultOfAPageIsNamedThere_data()
    {
        QTest::addColumn<QString>("fault");
        for (const auto &chapter : TourPlan::instance().chapters()) {
            if (!chapter.playsLogin && !chapter.triesWays)
                QTest::newRow(qPrintable(chapter.fault)) << chapter.fault;
        }
    }
    void aFaultOfAPageIsNamedThere()
    {
        QFETCH(QString, fault);
        net::Http http;
        demo::RehearsalOptions options;
        options.faults = QStringList{fault};
        options.restart = 50ms;
        demo::Rehearsal rehearsal(options);
        assistant::Services services;
        services.http = &http;
        services.store = storeFor(fault);
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http, wecom::TokenPauses{{1ms, 1ms}, 1h});
        services.rehearsal = &rehearsal;
        setup::Setup setup;
        setup.id = u"rehearsal"_s;
        setup.nocobase.url = rehearsal.nocobaseUrl();
        setup.wecom = {rehearsal.wecomUrl(), rehearsal.wecomUrl(), rehearsal.wecomUrl()};
        setup.authenticator.origin = setup::originFor(rehearsal.nocobaseUrl());
        assistant::SetupSession session(services, setup);
        assistant::TourSamples samples;
        samples.credentials.companyId = rehearsal.companyId();
        samples.credentials.agentId = rehearsal.agentId();
        samples.credentials.secret = rehearsal.secret();
        samples.credentials.password = rehearsal.password();
        samples.account = rehearsal.account();
        samples.ownershipFile = rehearsal.ownershipFileName();
        QCoro::waitFor(assistant::prepareRehearsal(&session, samples, fault));
        const auto found = assistant::findingOf(session, fault);
        QVERIFY(found);
        QCOMPARE(found->cause, fault);
    }
};

QTEST_GUILESS_MAIN(TestTourPlan)
#include "tst_tourplan.moc"
