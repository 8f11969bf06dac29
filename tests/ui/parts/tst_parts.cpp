// SPDX-License-Identifier: Apache-2.0
#include "support.h"

#include "parts/beforeafter.h"
#include "parts/bringintoview.h"
#include "parts/buttons.h"
#include "parts/choicebox.h"
#include "parts/consolepath.h"
#include "parts/consolepicture.h"
#include "parts/copyrow.h"
#include "parts/openpage.h"
#include "parts/qrcode.h"
#include "parts/timeline.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QTextBrowser>
#include <QtTest/qtestspontaneevent.h>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

class tst_Parts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { dressApplication(); }
    void cleanup()
    {
        ui::Language::instance().set(u"en"_s);
        ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    }
    void qrCodeIsBlackOnWhiteInTheDark();
    void qrCodeRefusesWhatDoesNotFit();
    void copyRowCopiesExactly();
    void sensitiveCopyIsMarked();
    void pathShowsBothLanguages();
    void picturesAreDrawn_data();
    void picturesAreDrawn();
    void picturesStaySmall();
    void longListsScroll();
    void tableTellsChangesInWords();
    void timelineKeepsItsRows();
    void accessKeysOfBothLanguages();
    void anAddressThatNothingOpensIsOffered();
    void theWheelLeavesAClosedListAlone();
    void whatIsBroughtToTheTopHasRoomAbove();
};

void tst_Parts::qrCodeIsBlackOnWhiteInTheDark()
{
    ui::Theme::instance().setChoice(ui::Theme::Choice::Dark);
    ui::QrCode code(u"q"_s);
    code.resize(200, 200);
    code.setText(u"https://crm.example.com/signin"_s, u"Sign-in page"_s);
    QVERIFY(code.isValid());
    const auto image = code.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QSet<QRgb> used;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            used.insert(image.pixel(x, y));
    }
    QCOMPARE(used, (QSet<QRgb>{qRgb(0, 0, 0), qRgb(255, 255, 255)}));
    // The quiet zone is four modules wide.
    const auto modules = ui::QrCode::modules(u"https://crm.example.com/signin"_s);
    const int scale = 200 / (modules.width() + 8);
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < 4 * scale; ++y)
            QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
    }
    // Three finder patterns.
    for (const QPoint corner :
         {QPoint(0, 0), QPoint(modules.width() - 7, 0), QPoint(0, modules.width() - 7)}) {
        for (int i = 0; i < 7; ++i) {
            QCOMPARE(modules.pixelIndex(corner.x() + i, corner.y()), 0);
            QCOMPARE(modules.pixelIndex(corner.x(), corner.y() + i), 0);
        }
        QCOMPARE(modules.pixelIndex(corner.x() + 1, corner.y() + 1), 1);
    }
}

void tst_Parts::qrCodeRefusesWhatDoesNotFit()
{
    QVERIFY(ui::QrCode::modules({}).isNull());
    QVERIFY(ui::QrCode::modules(QString(5000, u'x')).isNull());
}

void tst_Parts::copyRowCopiesExactly()
{
    ui::CopyRow row(u"c"_s);
    const auto value =
        u"https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww9f3c1a7be4d2065a#wechat_redirect"_s;
    row.setValue(value, u"Homepage"_s);
    auto *copy = row.findChild<QAbstractButton *>(u"c.copy"_s);
    QCOMPARE(copy->accessibleName(), u"Copy: Homepage"_s);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), value); // no invisible breaks in it
    QCOMPARE(copy->text(), u"Copied"_s);
    row.setValue({}, u"Homepage"_s);
    QVERIFY(!copy->isEnabled());
    QVERIFY(!row.findChild<QLabel *>(u"c.value"_s)->text().isEmpty()); // an empty box tells nobody anything
    QVERIFY(row.value().isEmpty());
}

void tst_Parts::sensitiveCopyIsMarked()
{
    ui::copyToClipboard(u"value"_s, true);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s),
             QByteArray("secret"));
    ui::copyToClipboard(u"value"_s);
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
}

