// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/catalogue.h"
#include "checks/languages.h"
#include "parts/buttons.h"
#include "parts/text.h"
#include "shell/steppage.h"
#include "shell/steprail.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

// Widgets that Qt makes inside its own.
bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QScrollBar") ||
           widget->inherits("QMenu") || widget->inherits("QLineEditIconButton") ||
           widget->inherits("QRubberBand");
}

// Widgets of the embedded browser are named by it.
QList<QWidget *> ownWidgets(QWidget *root)
{
    QList<QWidget *> own = {root};
    const auto all = root->findChildren<QWidget *>();
    for (auto *widget : all) {
        if (!isQtsOwn(widget) && !widget->inherits("QQuickWidget") && !widget->inherits("QWebEngineView"))
            own.append(widget);
    }
    return own;
}

QString whereIs(const QWidget *widget)
{
    QStringList path;
    for (const auto *w = widget; w; w = w->parentWidget())
        path.prepend(QString::fromLatin1(w->metaObject()->className()) + u'#' + w->objectName());
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(u" > "_s);
}

QStringList tooLow(const QWidget *window)
{
    QStringList found;
    const auto labels = window->findChildren<ui::Text *>();
    for (const auto *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needs =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() + 1 < needs)
            found.append(u"%1: %2 of %3"_s.arg(whereIs(label)).arg(label->height()).arg(needs));
    }
    return found;
}

} // namespace

class tst_Window : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void theRailKeepsItsPlaces();
    void cleanup()
    {
        ui::Language::instance().set(u"en"_s);
        ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    }
    void aPageBeginsAtItsTopAgain();
    void everyWidgetIsNamed();
    void everyStepIsReached();
    void primaryGoesOn();
    void keyboardReachesEverything();
    void languageSwitches();
    void nothingIsCutOff();
    void themeFollowsTheSystem();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void titleNamesStepAndSetup();
    void titleOfARehearsalFollowsTheLanguage();
    void fileOfAnotherKindIsRefusedPolitely();
    void newSetupIsSavedAndListed();
};

void tst_Window::everyWidgetIsNamed()
{
    Stage stage;
    QStringList lacking;
    QSet<QString> seen;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY2(stage.window()->currentStep() == step.id, qPrintable(setup::stepName(step.id)));
        QVERIFY(stage.waitIdle());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto widgets = ownWidgets(stage.window());
        for (const auto *widget : widgets) {
            if (widget->objectName().isEmpty())
                lacking.append(u"no object name: "_s + whereIs(widget));
            const bool blankText =
                widget->inherits("QLabel") && static_cast<const QLabel *>(widget)->text().isEmpty();
            if (widget->accessibleName().isEmpty() && !blankText && !widget->isHidden())
                lacking.append(u"no accessible name: "_s + whereIs(widget));
            seen.insert(widget->objectName());
        }
    }
    lacking.removeDuplicates();
    QVERIFY2(lacking.isEmpty(), qPrintable(u'\n' + lacking.join(u'\n')));
    QVERIFY2(seen.size() > 150, qPrintable(QString::number(seen.size()))); // it did walk the pages
}

void tst_Window::everyStepIsReached()
{
    Stage stage;
    for (const auto &step : assistant::steps()) {
        auto *item = stage.find<ui::RailItem>(u"rail."_s + setup::stepName(step.id));
        QVERIFY(item);
        QTest::mouseClick(item, Qt::LeftButton);
        QCOMPARE(stage.window()->currentStep(), step.id);
        QCOMPARE(stage.find<ui::Text>(u"head.title"_s)->text(),
                 checks::Catalogue::instance().step(step.id, u"en"_s).title);
        QVERIFY(stage.window()->page()->isVisible());
        QVERIFY(item->accessibleDescription().contains(u"current step"_s));
        QVERIFY(stage.waitIdle());
    }
}

void tst_Window::primaryGoesOn()
{
    Stage stage;
    stage.window()->showStep(setup::StepId::CreateApp);
    auto *primary = stage.find<ui::Button>(u"footer.primary"_s);
    QTest::keyClick(primary, Qt::Key_Return);
    QCOMPARE(stage.window()->currentStep(), setup::StepId::Credentials);
    QTest::mouseClick(stage.find<ui::Button>(u"footer.back"_s), Qt::LeftButton);
    QCOMPARE(stage.window()->currentStep(), setup::StepId::CreateApp);
    stage.window()->showStep(setup::StepId::Welcome);
    QVERIFY(stage.find<ui::Button>(u"footer.back"_s)->isHidden());
    QVERIFY(stage.waitIdle());
}

