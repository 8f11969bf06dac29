// SPDX-License-Identifier: Apache-2.0
#include "nocobase/versiontable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using nocobase::Option;

// What the table says, and that every row of it is about an option we have.
class TestVersionTable : public QObject
{
    Q_OBJECT
private slots:
    void options_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("mended");
        QTest::newRow("company id") << u"companyId"_s << QString() << QString();
        QTest::newRow("sign-up") << u"autoSignup"_s << QString() << u"1.9.42"_s;
        QTest::newRow("automatic login") << u"automaticLogin"_s << u"1.4.0"_s << u"1.6.0"_s;
        QTest::newRow("redirect link") << u"redirectLink"_s << u"1.4.0"_s << QString();
        QTest::newRow("tooltip") << u"tooltip"_s << u"1.6.3"_s << QString();
    }
    void options()
    {
        QFETCH(QString, option);
        QFETCH(QString, since);
        QFETCH(QString, mended);
        const Option which = *nocobase::optionFromName(option);
        const auto text = [](const QVersionNumber &version) {
            return version.isNull() ? QString() : version.toString();
        };
        QCOMPARE(text(nocobase::broughtBy(which)), since);
        const QVersionNumber first =
            since.isEmpty() ? QVersionNumber(1, 3, 51) : QVersionNumber::fromString(since);
        QCOMPARE(text(nocobase::mendedBy(first, which)), mended);
        QVERIFY(nocobase::mendedBy(QVersionNumber::fromString(mended), which).isNull());
        QVERIFY(nocobase::knows({}, which)); // nothing is said of an unknown version
        QVERIFY(nocobase::mendedBy({}, which).isNull());
        QVERIFY(nocobase::knows(first, which));
        QCOMPARE(nocobase::knows(QVersionNumber(1, 3, 0), which), since.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVersionTable)
#include "tst_versiontable.moc"
