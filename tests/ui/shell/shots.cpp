// SPDX-License-Identifier: Apache-2.0
// Fills in the rehearsal's sample values, visits every step and saves a picture of each: for looking at the
// pages.
#include "support.h"

#include "parts/buttons.h"
#include "shell/steppage.h"

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;

namespace {

void save(const Stage &stage, const QString &folder)
{
    const auto id = stage.window()->currentStep();
    const auto file = u"%1/%2-%3.png"_s.arg(folder)
                          .arg(assistant::stepNumber(id), 2, 10, QChar(u'0'))
                          .arg(setup::stepName(id));
    QCoreApplication::processEvents();
    stage.window()->grab().save(file);
}

void press(const Stage &stage, const QString &name)
{
    if (auto *button = stage.find<QAbstractButton>(name); button && button->isVisible())
        button->click();
}

// The states of the review page that a walk through the rehearsal does not come by.
class ReviewStates
{
public:
    explicit ReviewStates(QString folder) : m_folder(std::move(folder)) {}

    void all() const
    {
        layout();
        enabling(u"plugin.off"_s);
        enabling(u"plugin.failed"_s);
        const Stage old({u"nocobase.too-old"_s});
        open(old, u"wecom"_s);
        old.session()->edit([](setup::Setup &setup) {
            setup.authenticator.autoSignup = setup.authenticator.automaticLogin = true;
        });
        shoot(old, u"gates"_s);
        certificate();
    }

private:
    static void open(const Stage &stage, const std::optional<QString> &name)
    {
        const auto samples = stage.host()->rehearsal()->samples();
        const QString account = stage.host()->rehearsal()->sampleAccount();
        stage.session()->edit([&](setup::Setup &setup) {
            setup.nocobase.account = account;
            setup.authenticator.name = name;
        });
        stage.session()->setCompanyId(samples.companyId);
        stage.session()->setAgentId(samples.agentId);
        stage.session()->setSecret(samples.secret);
        stage.session()->setPassword(samples.password);
        stage.window()->showStep(setup::StepId::Review);
        (void)stage.waitIdle();
    }

    void shoot(const Stage &stage, const QString &state) const
    {
        QTest::qWait(150);
        stage.window()->grab().save(u"%1/%2.png"_s.arg(m_folder, state));
        auto *page = stage.window()->page();
        if (page->height() > stage.window()->height())
            page->grab().save(u"%1/%2-page.png"_s.arg(m_folder, state));
    }

    void layout() const
    {
        const Stage stage({u"layout.unknown"_s});
        open(stage, u"wecom"_s);
        shoot(stage, u"layout-sample"_s);
        press(stage, u"review.layout.to-by-hand"_s);
        shoot(stage, u"layout-by-hand"_s);
        press(stage, u"review.layout.to-sample"_s);
        press(stage, u"review.rehearsal.perform"_s);
        (void)stage.waitIdle();
        shoot(stage, u"layout-learned"_s);
        press(stage, u"review.marker.use"_s);
        shoot(stage, u"layout-used"_s);
        press(stage, u"footer.primary"_s);
        (void)stage.waitIdle();
        shoot(stage, u"proof"_s);
        press(stage, u"review.result.undo"_s);
        (void)stage.waitIdle();
        question();
    }

    void question() const
    {
        const Stage stage({u"layout.unknown"_s});
        open(stage, std::nullopt);
        net::Http http;
        nocobase::Client client(&http, stage.session()->target(), {});
        const auto *rehearsal = stage.host()->rehearsal();
        (void)QCoro::waitFor(
            client.signIn(rehearsal->sampleAccount(), rehearsal->samples().password, u"basic"_s));
        nocobase::Authenticator row;
        row.name = u"wecom"_s;
        row.authType = u"wecom"_s;
        row.enabled = true;
        row.options = {{u"corpId"_s, u"ww0123456789abcdef"_s},
                       {u"agentId"_s, u"1000009"_s},
                       {u"keyA"_s, QString(43, u'a')},
                       {u"keyB"_s, QString(43, u'b')},
                       {u"home"_s, u"https://crm.example.com"_s},
                       {u"proxy"_s, u"https://proxy.example.com"_s}};
        (void)QCoro::waitFor(client.create(row));
        QCoro::waitFor(stage.session()->checkAgain(setup::StepId::Review));
        shoot(stage, u"question"_s);
    }

    void enabling(const QString &fault) const
    {
        const Stage stage({fault});
        open(stage, u"wecom"_s);
        shoot(stage, fault + u"-before"_s);
        press(stage, u"footer.primary"_s);
        QTest::qWait(1200);
        shoot(stage, fault + u"-going-on"_s);
        (void)stage.waitIdle();
        shoot(stage, fault + u"-after"_s);
        stage.window()->showStep(setup::StepId::Nocobase);
        (void)stage.waitIdle();
        shoot(stage, fault + u"-nocobase"_s);
    }

    void certificate() const
    {
        const Stage stage;
        open(stage, u"wecom"_s);
        stage.session()->trustCertificate({u"crm.example.com"_s, QString(32, u'a') + QString(32, u'7')});
        stage.window()->showStep(setup::StepId::Nocobase);
        (void)stage.waitIdle();
        shoot(stage, u"trusted-certificate"_s);
    }

    QString m_folder;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto folder = arguments.value(1, u"."_s);
    QDir().mkpath(folder);
    dressApplication();
    ui::Language::instance().set(arguments.value(2, u"en"_s));
    ui::Theme::instance().setChoice(arguments.value(3) == u"dark"_s ? ui::Theme::Choice::Dark
                                                                    : ui::Theme::Choice::Light);
    if (arguments.value(4) == u"review"_s) {
        ReviewStates(folder).all();
        return 0;
    }
    // "real" instead of faults: a fresh setup of a stranger, beside an older one.
    const bool real = arguments.value(4) == u"real"_s;
    Stage stage(real ? QStringList() : arguments.mid(4), !real);
    if (real) {
        stage.host()->newSetup(u"Contoso"_s);
        stage.host()->newSetup(u"Acme"_s);
    }
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        const auto name = setup::stepName(step.id);
        press(stage, name + u".rehearsal.samples"_s);
        (void)stage.waitIdle();
        press(stage, name + u".rehearsal.perform"_s);
        (void)stage.waitIdle();
        press(stage, name + u".consent.ask"_s);
        (void)stage.waitIdle();
        QTest::qWait(100);
        save(stage, folder);
    }
    return 0;
}