void tst_Window::keyboardReachesEverything()
{
    Stage stage;
    stage.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        QCoreApplication::processEvents();
        QVERIFY2(QApplication::focusWidget(), qPrintable(setup::stepName(step.id)));
        QSet<const QWidget *> reached;
        for (int i = 0; i < 300; ++i) {
            const auto *now = QApplication::focusWidget();
            if (!now || reached.contains(now))
                break;
            reached.insert(now);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QStringList missed;
        const auto widgets = ownWidgets(stage.window()->page());
        for (const auto *widget : widgets) {
            const bool control = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit");
            // Of radio buttons, Tab reaches the chosen one; the arrow keys do the rest.
            if (control && widget->isVisible() && widget->isEnabled() && !widget->inherits("QRadioButton") &&
                !reached.contains(widget))
                missed.append(whereIs(widget));
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }
}

void tst_Window::languageSwitches()
{
    Stage stage;
    for (const auto &step : assistant::steps())
        stage.window()->showStep(step.id);
    QVERIFY(stage.waitIdle());
    ui::Language::instance().set(u"zh_CN"_s);
    QCoreApplication::processEvents();
    static const QRegularExpression english(
        u"[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{2,}"_s); // three English words in a row
    QStringList left;
    for (const auto &step : assistant::steps()) {
        stage.window()->showStep(step.id);
        QVERIFY(stage.waitIdle());
        QCOMPARE(stage.find<ui::Text>(u"head.title"_s)->text(),
                 checks::Catalogue::instance().step(step.id, u"zh_CN"_s).title);
        const auto widgets = ownWidgets(stage.window());
        for (const auto *widget : widgets) {
            QString text;
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                text = label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                text = button->text();
            if (widget->isVisible() && (text.contains(english) || widget->accessibleName().contains(english)))
                left.append(whereIs(widget) + u": "_s + text + u" / "_s + widget->accessibleName());
        }
    }
    left.removeDuplicates();
    QVERIFY2(left.isEmpty(), qPrintable(u'\n' + left.join(u'\n')));
    ui::Language::instance().set(u"en"_s);
    QCoreApplication::processEvents();
    stage.window()->showStep(setup::StepId::CreateApp);
    QCOMPARE(stage.find<ui::Text>(u"head.title"_s)->text(), u"Create the app"_s);
    QVERIFY(stage.waitIdle());
}

// No page needs to be scrolled sideways, and no label is higher than the room it got.
void tst_Window::nothingIsCutOff()
{
    Stage stage;
    QStringList cut;
    for (const auto &language : {u"en"_s, u"zh_CN"_s}) {
        ui::Language::instance().set(language);
        QCoreApplication::processEvents();
        for (const auto &step : assistant::steps()) {
            stage.window()->showStep(step.id);
            QVERIFY(stage.waitIdle());
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents();
            auto *scroll = stage.find<QScrollArea>(stage.window()->page()->objectName() + u".scroll"_s);
            if (scroll && scroll->horizontalScrollBar()->maximum() > 0)
                cut.append(language + u" scrolls sideways: "_s + setup::stepName(step.id));
            QStringList found;
            const auto fits = [&] {
                found = tooLow(stage.window());
                return found.isEmpty();
            };
            (void)QTest::qWaitFor(fits, 2000); // links go under their words, and heights come after widths
            for (const QString &one : std::as_const(found))
                cut.append(language + u' ' + one);
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

void tst_Window::themeFollowsTheSystem()
{
    Stage stage;
    auto &theme = ui::Theme::instance();
    theme.setChoice(ui::Theme::Choice::Dark);
    QVERIFY(ui::colours().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::Colours::darkOnes().window);
    theme.setChoice(ui::Theme::Choice::Light);
    QVERIFY(!ui::colours().dark);
    // The desktop turns dark: its palette arrives at the application.
    theme.setChoice(ui::Theme::Choice::System);
    QSignalSpy changed(&theme, &ui::Theme::changed);
    QPalette night;
    night.setColor(QPalette::Window, QColor(20, 20, 20));
    night.setColor(QPalette::WindowText, QColor(230, 230, 230));
    QApplication::setPalette(night);
    QCoreApplication::processEvents();
    QVERIFY(ui::colours().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::Colours::darkOnes().window);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(stage.find<ui::Text>(u"head.title"_s)->palette().color(QPalette::WindowText),
             ui::Colours::darkOnes().text);
}

void tst_Window::coloursCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto &c : {ui::Colours::light(), ui::Colours::darkOnes()}) {
        const auto row = [&](const char *name, const QColor &ink, const QColor &ground) {
            QTest::newRow(qPrintable((c.dark ? u"dark "_s : u"light "_s) + QString::fromLatin1(name)))
                << ink << ground;
        };
        row("text", c.text, c.window);
        row("text on card", c.text, c.card);
        row("text on accent soft", c.text, c.accentSoft);
        row("muted", c.muted, c.window);
        row("muted in rail", c.muted, c.rail);
        row("link", c.accent, c.card);
        row("info", c.accent, c.accentSoft);
        row("primary button", c.onAccent, c.accent);
        row("ok", c.ok, c.okSoft);
        row("warning", c.warn, c.warnSoft);
        row("problem", c.bad, c.badSoft);
        row("muted in changed row", c.muted, c.okSoft);
    }
}

// WCAG 2.1, 1.4.3.
void tst_Window::coloursCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double c) {
            return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const double a = luminance(ink);
    const double b = luminance(ground);
    const double contrast = (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

void tst_Window::titleNamesStepAndSetup()
{
    Stage stage({}, false);
    stage.host()->newSetup(u"Acme"_s);
    stage.window()->showStep(setup::StepId::TrustedDomain);
    QCOMPARE(stage.window()->windowTitle(), u"Trusted domain — Acme"_s);
    QVERIFY(stage.waitIdle());
}

void tst_Window::titleOfARehearsalFollowsTheLanguage()
{
    Stage stage;
    const auto nameIn = [&](const QString &language) {
        ui::Language::instance().set(language);
        QCoreApplication::processEvents(); // windows are told a moment later
        return stage.window()->windowTitle().section(u" — "_s, 1);
    };
    const QString english = nameIn(u"en"_s), chinese = nameIn(u"zh_CN"_s), japanese = nameIn(u"ja"_s);
    QVERIFY(!english.isEmpty());
    QVERIFY(chinese != english && japanese != english && japanese != chinese);
    QCOMPARE(nameIn(u"en"_s), english);
}

void tst_Window::fileOfAnotherKindIsRefusedPolitely()
{
    Stage stage({}, false);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"other.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1, 2");
    file.close();
    const auto opened = stage.host()->openFile(file.fileName());
    QVERIFY(!opened);
    QVERIFY(stage.host()->isUntouched());
    QVERIFY(!checks::Catalogue::instance().faultText(opened.error(), u"en"_s).isEmpty());
}

void tst_Window::newSetupIsSavedAndListed()
{
    Stage stage({}, false);
    QVERIFY(stage.host()->isUntouched());
    QVERIFY(stage.host()->setups().isEmpty());
    auto *name = stage.find<QLineEdit>(u"welcome.name.edit"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Acme"_s);
    QTest::mouseClick(stage.find<ui::Button>(u"footer.primary"_s), Qt::LeftButton);
    QCOMPARE(stage.window()->currentStep(), setup::StepId::Nocobase);
    QCOMPARE(stage.session()->setup().name, u"Acme"_s);
    QCOMPARE(stage.host()->setups().size(), 1);
    stage.window()->showStep(setup::StepId::Welcome);
    QVERIFY(stage.find<QWidget>(u"welcome.setup."_s + stage.session()->setup().id));
    QVERIFY(stage.waitIdle());
}

// Whichever step is the current one, in every language.
void tst_Window::theRailKeepsItsPlaces()
{
    const Stage stage;
    for (const auto &language : checks::languages()) {
        ui::Language::instance().set(language.code);
        const auto places = [&] {
            QList<QRect> all;
            for (const auto &step : assistant::steps())
                all.append(stage.window()->rail()->item(step.id)->geometry());
            return all;
        };
        stage.window()->showStep(setup::StepId::Welcome);
        QCoreApplication::processEvents();
        const auto before = places();
        for (const auto &step : assistant::steps()) {
            stage.window()->showStep(step.id);
            QCoreApplication::processEvents();
            QCOMPARE(places(), before);
        }
    }
    ui::Language::instance().set(u"en"_s);
    QVERIFY(stage.waitIdle());
}

// What had the focus stands far below in a narrow window; leaving the page does not scroll to it.
void tst_Window::aPageBeginsAtItsTopAgain()
{
    const Stage stage;
    stage.window()->resize(860, 700);
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    const auto *bar = [&] {
        stage.window()->showStep(setup::StepId::CreateApp);
        return stage.find<QScrollArea>(u"page.create.scroll"_s)->verticalScrollBar();
    }();
    QVERIFY(stage.waitIdle());
    QTRY_VERIFY(bar->maximum() > 0);
    QCOMPARE(stage.window()->focusWidget()->objectName(), u"create.rehearsal.perform"_s);
    QCOMPARE(bar->value(), 0);
    stage.window()->showStep(setup::StepId::Finish);
    QCoreApplication::processEvents();
    stage.window()->showStep(setup::StepId::CreateApp);
    QVERIFY(stage.waitIdle());
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), 0);
    QCOMPARE(stage.window()->focusWidget()->objectName(), u"create.rehearsal.perform"_s);
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
