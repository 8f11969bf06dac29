// SPDX-License-Identifier: Apache-2.0
// Fills in the rehearsal's sample values, visits every step and saves a picture of each: for looking at the
// pages.
#include "support.h"

#include "parts/buttons.h"
#include "shell/steppage.h"

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
