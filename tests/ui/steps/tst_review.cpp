// SPDX-License-Identifier: Apache-2.0
// The pages around applying: learning the layout, questions, values for NocoBase's own form, proof, enabling.
#include "support.h"

#include "parts/bringintoview.h"
#include "parts/buttons.h"
#include "shell/steppage.h"
#include "steps/layoutcard.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QRadioButton>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using setup::StepId;

namespace {

void fillCredentials(const Stage &stage)
{
    const auto samples = stage.host()->rehearsal()->samples();
    stage.session()->setCompanyId(samples.companyId);
    stage.session()->setAgentId(samples.agentId);
    stage.session()->setSecret(samples.secret);
}

// Signed in to the simulated NocoBase, with the sample values, on the review page.
void openReview(const Stage &stage, const std::optional<QString> &name = u"wecom"_s)
{
    const auto *rehearsal = stage.host()->rehearsal();
    const auto samples = rehearsal->samples();
    stage.session()->edit([&](setup::Setup &setup) {
        setup.nocobase.account = rehearsal->sampleAccount();
        setup.authenticator.name = name;
    });
    fillCredentials(stage);
    stage.session()->setPassword(samples.password);
    stage.window()->showStep(StepId::Review);
    QVERIFY(stage.waitIdle());
}

bool isShown(const Stage &stage, const QString &name)
{
    const auto *widget = stage.find<QWidget>(name);
    return widget && widget->isVisible();
}

void press(const Stage &stage, const QString &name)
{
    auto *button = stage.find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    button->click();
}

QString allTexts(const Stage &stage)
{
    QStringList texts;
    const auto labels = stage.window()->page()->findChildren<QLabel *>();
    for (const auto *label : labels)
        texts << label->text() << label->accessibleName() << label->toolTip();
    const auto buttons = stage.window()->page()->findChildren<QAbstractButton *>();
    for (const auto *button : buttons)
        texts << button->text() << button->accessibleName();
    return texts.join(u'\n');
}

} // namespace

class tst_Review : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void sampleRowIsSeenByItself();
    void watchingHasAnEnd();
    void sampleRowIsRemoved();
    void valuesToCopy();
    void enteredByHandLeadsToProof();
    void enteredByHandWithoutALayout();
    void questionIsAsked();
    void proofAfterApplying();
    void choiceIsExplainedAndUpToDate();
    void whatWasNotEnteredIsSaid();
    void footerCountsWhatIsShown();
    void enablingIsAskedAndShown();
    void enablingFailureIsTold();
    void nothingToChangeIsSaid();
};

void tst_Review::sampleRowIsSeenByItself()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    QVERIFY(isShown(stage, u"review.layout"_s));
    const auto markers = nocobase::markerValues();
    for (auto it = markers.cbegin(); it != markers.cend(); ++it) {
        const QString row = u"review.layout.sample-values."_s + nocobase::optionName(it.key());
        QCOMPARE(stage.find<QLabel>(row + u".value"_s)->text(), it.value());
        press(stage, row + u".copy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), it.value());
    }
    stage.find<ui::LayoutCard>(u"review.layout"_s)->setPatience(50ms, 20s);
    // Somebody saves the row in NocoBase's own form; nothing is pressed here.
    QVERIFY(stage.session()->rehearsal()->perform(StepId::Review));
    QVERIFY(QTest::qWaitFor([&] { return !isShown(stage, u"review.layout"_s); }, 15000));
    QVERIFY(isShown(stage, u"review.table"_s));
    QVERIFY(isShown(stage, u"review.marker"_s));
    press(stage, u"footer.primary"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(isShown(stage, u"review.proof"_s));
    QVERIFY(!isShown(stage, u"review.marker"_s));
    // Nobody looks any more.
    const int requests = stage.session()->http()->requestCount();
    QTest::qWait(300);
    QCOMPARE(stage.session()->http()->requestCount(), requests);
}

void tst_Review::watchingHasAnEnd()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    auto *card = stage.find<ui::LayoutCard>(u"review.layout"_s);
    QVERIFY(!isShown(stage, u"review.layout.again"_s));
    card->setPatience(20ms, 200ms);
    QVERIFY(QTest::qWaitFor([&] { return isShown(stage, u"review.layout.again"_s); }, 10000));
    const int requests = stage.session()->http()->requestCount();
    QTest::qWait(300);
    QCOMPARE(stage.session()->http()->requestCount(), requests);
    press(stage, u"review.layout.again"_s);
    QVERIFY(!isShown(stage, u"review.layout.again"_s));
    QVERIFY(QTest::qWaitFor([&] { return stage.session()->http()->requestCount() > requests; }, 10000));
    // Going away ends it.
    card->setPatience(20ms, 60s);
    stage.window()->showStep(StepId::Welcome);
    QVERIFY(stage.waitIdle());
    QTest::qWait(200);
    const int gone = stage.session()->http()->requestCount();
    QTest::qWait(300);
    QCOMPARE(stage.session()->http()->requestCount(), gone);
}

