// SPDX-License-Identifier: Apache-2.0
// Every page in every language, and in one that is 40 % longer than English, in the window as it opens and on
// a small screen: no label or button is cut off or lies over another, and all that can be used can be
// reached.
#include "fit.h"
#include "pseudolanguage.h"

#include "checks/languages.h"
#include "shell/about.h"
#include "shell/presentation.h"

#include <QListWidget>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_Fits : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void pages_data();
    void pages();
    void presentation_data();
    void presentation();

private:
    void press(const QString &name) const;
    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;
};

void tst_Fits::press(const QString &name) const
{
    if (auto *button = m_stage->find<QAbstractButton>(name); button && button->isVisible())
        button->click();
    QVERIFY(m_stage->waitIdle());
}

void tst_Fits::initTestCase()
{
    QVERIFY(PseudoLanguage::install(m_folder.path()));
    dressApplication();
    QVERIFY(checks::isLanguage(u"pseudo"_s));
    // With a fault, so that there is something to be told, and with all that is done on the pages done.
    m_stage = std::make_unique<Stage>(QStringList{u"ip.untrusted"_s});
    for (const auto &step : assistant::steps()) {
        m_stage->window()->showStep(step.id);
        const auto name = setup::stepName(step.id);
        press(name + u".rehearsal.samples"_s);
        press(name + u".rehearsal.perform"_s);
        press(name + u".consent.ask"_s);
    }
}

void tst_Fits::cleanupTestCase()
{
    m_stage.reset();
}

void tst_Fits::pages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const auto &language : checks::languages()) {
        const auto row = [&](const char *name, const QSize &size) {
            QTest::newRow(qPrintable(language.code + u", "_s + QString::fromLatin1(name)))
                << language.code << size;
        };
        row("as it opens", {1120, 740});
        row("1366 × 768 at 150 %", {910, 480}); // without the window's title
        row("1920 × 1080 at 200 %", {960, 508});
    }
}

void tst_Fits::pages()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    ui::Language::instance().set(language);
    auto *window = m_stage->window();
    window->resize(size);
    QStringList wrong;
    for (const auto &step : assistant::steps()) {
        window->showStep(step.id);
        QVERIFY(m_stage->waitIdle());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(window->size(), size);
        QStringList found;
        const auto fits = [&] {
            found = fit::faults(window);
            return found.isEmpty();
        };
        (void)QTest::qWaitFor(fits, 2000); // layouts come late on a busy computer
        for (const auto &one : std::as_const(found))
            wrong.append(setup::stepName(step.id) + u": "_s + one);
        if (language == u"pseudo"_s)
            QVERIFY(window->findChild<ui::Text *>(u"head.title"_s)->text().contains(u'ö'));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

// With larger letters, switched on while the window is open.
void tst_Fits::presentation_data()
{
    QTest::addColumn<QString>("language");
    for (const auto &language : checks::languages()) {
        if (language.code != u"pseudo"_s) // nobody presents in it
            QTest::newRow(qPrintable(language.code)) << language.code;
    }
}

void tst_Fits::presentation()
{
    QFETCH(QString, language);
    ui::Language::instance().set(language);
    auto *window = m_stage->window();
    window->resize(1120, 740);
    ui::Presentation::instance().set(true);
    const auto restore = qScopeGuard([] { ui::Presentation::instance().set(false); });
    QTest::qWait(200);
    QStringList wrong;
    fit::clipped(window->rail(), &wrong);
    fit::outOfReach(window->rail(), &wrong);
    const QPointer<ui::AboutDialog> about = new ui::AboutDialog(window);
    about->open();
    QVERIFY(QTest::qWaitForWindowExposed(about));
    QTest::qWait(200);
    fit::clipped(about, &wrong);
    const auto *parts = about->findChild<QListWidget *>(u"about.list"_s);
    if (parts->sizeHintForColumn(0) > parts->viewport()->width())
        wrong.append(u"names of the parts are cut"_s);
    const auto *item = window->rail()->item(window->currentStep());
    if (item->visibleRegion().boundingRect() != item->rect())
        wrong.append(u"the current step is cut"_s);
    about->close();
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

QTEST_MAIN(tst_Fits)
#include "tst_fits.moc"
