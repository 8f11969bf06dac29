// SPDX-License-Identifier: Apache-2.0
#include "wecom/console.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TstConsole : public QObject
{
    Q_OBJECT
private slots:
    void places_data()
    {
        QTest::addColumn<QString>("id");
        const QStringList ids{u"apps"_s,           u"create-app"_s,      u"app"_s,      u"company"_s,
                              u"secret"_s,         u"callback-domain"_s, u"agent-id"_s, u"ownership-file"_s,
                              u"trusted-domain"_s, u"trusted-ip"_s,      u"homepage"_s, u"scope"_s};
        for (const QString &id : ids)
            QTest::newRow(qPrintable(id)) << id;
    }
    void places()
    {
        QFETCH(QString, id);
        const wecom::ConsolePlace place = wecom::consolePlace(id);
        QCOMPARE(place.id, id);
        QVERIFY(!place.path.isEmpty());
        for (const wecom::ConsoleLabel &label : place.path) {
            QVERIFY(!label.english.isEmpty());
            QVERIFY(!label.chinese.isEmpty());
        }
        QCOMPARE(place.url.scheme(), u"https"_s);
        QCOMPARE(place.url.host(), u"work.weixin.qq.com"_s);
        QVERIFY(place.url.path().startsWith(u"/wework_admin/"_s));
    }
    // Wherever the person has to find something there is a picture, and something marked in it.
    void pictures()
    {
        for (const QString &id :
             {u"create-app"_s, u"agent-id"_s, u"company"_s, u"secret"_s, u"callback-domain"_s,
              u"trusted-domain"_s, u"ownership-file"_s, u"trusted-ip"_s, u"homepage"_s, u"scope"_s}) {
            const wecom::ConsolePlace place = wecom::consolePlace(id);
            QFile file(u":/console/%1.svg"_s.arg(place.picture));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(id));
            const QString svg = QString::fromUtf8(file.readAll());
            QVERIFY2(svg.contains(u"${accent}"_s), qPrintable(id));
            QVERIFY2(!place.marks.isEmpty(), qPrintable(id));
            for (qsizetype i = 1; i <= 3; ++i)
                QCOMPARE(svg.contains(u"${%1}"_s.arg(i)), i <= place.marks.size());
        }
    }
    void unknownPlace() { QVERIFY(wecom::consolePlace(u"nowhere"_s).path.isEmpty()); }
};

QTEST_GUILESS_MAIN(TstConsole)
#include "tst_console.moc"