void tst_Review::sampleRowIsRemoved()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage); // wants "wecom", so the row with the sample values is another one
    press(stage, u"review.rehearsal.perform"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(isShown(stage, u"review.marker.use"_s));
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Create);
    press(stage, u"review.marker.use"_s);
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Update);
    QVERIFY(!isShown(stage, u"review.marker.use"_s));
    press(stage, u"review.marker.remove"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(!isShown(stage, u"review.marker"_s));
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Create);
}

// The Secret can be copied, marked as sensitive, and is shown nowhere.
void tst_Review::valuesToCopy()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    press(stage, u"review.layout.to-by-hand"_s);
    const auto samples = stage.host()->rehearsal()->samples();
    const QString row = u"review.layout.values."_s;
    QCOMPARE(stage.find<QLabel>(row + u"companyId.value"_s)->text(), samples.companyId);
    QCOMPARE(stage.find<QLabel>(row + u"agentId.value"_s)->text(), samples.agentId);
    press(stage, row + u"secret.copy"_s);
    const auto *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), samples.secret.revealText());
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(!allTexts(stage).contains(samples.secret.revealText()));
    QGuiApplication::clipboard()->clear();
    press(stage, u"review.layout.to-sample"_s);
    QVERIFY(isShown(stage, u"review.layout.steps"_s));
}

