// SPDX-License-Identifier: Apache-2.0
#include "assistant/steps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using assistant::StepState;
using checks::Severity;
using setup::StepId;

class TestSteps : public QObject
{
    Q_OBJECT
private slots:
    void tableIsWhole();
    void state_data();
    void state();
    void othersDoNotCount();
    void theLastSumsUp();
};

namespace {

checks::Finding finding(Severity severity, bool decides = true, StepId step = StepId::TrustedDomain)
{
    checks::Finding made;
    made.check = u"x"_s;
    made.step = step;
    made.severity = severity;
    made.decides = decides;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(StepState)

void TestSteps::tableIsWhole()
{
    QCOMPARE(assistant::steps().size(), 12);
    std::optional<StepId> at = StepId::Welcome;
    int count = 0;
    while (at) {
        QCOMPARE(assistant::stepNumber(*at), ++count);
        QCOMPARE(setup::stepFromName(setup::stepName(*at)), at);
        for (const StepId needed : assistant::step(*at).needs)
            QVERIFY(assistant::stepNumber(needed) < count);
        if (const auto before = assistant::previous(*at))
            QCOMPARE(assistant::next(*before), at);
        at = assistant::next(*at);
    }
    QCOMPARE(count, 12);
}

void TestSteps::state_data()
{
    QTest::addColumn<QList<checks::Finding>>("findings");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<StepState>("state");
    QTest::addColumn<bool>("confirmable");

    const auto ok = finding(Severity::Ok), unknown = finding(Severity::Unknown),
               problem = finding(Severity::Problem), warning = finding(Severity::Warning),
               notice = finding(Severity::Notice, false), aside = finding(Severity::Unknown, false);
    using List = QList<checks::Finding>;
    QTest::newRow("nothing") << List{} << false << StepState::Open << false;
    QTest::newRow("all seen") << List{ok, ok} << false << StepState::Verified << false;
    QTest::newRow("one open") << List{ok, unknown} << false << StepState::Open << true;
    QTest::newRow("one open, person says so") << List{ok, unknown} << true << StepState::Confirmed << true;
    QTest::newRow("person says so, machine sees it") << List{ok} << true << StepState::Verified << false;
    QTest::newRow("person says so, machine sees the opposite")
        << List{ok, problem} << true << StepState::NeedsAttention << false;
    QTest::newRow("warning") << List{ok, warning} << false << StepState::NeedsAttention << false;
    QTest::newRow("notice does not decide") << List{ok, notice} << false << StepState::Verified << false;
    QTest::newRow("only a notice") << List{notice} << false << StepState::Open << false;
    const auto wrongAside = finding(Severity::Problem, false);
    QTest::newRow("what works, and something else that does not")
        << List{ok, wrongAside} << false << StepState::Verified << false;
    QTest::newRow("not seen yet, and something else does not work")
        << List{unknown, wrongAside} << true << StepState::NeedsAttention << false;
    QTest::newRow("unknown aside") << List{ok, aside} << false << StepState::Verified << false;
}

void TestSteps::state()
{
    QFETCH(QList<checks::Finding>, findings);
    QFETCH(bool, confirmed);
    QFETCH(StepState, state);
    QFETCH(bool, confirmable);
    QCOMPARE(assistant::stateOf(StepId::TrustedDomain, findings, confirmed), state);
    QCOMPARE(assistant::isConfirmable(StepId::TrustedDomain, findings), confirmable);
}

void TestSteps::othersDoNotCount()
{
    const QList<checks::Finding> findings{finding(Severity::Ok),
                                          finding(Severity::Problem, true, StepId::TrustedIp)};
    QCOMPARE(assistant::stateOf(StepId::TrustedDomain, findings, false), StepState::Verified);
}

void TestSteps::theLastSumsUp()
{
    for (const auto &step : assistant::steps())
        QCOMPARE(assistant::sumsUp(step.id), step.id == StepId::Finish);
    auto progress = assistant::progressOf({}, {});
    QCOMPARE(progress.all, 11);
    QCOMPARE(progress.done, 0);
    QCOMPARE(progress.state(), StepState::Open);
    progress = {};
    for (int i = 0; i < 11; ++i)
        progress.count(i % 2 ? StepState::Confirmed : StepState::Verified);
    QCOMPARE(progress.state(), StepState::Verified);
    progress.count(StepState::NeedsAttention);
    QCOMPARE(progress.state(), StepState::Open);
}

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
