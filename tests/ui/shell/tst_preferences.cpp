// SPDX-License-Identifier: Apache-2.0
#include "shell/language.h"
#include "shell/preferences.h"

#include <QMainWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Language;
using ui::Theme;

class TestPreferences : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().install(qobject_cast<QApplication *>(QCoreApplication::instance()));
        Language::instance().set(u"en"_s);
    }
    void remembersWhatWasChosen();
    void chosenByNobodyIsNotWritten();
    void nonsenseIsNotTaken();
    void liesInThePersonsConfig();
};

void TestPreferences::remembersWhatWasChosen()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"wecom-setup/window.ini"_s);
    {
        ui::Preferences preferences(file);
        QMainWindow window;
        preferences.follow(&window);
        window.resize(730, 610); // no larger than the screen
        window.show();
        Language::instance().set(u"zh_CN"_s);
        Theme::instance().setChoice(Theme::Choice::Dark);
        window.close();
    }
    Language::instance().set(u"en"_s);
    Theme::instance().setChoice(Theme::Choice::Light);
    ui::Preferences preferences(file);
    QCOMPARE(preferences.language(), u"zh_CN"_s);
    QCOMPARE(preferences.theme(), Theme::Choice::Dark);
    QMainWindow window;
    preferences.follow(&window);
    QCOMPARE(window.size(), QSize(730, 610));
}

// A language that came from the system or the command line is not the person's choice.
void TestPreferences::chosenByNobodyIsNotWritten()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    Language::instance().set(u"zh_CN"_s);
    {
        ui::Preferences preferences(file);
        QMainWindow window;
        preferences.follow(&window);
        window.show();
        window.close();
    }
    QVERIFY(ui::Preferences(file).language().isEmpty());
    Language::instance().set(u"en"_s);
}

void TestPreferences::nonsenseIsNotTaken()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"theme"_s, u"pink"_s);
        settings.setValue(u"geometry"_s, QByteArray("nonsense"));
    }
    ui::Preferences preferences(file);
    QCOMPARE(preferences.theme(), Theme::Choice::System);
    QMainWindow window;
    window.resize(900, 600);
    preferences.follow(&window);
    QCOMPARE(window.size(), QSize(900, 600));
}

void TestPreferences::liesInThePersonsConfig()
{
    QTemporaryDir folder;
    const auto before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
#ifdef Q_OS_LINUX
    QCOMPARE(ui::Preferences::fileOfUser(), folder.filePath(u"wecom-setup/window.ini"_s));
#else
    QVERIFY(ui::Preferences::fileOfUser().endsWith(u"/wecom-setup/window.ini"_s));
#endif
    qputenv("XDG_CONFIG_HOME", before);
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