void tst_Review::enteredByHandLeadsToProof()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    press(stage, u"review.layout.to-by-hand"_s);
    const auto samples = stage.host()->rehearsal()->samples();
    // What the person does in NocoBase's form, under names that nobody has heard of.
    net::Http http;
    nocobase::Client client(&http, stage.session()->target(), {});
    QVERIFY(QCoro::waitFor(
        client.signIn(stage.host()->rehearsal()->sampleAccount(), samples.password, u"basic"_s)));
    nocobase::Authenticator row;
    row.name = u"by-hand"_s;
    row.authType = u"wecom"_s;
    row.title = u"WeCom"_s;
    row.enabled = true;
    row.options = {{u"wecom"_s, QJsonObject{{u"corpId"_s, samples.companyId},
                                            {u"agentId"_s, samples.agentId},
                                            {u"secret"_s, samples.secret.revealText()},
                                            {u"origin"_s, stage.session()->setup().authenticator.origin}}}};
    QVERIFY(QCoro::waitFor(client.create(row)));
    press(stage, u"review.layout.entered"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(isShown(stage, u"review.proof"_s));
    for (const QString &check :
         {u"review.applied"_s, u"review.public"_s, u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QVERIFY2(isShown(stage, u"review.proved."_s + check), qPrintable(check));
}

// Nothing can be read back, and yet the login address says what is wrong.
void tst_Review::enteredByHandWithoutALayout()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    press(stage, u"review.layout.to-by-hand"_s);
    press(stage, u"review.layout.entered"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(QTest::qWaitFor([&] { return isShown(stage, u"review.layout.not-there"_s); }, 5000));
    QVERIFY(!isShown(stage, u"review.proof"_s));

    net::Http http;
    nocobase::Client client(&http, stage.session()->target(), {});
    QVERIFY(QCoro::waitFor(client.signIn(stage.host()->rehearsal()->sampleAccount(),
                                         stage.host()->rehearsal()->samples().password, u"basic"_s)));
    nocobase::Authenticator row;
    row.name = u"sealed"_s;
    row.authType = u"wecom"_s;
    row.enabled = true;
    row.options = {{u"sealed"_s, u"…"_s}};
    QVERIFY(QCoro::waitFor(client.create(row)));
    press(stage, u"review.layout.entered"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(isShown(stage, u"review.proof"_s));
    QVERIFY(!isShown(stage, u"review.layout"_s));
    const auto findings = stage.session()->findings(StepId::Review);
    const auto link = std::find_if(findings.begin(), findings.end(),
                                   [](const auto &finding) { return finding.check == u"review.link"_s; });
    QVERIFY(link != findings.end());
    QCOMPARE(link->cause, u"link.agentid-missing"_s);
    press(stage, u"review.by-hand.box"_s); // taken back
    QVERIFY(isShown(stage, u"review.layout"_s));
}

void tst_Review::questionIsAsked()
{
    const Stage stage({u"layout.unknown"_s});
    openReview(stage, std::nullopt);
    const auto samples = stage.host()->rehearsal()->samples();
    net::Http http;
    nocobase::Client client(&http, stage.session()->target(), {});
    QVERIFY(QCoro::waitFor(
        client.signIn(stage.host()->rehearsal()->sampleAccount(), samples.password, u"basic"_s)));
    nocobase::Authenticator row;
    row.name = u"odd"_s;
    row.authType = u"wecom"_s;
    row.enabled = true;
    row.options = {{u"corpId"_s, u"ww0123456789abcdef"_s},
                   {u"agentId"_s, u"1000009"_s},
                   {u"x"_s, u"CANARY-0123456789-abcdefghijklmnopqrstuvwxy"_s},
                   {u"y"_s, u"CANARZ-0123456789-abcdefghijklmnopqrstuvwxy"_s}};
    QVERIFY(QCoro::waitFor(client.create(row)));
    QCoro::waitFor(stage.session()->checkAgain(StepId::Review));
    QVERIFY(isShown(stage, u"review.question"_s));
    QVERIFY(!isShown(stage, u"review.layout"_s));
    QVERIFY(!isShown(stage, u"review.table"_s));
    QVERIFY(!allTexts(stage).contains(u"CANAR"_s));
    const int writes = stage.session()->http()->writeCount();
    QVERIFY(QTest::qWaitFor([&] { return isShown(stage, u"review.question.secret./y"_s); }, 5000));
    press(stage, u"review.question.secret./y"_s);
    QVERIFY(!isShown(stage, u"review.question"_s));
    QVERIFY(isShown(stage, u"review.table"_s));
    QCOMPARE(stage.session()->http()->writeCount(), writes);
    press(stage, u"review.ask-again"_s);
    QVERIFY(isShown(stage, u"review.question"_s));
}

void tst_Review::proofAfterApplying()
{
    const Stage stage;
    openReview(stage);
    QVERIFY(!isShown(stage, u"review.proof"_s)); // nothing is written yet
    const QString lead = stage.find<QLabel>(u"head.lead"_s)->text();
    press(stage, u"footer.primary"_s);
    QVERIFY(stage.waitIdle());
    QVERIFY(stage.find<QLabel>(u"head.lead"_s)->text() != lead); // it said that nothing had been changed
    QVERIFY(isShown(stage, u"review.proof"_s));
    for (const QString &check : {u"review.applied"_s, u"review.enabled"_s, u"review.public"_s,
                                 u"review.link"_s, u"review.callback"_s, u"review.state"_s})
        QVERIFY2(isShown(stage, u"review.proved."_s + check), qPrintable(check));
    // Wherever the page was scrolled to, what came of it is in view.
    const auto *result = stage.find<QWidget>(u"review.result"_s);
    const auto isWholeInView = [result] { return result->visibleRegion().boundingRect() == result->rect(); };
    QTRY_VERIFY(isWholeInView());
    // It is not said any more once something else is wished.
    const auto told = result->accessibleName();
    const auto tooltip = stage.session()->setup().authenticator.tooltip;
    const auto wish = [&stage](const QString &text) {
        stage.session()->edit([&text](setup::Setup &setup) { setup.authenticator.tooltip = text; });
        QCoreApplication::processEvents();
    };
    wish(tooltip + u"!"_s);
    QVERIFY(result->accessibleName() != told);
    wish(tooltip);
    QCOMPARE(result->accessibleName(), told);
    ui::bringIntoView(stage.find<QWidget>(u"review.checks"_s));
    press(stage, u"review.result.undo"_s);
    QVERIFY(stage.waitIdle());
    QTRY_VERIFY(isWholeInView());
    QVERIFY(!isShown(stage, u"review.proof"_s));
}

// Two authenticators: what the choice is about is said, and each is named with what it holds now.
void tst_Review::choiceIsExplainedAndUpToDate()
{
    const Stage stage;
    openReview(stage);
    QVERIFY(isShown(stage, u"review.choice.about"_s));
    QVERIFY(!stage.find<QLabel>(u"review.choice.about"_s)->text().isEmpty());
    const auto *ours = stage.find<QRadioButton>(u"review.choice.wecom"_s);
    QVERIFY(ours && ours->text().contains(u"ww0000000000000000"_s));
    press(stage, u"footer.primary"_s);
    QVERIFY(stage.waitIdle());
    ours = stage.find<QRadioButton>(u"review.choice.wecom"_s);
    QVERIFY(!ours->text().contains(u"ww0000000000000000"_s));
    QVERIFY(ours->text().contains(stage.session()->credentials().companyId));
    QCOMPARE(ours->accessibleName(), ours->text());
}

// Somebody who only signed in to NocoBase: nothing may look as if it were proven.
void tst_Review::whatWasNotEnteredIsSaid()
{
    const Stage stage;
    const auto *rehearsal = stage.host()->rehearsal();
    stage.session()->edit([&](setup::Setup &setup) {
        setup.nocobase.account = rehearsal->sampleAccount();
        setup.authenticator.name = u"wecom"_s;
    });
    stage.session()->setPassword(rehearsal->samples().password);
    stage.window()->showStep(StepId::Review);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->plan().keptFields().size(), 3);
    QVERIFY(isShown(stage, u"review.not-entered"_s));
    QVERIFY(stage.find<QLabel>(u"review.not-entered.text"_s)->text().contains(u"AgentId"_s));
    const auto findings = stage.session()->findings(StepId::Review);
    for (const auto &finding : findings) {
        if (finding.check == u"review.applied"_s)
            QCOMPARE(finding.cause, u"setup.incomplete"_s);
    }
    press(stage, u"review.not-entered.enter"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::Credentials);
    fillCredentials(stage);
    stage.window()->showStep(StepId::Review);
    QVERIFY(stage.waitIdle());
    QVERIFY(!isShown(stage, u"review.not-entered"_s));
}

// Nothing is counted that nobody can see on the page.
void tst_Review::footerCountsWhatIsShown()
{
    const Stage stage;
    stage.window()->showStep(StepId::Review); // nobody is signed in
    QVERIFY(stage.waitIdle());
    QVERIFY(!isShown(stage, u"review.checks"_s) && !isShown(stage, u"review.proof"_s));
    QVERIFY(!stage.session()->findings(StepId::Review).isEmpty());
    QCOMPARE(stage.find<QLabel>(u"footer.status"_s)->text(), QString());
}

void tst_Review::enablingIsAskedAndShown()
{
    const Stage stage({u"plugin.off"_s});
    openReview(stage);
    QVERIFY(isShown(stage, u"review.table"_s));
    QVERIFY(isShown(stage, u"review.others"_s)); // what it means for others
    QCOMPARE(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName(), u"Enable the plugin"_s);
    const int writes = stage.session()->http()->writeCount();
    press(stage, u"footer.primary"_s);
    QVERIFY(QTest::qWaitFor([&] { return isShown(stage, u"review.enabling"_s); }, 5000));
    QVERIFY(!stage.find<QAbstractButton>(u"footer.primary"_s)->isEnabled());
    QVERIFY(stage.find<QLabel>(u"review.enabling.text"_s)->text().contains(u"120"_s)); // its limit
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->writeCount(), writes + 1);
    QVERIFY(!isShown(stage, u"review.enabling"_s));
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Update);
    QVERIFY(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName().startsWith(u"Apply"_s));
}

