// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/buttons.h"
#include "parts/text.h"
#include "shell/about.h"
#include "shell/licences.h"

#include <QListWidget>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class tst_About : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void opensFromTheRail();
    void everyPartHasItsLicence();
    void namesWhatLiesInThePackage();
    void everyWidgetIsNamed();
};

void tst_About::opensFromTheRail()
{
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    const Stage stage({}, false);
    QTest::mouseClick(stage.find<QToolButton>(u"rail.about"_s), Qt::LeftButton);
    const QPointer<ui::AboutDialog> about = stage.find<ui::AboutDialog>(u"about"_s);
    QVERIFY(about);
    QVERIFY(about->isVisible());
    QVERIFY(about->findChild<ui::Text *>(u"about.version"_s)->text().contains(u"1.2.3"_s));
    auto *list = about->findChild<QListWidget *>(u"about.list"_s);
    auto *text = about->findChild<QTextBrowser *>(u"about.text"_s);
    QVERIFY(text->toPlainText().contains(u"Apache License"_s)); // its own, at once
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(text->toPlainText().contains(list->currentItem()->text()));
    QVERIFY(text->toPlainText().contains(u"GNU LESSER GENERAL PUBLIC LICENSE"_s));
    QTest::mouseClick(about->findChild<ui::Button *>(u"about.close"_s), Qt::LeftButton);
    QTRY_VERIFY(!about);
}

void tst_About::everyPartHasItsLicence()
{
    const auto components = ui::Licences::ofProgram();
    QVERIFY(components.size() >= 8);
    for (const auto &component : components) {
        QVERIFY(!component.name.isEmpty());
        QVERIFY2(!component.licence.isEmpty() && !component.copyright.isEmpty(), qPrintable(component.name));
        QVERIFY2(component.text.size() > 600, qPrintable(component.name));
    }
}

void tst_About::namesWhatLiesInThePackage()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"libb/copyright"_s), "papers of b");
    write(folder.filePath(u"liba/copyright"_s), "papers of a");
    write(folder.filePath(u"common-licenses/GPL-3"_s), "text");
    write(folder.filePath(u"wecom-setup/copyright"_s), "ours");
    const auto found = ui::Licences::ofBundle(folder.path());
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).name, u"liba"_s);
    QCOMPARE(found.at(1).text, u"papers of b"_s);
    QVERIFY(ui::Licences::ofBundle(folder.filePath(u"none"_s)).isEmpty());
}

void tst_About::everyWidgetIsNamed()
{
    ui::AboutDialog about(nullptr);
    const auto widgets = about.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(widgets.size() >= 6);
    for (const auto *widget : widgets) {
        QVERIFY2(widget->objectName().startsWith(u"about."_s), widget->metaObject()->className());
        const auto *label = qobject_cast<const QLabel *>(widget);
        QVERIFY2(label ? !label->text().isEmpty() : !widget->accessibleName().isEmpty(),
                 qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(tst_About)
#include "tst_about.moc"
