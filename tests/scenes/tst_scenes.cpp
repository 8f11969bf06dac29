// SPDX-License-Identifier: Apache-2.0
// Puts the window into named states of the rehearsal, each in several languages and themes, and takes
// pictures: <language>-<theme>/<number>-<step>-<state>.png in the folder SCENES_DIR, where it is given. Every
// scene has to be in the state it is named after, and nothing may have been sent out of this computer for it.
#include "outside.h"
#include "scenetable.h"
#include "walker.h"

#include "assistant/steps.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace scenes;
using assistant::StepState;
using setup::StepId;

class tst_Scenes : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tableIsWhole();
    void empty();
    void ok();
    void busy_data();
    void busy();
    void attention_data();
    void attention();
    void cleanup();
    void outsideIsCounted(); // last: what it sends goes on for a while

private:
    static void layOut();
    void shoot(const Walker &walker, StepId step, State state);
    static void eachStep();

    SceneTable m_table{QStringLiteral(TESTS_DIR "/scenes/scenes.json")};
    QTemporaryDir m_nowhere; // for pictures that nobody asked for
    QDir m_folder;
    bool m_knocked = false;
};

void tst_Scenes::initTestCase()
{
    m_folder.setPath(qEnvironmentVariable("SCENES_DIR", m_nowhere.path()));
    dressApplication();
}

void tst_Scenes::tableIsWhole()
{
    QCOMPARE(m_table.attention.size(), assistant::steps().size());
    for (const auto &trouble : std::as_const(m_table.attention))
        QVERIFY(!trouble.faults.isEmpty());
    for (const auto &step : assistant::steps()) {
        QSet<QString> seen;
        for (const State state : {State::Empty, State::Ok, State::Attention, State::Busy}) {
            for (const Look &look : m_table.looksOf(step.id, state))
                seen.insert(look.folder());
        }
        QCOMPARE(seen.size(), ui::Language::available().size() * 2); // every language, light and dark
    }
}

void tst_Scenes::cleanup()
{
    ui::Language::instance().set(u"en"_s);
    if (canSeeOutside() && !m_knocked)
        QCOMPARE(*sentOutside(), 0);
}

void tst_Scenes::layOut()
{
    QTest::qWait(0);                     // colours and texts
    for (int pass = 0; pass < 5; ++pass) // a text's new height comes after its new width
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

void tst_Scenes::shoot(const Walker &walker, StepId step, State state)
{
    const auto file = u"%1-%2-%3.png"_s.arg(assistant::stepNumber(step), 2, 10, QChar(u'0'))
                          .arg(setup::stepName(step), stateName(state));
    for (const Look &look : m_table.looksOf(step, state)) {
        ui::Language::instance().set(look.language);
        ui::Theme::instance().setChoice(look.theme == u"dark"_s ? ui::Theme::Choice::Dark
                                                                : ui::Theme::Choice::Light);
        if (state == State::Busy)
            layOut(); // what goes on must not end meanwhile
        else
            QTest::qWait(400);
        QVERIFY(m_folder.mkpath(look.folder()));
        QVERIFY(walker.window()->grab().save(m_folder.filePath(look.folder() + u'/' + file)));
    }
}

void tst_Scenes::empty()
{
    const Walker walker;
    for (const auto &step : assistant::steps()) {
        walker.show(step.id);
        QVERIFY(walker.session()->state(step.id) != StepState::NeedsAttention);
        shoot(walker, step.id, State::Empty);
    }
}

void tst_Scenes::ok()
{
    const Walker walker;
    walker.carryOutUntil(StepId::Finish);
    for (const auto &step : assistant::steps()) {
        if (step.id != StepId::TestLogin)
            walker.lookAgain(step.id);
        walker.show(step.id);
        const auto state = walker.session()->state(step.id);
        const bool done = state == StepState::Verified || state == StepState::Confirmed;
        QVERIFY2(done || step.id == StepId::Finish, qPrintable(setup::stepName(step.id)));
        shoot(walker, step.id, State::Ok);
    }
}

void tst_Scenes::eachStep()
{
    QTest::addColumn<StepId>("step");
    for (const auto &step : assistant::steps())
        QTest::newRow(qPrintable(setup::stepName(step.id))) << step.id;
}

void tst_Scenes::busy_data()
{
    eachStep();
}

void tst_Scenes::busy()
{
    QFETCH(StepId, step);
    const Walker walker;
    // Nothing has to be asked before there is a NocoBase and a Secret.
    if (step != StepId::Welcome)
        walker.carryOutUntil(StepId::Credentials);
    if (assistant::stepNumber(step) > assistant::stepNumber(StepId::Review))
        walker.carryOutUntil(StepId::Homepage);
    if (!walker.begin(step))
        QSKIP("nothing on this page takes a while");
    shoot(walker, step, State::Busy);
}

void tst_Scenes::attention_data()
{
    eachStep();
}

void tst_Scenes::attention()
{
    QFETCH(StepId, step);
    const Trouble trouble = m_table.attention.value(step);
    const Walker walker(trouble.faults);
    walker.carryOutUntil(trouble.until);
    walker.show(step);
    if (step == StepId::CallbackDomain && walker.press(u"callback.check.callback.domain.action"_s))
        walker.settle();
    if (step != StepId::TestLogin && step != StepId::CallbackDomain)
        walker.lookAgain(step);
    if (step != StepId::Finish)
        QCOMPARE(walker.session()->state(step), StepState::NeedsAttention);
    shoot(walker, step, State::Attention);
}

// A counter that cannot move would prove nothing.
void tst_Scenes::outsideIsCounted()
{
    if (!canSeeOutside())
        QSKIP("not in a room with --outside");
    const qint64 before = *sentOutside();
    knockOutside();
    QTRY_VERIFY(*sentOutside() > before);
    m_knocked = true;
}

QTEST_MAIN(tst_Scenes)
#include "tst_scenes.moc"