void tst_Review::enablingFailureIsTold()
{
    const Stage stage({u"plugin.failed"_s});
    openReview(stage);
    press(stage, u"footer.primary"_s);
    QVERIFY(QTest::qWaitFor([&] { return isShown(stage, u"review.enabling"_s); }, 5000));
    QVERIFY(stage.waitIdle());
    QVERIFY(isShown(stage, u"review.obstacle"_s));
    QVERIFY(stage.find<QLabel>(u"review.obstacle.text"_s)->text().contains(u"license key does not match"_s));
    press(stage, u"review.obstacle.go"_s);
    QCOMPARE(stage.window()->currentStep(), StepId::Nocobase);
    QVERIFY(isShown(stage, u"nocobase.check.plugin.wecom"_s));
    QVERIFY(stage.waitIdle());
}

void tst_Review::nothingToChangeIsSaid()
{
    const Stage stage;
    openReview(stage);
    press(stage, u"footer.primary"_s);
    QVERIFY(stage.waitIdle());
    const int writes = stage.session()->http()->writeCount();
    QCoro::waitFor(stage.session()->checkAgain(StepId::Review));
    QCOMPARE(stage.session()->plan().kind, apply::ChangePlan::Kind::Nothing);
    QCOMPARE(stage.find<ui::Button>(u"footer.primary"_s)->accessibleName(), u"Next"_s);
    press(stage, u"footer.primary"_s);
    QVERIFY(stage.waitIdle());
    QCOMPARE(stage.session()->http()->writeCount(), writes);
}

QTEST_MAIN(tst_Review)
#include "tst_review.moc"