void tst_Parts::pathShowsBothLanguages()
{
    ui::ConsolePath path(u"p"_s);
    path.setPlace(u"trusted-domain"_s, u"NocoBase CRM"_s);
    QVERIFY(path.accessibleName().contains(u"Web Authorization and JS-SDK 网页授权及JS-SDK"_s));
    QVERIFY(path.accessibleName().contains(u"NocoBase CRM"_s));
    ui::Language::instance().set(u"zh_CN"_s);
    path.setPlace(u"trusted-domain"_s, u"NocoBase CRM"_s);
    QVERIFY(path.accessibleName().contains(u"网页授权及JS-SDK"_s));
    QVERIFY(!path.accessibleName().contains(u"Web Authorization"_s));
    // What stands for the app's name is no name in the console.
    path.setPlace(u"trusted-domain"_s, {});
    QVERIFY(path.accessibleName().contains(u"你的应用"_s));
    ui::Language::instance().set(u"ja"_s);
    path.setPlace(u"trusted-domain"_s, {});
    QVERIFY(!path.accessibleName().contains(u"你的应用"_s));
}

void tst_Parts::picturesAreDrawn_data()
{
    QTest::addColumn<QString>("name");
    const auto files = QDir(u":/console"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 6);
    for (const auto &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

// Every placeholder is filled, and the picture turns with the theme.
void tst_Parts::picturesAreDrawn()
{
    QFETCH(QString, name);
    QFile file(u":/console/%1.svg"_s.arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(!QString::fromUtf8(file.readAll()).contains(u"\"#"_s),
             "a colour that does not follow the theme");
    ui::ConsolePicture picture(u"p"_s);
    picture.setPicture(name, {u"One"_s, u"Two"_s, u"Three"_s}, u"Where it is"_s);
    QVERIFY(picture.isValid());
    picture.resize(268, picture.heightForWidth(268));
    QVERIFY(picture.height() > 100);
    const auto light = picture.grab().toImage();
    ui::Theme::instance().setChoice(ui::Theme::Choice::Dark);
    QVERIFY(picture.grab().toImage() != light);
    QCOMPARE(picture.accessibleName(), u"Where it is"_s);
}

// In a wide column a picture of the console is no poster.
void tst_Parts::picturesStaySmall()
{
    ui::ConsolePicture picture(u"p"_s);
    picture.setPicture(u"homepage"_s, {u"App Homepage"_s}, u"Picture"_s);
    QVERIFY(picture.isValid());
    QVERIFY(picture.heightForWidth(280) > 100);
    QCOMPARE(picture.heightForWidth(2000), picture.heightForWidth(600));
    QVERIFY(picture.heightForWidth(2000) < 420);
    picture.resize(600, 50);
    picture.show();
    QCOMPARE(picture.height(), picture.heightForWidth(600)); // and whole
}

// A choice of fifty opens as a list with a scroll bar, not as one that is higher than the screen.
void tst_Parts::longListsScroll()
{
    QComboBox box;
    QStyleOptionComboBox option;
    option.initFrom(&box);
    QCOMPARE(box.style()->styleHint(QStyle::SH_ComboBox_Popup, &option, &box), 0);
    QVERIFY(box.maxVisibleItems() <= 20);
}

void tst_Parts::tableTellsChangesInWords()
{
    ui::BeforeAfterTable table(u"t"_s);
    apply::Change title;
    title.field = u"title"_s;
    title.before = title.after = u"WeCom"_s;
    title.changes = false;
    apply::Change id;
    id.field = u"companyId"_s;
    id.before = u"ww00"_s;
    id.after = u"ww9f"_s;
    table.setChanges(
        u"Authenticator"_s, {title, id}, [](const apply::Change &change) { return change.field; },
        [](const apply::Change &change, bool after) { return after ? change.after : change.before; });
    QStringList names;
    const auto labels = table.findChildren<QLabel *>();
    for (const auto *label : labels)
        names.append(label->accessibleName());
    QVERIFY(names.contains(u"companyId changes to: ww9f"_s));
    QVERIFY(names.contains(u"companyId now: ww00"_s));
    QVERIFY(names.contains(u"title stays: WeCom"_s));
}

void tst_Parts::timelineKeepsItsRows()
{
    ui::Timeline line(u"t"_s);
    line.setItems({{ui::Mark::Running, u"A"_s, {}}, {ui::Mark::Todo, u"B"_s, {}}});
    auto *first = line.findChild<QWidget *>(u"t.row1"_s);
    line.setItems({{ui::Mark::Ok, u"A"_s, u"0.4 s"_s}});
    QCOMPARE(line.findChild<QWidget *>(u"t.row1"_s), first);
    QVERIFY(first->accessibleName().contains(u"A"_s));
    QVERIFY(line.findChild<QWidget *>(u"t.row2"_s)->isHidden());
}

void tst_Parts::accessKeysOfBothLanguages()
{
    ui::Button button(u"b"_s);
    button.setLabel(u"&Next"_s);
    QCOMPARE(button.accessibleName(), u"Next"_s);
    QCOMPARE(button.shortcut(), QKeySequence(Qt::ALT | Qt::Key_N));
    button.setLabel(u"下一步(&N)"_s);
    QCOMPARE(button.text(), u"下一步"_s);
    QCOMPARE(button.accessibleName(), u"下一步"_s);
    QCOMPARE(button.shortcut(), QKeySequence(Qt::ALT | Qt::Key_N));
    QVERIFY(!button.toolTip().isEmpty());
}

// Where no program takes it (nothing opens addresses on this display).
void tst_Parts::anAddressThatNothingOpensIsOffered()
{
    if (QGuiApplication::platformName() != u"offscreen"_s)
        QSKIP("a browser of this computer may open it");
    QWidget window;
    window.show();
    const QUrl url(u"https://work.weixin.qq.com/wework_admin/frame#apps"_s);
    ui::openPage(url, &window);
    QPointer<QMessageBox> box = window.findChild<QMessageBox *>(u"open.failed"_s);
    QVERIFY(box && box->isVisible());
    box->findChild<QAbstractButton *>(u"open.failed.copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), url.toString(QUrl::FullyEncoded));
    QTRY_VERIFY(!box);
    QTextBrowser text(&window);
    ui::openLinksOf(&text);
    emit text.anchorClicked(url);
    QVERIFY(window.findChild<QMessageBox *>(u"open.failed"_s));
}

void tst_Parts::theWheelLeavesAClosedListAlone()
{
    QScrollArea area;
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *choice = new ui::ChoiceBox(page);
    choice->addItems({u"a"_s, u"b"_s, u"c"_s});
    layout->addWidget(choice);
    layout->addSpacing(2000);
    area.setWidget(page);
    area.resize(300, 200);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    const auto wheel = [choice] {
        const QPointF at = QRectF(choice->rect()).center();
        QWheelEvent event(at, choice->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // only those of a real wheel are handed on
        qApp->notify(choice, &event);
    };
    choice->clearFocus();
    area.setFocus();
    QVERIFY(area.verticalScrollBar()->maximum() > 0);
    QVERIFY(!choice->hasFocus());
    wheel();
    QCOMPARE(choice->currentIndex(), 0);
    QVERIFY(area.verticalScrollBar()->value() > 0);
    QCOMPARE(choice->focusPolicy(), Qt::StrongFocus);
    choice->setFocus();
    wheel();
    QCOMPARE(choice->currentIndex(), 1);
}

// In an area within another one, too: the room is not added up.
void tst_Parts::whatIsBroughtToTheTopHasRoomAbove()
{
    const auto high = [](int height) {
        auto *part = new QWidget;
        part->setFixedHeight(height);
        return part;
    };
    const auto filled = [](QScrollArea *area, const QList<QWidget *> &parts) {
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        for (auto *part : parts)
            column->addWidget(part);
        area->setWidgetResizable(true);
        area->setWidget(content);
    };
    auto *wanted = high(50);
    auto *inner = new QScrollArea;
    inner->setFixedHeight(200);
    filled(inner, {high(300), wanted, high(600)});
    QScrollArea outer;
    filled(&outer, {high(100), inner, high(900)});
    outer.resize(300, 400);
    outer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&outer));
    ui::bringToTop(wanted);
    const int above = wanted->mapTo(inner->viewport(), QPoint()).y();
    QVERIFY(above > 0 && above < 20);
    const int aboveInner = inner->mapTo(outer.viewport(), QPoint()).y();
    QVERIFY(aboveInner > 0 && aboveInner < 20);
}

QTEST_MAIN(tst_Parts)
#include "tst_parts.moc"
