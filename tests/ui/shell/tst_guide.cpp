// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "checks/catalogue.h"
#include "shell/guidewindow.h"

#include <QAbstractButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace {

QStringList chapters(const QTextDocument &document)
{
    QStringList titles;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 2)
            titles << block.text();
    }
    return titles;
}

QList<QTextImageFormat> pictures(const QTextDocument &document)
{
    QList<QTextImageFormat> list;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isImageFormat())
                list << it.fragment().charFormat().toImageFormat();
        }
    }
    return list;
}

} // namespace

// The guide that ships with the program: whole in each of its languages, and opened where somebody is.
class tst_Guide : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void init() { ui::Language::instance().set(u"en"_s); }
    void isWhole_data();
    void isWhole();
    void opensWhereSomebodyIs();
    void followsTheLanguage();
    void picturesFitTheWindow();
};

void tst_Guide::isWhole_data()
{
    QTest::addColumn<QString>("language");
    const auto languages = ui::Language::available();
    for (const auto &[code, name] : languages)
        QTest::newRow(qPrintable(code)) << code;
}

void tst_Guide::isWhole()
{
    QFETCH(QString, language);
    ui::Language::instance().set(language);
    const ui::GuideWindow guide;
    auto *text = guide.findChild<QTextBrowser *>(u"guide.text"_s);
    QVERIFY(text);
    const auto titles = chapters(*text->document());
    for (const auto &step : assistant::steps())
        QVERIFY2(
            titles.contains(
                checks::Catalogue::instance().step(step.id, ui::GuideWindow::languageOf(language)).title),
            qPrintable(setup::stepName(step.id)));
    const auto shown = pictures(*text->document());
    QCOMPARE(shown.size(), assistant::steps().size());
    for (const auto &picture : shown) {
        const auto image =
            text->document()->resource(QTextDocument::ImageResource, QUrl(picture.name())).value<QImage>();
        QVERIFY2(!image.isNull(), qPrintable(picture.name()));
    }
}

void tst_Guide::opensWhereSomebodyIs()
{
    const Stage stage;
    stage.window()->showStep(setup::StepId::TrustedIp);
    stage.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(stage.window()));
    QTest::keyClick(stage.window(), Qt::Key_F1);
    auto *guide = stage.find<ui::GuideWindow>(u"guide"_s);
    QVERIFY(guide);
    QVERIFY(guide->isVisible());
    auto *text = guide->findChild<QTextBrowser *>(u"guide.text"_s);
    QCOMPARE(text->textCursor().block().text(), u"Trusted IP"_s);
    QVERIFY(text->verticalScrollBar()->value() > 0);
    QVERIFY(text->cursorRect().top() >= 0 && text->cursorRect().top() < text->viewport()->height() / 2);

    stage.window()->showStep(setup::StepId::Welcome);
    stage.find<QAbstractButton>(u"rail.help"_s)->click();
    QCOMPARE(text->textCursor().block().text(), u"Welcome"_s);
}

void tst_Guide::followsTheLanguage()
{
    const Stage stage;
    stage.window()->showStep(setup::StepId::Review);
    stage.find<QAbstractButton>(u"rail.help"_s)->click();
    auto *guide = stage.find<ui::GuideWindow>(u"guide"_s);
    const auto picture = [guide] {
        const auto *document = guide->findChild<QTextBrowser *>(u"guide.text"_s)->document();
        const auto name = QUrl(pictures(*document).constFirst().name());
        return document->resource(QTextDocument::ImageResource, name).value<QImage>();
    };
    const auto english = picture();
    ui::Language::instance().set(u"zh_CN"_s);
    QTRY_COMPARE(guide->findChild<QTextBrowser *>(u"guide.text"_s)->textCursor().block().text(),
                 u"检查并应用"_s);
    QCOMPARE(guide->windowTitle(), u"使用指南"_s);
    QVERIFY(!picture().isNull() && picture() != english);
}

void tst_Guide::picturesFitTheWindow()
{
    ui::GuideWindow guide;
    guide.showFor(setup::StepId::Welcome); // as it is opened: the pictures are right the first time
    auto *text = guide.findChild<QTextBrowser *>(u"guide.text"_s);
    const auto shown = pictures(*text->document());
    QVERIFY(!shown.isEmpty());
    for (const auto &picture : shown)
        QVERIFY(picture.width() > text->viewport()->width() / 2.0 &&
                picture.width() <= text->viewport()->width());
    // As many pixels as are shown, so that letters keep theirs; and all of them again in a larger window.
    const auto pixels = [text](const QTextImageFormat &picture) {
        const auto name = QUrl(picture.name());
        return text->document()->resource(QTextDocument::ImageResource, name).value<QImage>().width();
    };
    const qreal ratio = guide.devicePixelRatioF();
    QCOMPARE(pixels(shown.first()), qRound(shown.first().width() * ratio));
    guide.resize(guide.width() + 200, guide.height());
    const auto larger = pictures(*text->document()).constFirst();
    QVERIFY(larger.width() > shown.first().width());
    QCOMPARE(pixels(larger), qRound(larger.width() * ratio));
    QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(tst_Guide)
#include "tst_guide.moc"
