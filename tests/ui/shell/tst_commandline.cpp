// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::CommandLine;
using Does = ui::CommandLine::Does;

class tst_CommandLine : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
};

void tst_CommandLine::reads_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("does");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("rehearsal");
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("play");
    const auto row = [](const char *name, const QStringList &arguments, Does does, const QString &file = {},
                        bool rehearsal = false, const QStringList &faults = {}, const QString &language = {},
                        const QString &play = {}) {
        QTest::newRow(name) << arguments << int(does) << file << rehearsal << faults << language << play;
    };
    row("nothing", {}, Does::Open);
    row("file", {u"a.json"_s}, Does::Open, u"a.json"_s);
    row("demo", {u"--demo"_s}, Does::Open, {}, true);
    row("fault", {u"--fault"_s, u"plugin.off"_s}, Does::Open, {}, true, {u"plugin.off"_s});
    row("two faults", {u"--fault=plugin.off"_s, u"--fault"_s, u"ip.untrusted"_s}, Does::Open, {}, true,
        {u"plugin.off"_s, u"ip.untrusted"_s});
    row("play", {u"--play"_s, u"out"_s, u"--lang"_s, u"zh_CN"_s}, Does::Open, {}, true, {}, u"zh_CN"_s,
        u"out"_s);
    row("theme", {u"--theme"_s, u"dark"_s}, Does::Open);
    row("Traditional Chinese", {u"--lang"_s, u"zh_TW"_s}, Does::Open, {}, false, {}, u"zh_TW"_s);
    row("Japanese", {u"--lang=ja"_s}, Does::Open, {}, false, {}, u"ja"_s);
    row("help", {u"--help"_s}, Does::Help);
    row("version", {u"--version"_s}, Does::Version);
    row("unknown option", {u"--nonsense"_s}, Does::Refuse);
    row("unknown fault", {u"--fault"_s, u"no.such"_s}, Does::Refuse);
    row("unknown language", {u"--lang"_s, u"tlh"_s}, Does::Refuse);
    row("fault without value", {u"--fault"_s}, Does::Refuse);
    row("two files", {u"a.json"_s, u"b.json"_s}, Does::Refuse);
    row("file in the rehearsal", {u"a.json"_s, u"--demo"_s}, Does::Refuse);
    row("theme unknown", {u"--theme"_s, u"pink"_s}, Does::Refuse);
}

void tst_CommandLine::reads()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, does);
    const auto line =
        ui::readCommandLine(QStringList{u"wecom-setup"_s} + arguments, {u"plugin.off"_s, u"ip.untrusted"_s});
    QCOMPARE(int(line.does), does);
    QCOMPARE(line.said.isEmpty(), line.does == Does::Open || line.does == Does::Version);
    if (line.does != Does::Open)
        return;
    QTEST(line.setupFile, "file");
    QTEST(line.rehearsal, "rehearsal");
    QTEST(line.faults, "faults");
    QTEST(line.language, "language");
    QTEST(line.playFolder, "play");
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
