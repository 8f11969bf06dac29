// SPDX-License-Identifier: Apache-2.0
// The desktop's look, as its settings portal tells it over the session bus: light and dark while running, and
// whether things may move. The portal is a stand-in on a bus of the test's own.
#include "support.h"

#include "parts/consolepicture.h"
#include "parts/statusicon.h"
#include "parts/text.h"
#include "shell/desktop.h"
#include "shell/steppage.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusVariant>
#include <QDirIterator>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>

using namespace Qt::StringLiterals;

class Portal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    void set(const QString &group, const QString &key, const QVariant &value)
    {
        m_values.insert(group + u'/' + key, value);
        emit SettingChanged(group, key, QDBusVariant(value));
    }
    int asked = 0;

public slots:
    QDBusVariant Read(const QString &group, const QString &key) // NOLINT: the portal's name
    {
        ++asked;
        const auto found = m_values.constFind(group + u'/' + key);
        if (found == m_values.constEnd()) {
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"Requested setting not found"_s);
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(*found))); // wrapped twice, as the real one does
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value); // NOLINT

private:
    QMap<QString, QVariant> m_values;
};

namespace {

const auto appearance = u"org.freedesktop.appearance"_s;
const auto scheme = u"color-scheme"_s;

// The commonest colour of a picture: its ground.
QColor ground(const QImage &image)
{
    QHash<QRgb, int> count;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++count[image.pixel(x, y)];
    }
    const auto most = std::max_element(count.begin(), count.end());
    return most == count.end() ? QColor() : QColor(most.key());
}

} // namespace

class tst_Desktop : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void followsTheDesktop();
    void whatThePersonChoseCounts();
    void noPreferenceIsThePalettes();
    void thingsStandStill_data();
    void thingsStandStill();
    void marksDifferInShape();
    void coloursStandInOnePlace();

private:
    Portal m_portal;
};

void tst_Desktop::initTestCase()
{
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
    QVERIFY2(bus.isConnected(), "run in a room, which has a bus of its own");
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    m_portal.set(appearance, scheme, 1u);
    dressApplication();
    ui::Theme::instance().setChoice(ui::Theme::Choice::System);
    QTRY_VERIFY(m_portal.asked >= 4);
    QTRY_VERIFY(ui::colours().dark); // was so from the beginning
}

void tst_Desktop::followsTheDesktop()
{
    const Stage stage;
    stage.window()->showStep(setup::StepId::TrustedIp);
    QVERIFY(stage.waitIdle());
    auto *picture = stage.window()->page()->findChild<ui::ConsolePicture *>();
    QVERIFY(picture);
    for (const bool dark : {false, true, false}) {
        m_portal.set(appearance, scheme, dark ? 1u : 2u);
        QTRY_COMPARE(ui::colours().dark, dark);
        const auto c = dark ? ui::Colours::darkOnes() : ui::Colours::light();
        QCOMPARE(QApplication::palette().color(QPalette::Window), c.window);
        QCOMPARE(stage.find<ui::Text>(u"head.title"_s)->palette().color(QPalette::WindowText), c.text);
        // The drawing of the console is tinted anew.
        QCOMPARE(ground(picture->grab().toImage()).lightness() < 128, dark);
    }
}

void tst_Desktop::whatThePersonChoseCounts()
{
    m_portal.set(appearance, scheme, 2u);
    QTRY_VERIFY(!ui::colours().dark);
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    m_portal.set(appearance, scheme, 1u);
    QTRY_COMPARE(ui::Desktop::instance().isDark(), std::optional(true));
    QVERIFY(!ui::colours().dark);
    ui::Theme::instance().setChoice(ui::Theme::Choice::System);
    QVERIFY(ui::colours().dark);
}

void tst_Desktop::noPreferenceIsThePalettes()
{
    m_portal.set(appearance, scheme, 0u);
    QTRY_COMPARE(ui::Desktop::instance().isDark(), std::nullopt);
    QPalette night;
    night.setColor(QPalette::Window, QColor(20, 20, 20));
    night.setColor(QPalette::WindowText, QColor(230, 230, 230));
    QApplication::setPalette(night);
    QCoreApplication::processEvents();
    QVERIFY(ui::colours().dark);
    m_portal.set(appearance, scheme, 2u);
    QTRY_VERIFY(!ui::colours().dark);
}

void tst_Desktop::thingsStandStill_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("still");
    QTest::addColumn<QVariant>("moving");
    QTest::newRow("portal") << appearance << u"reduced-motion"_s << QVariant(1u) << QVariant(0u);
    QTest::newRow("GNOME") << u"org.gnome.desktop.interface"_s << u"enable-animations"_s << QVariant(false)
                           << QVariant(true);
    QTest::newRow("KDE") << u"org.kde.kdeglobals.KDE"_s << u"AnimationDurationFactor"_s << QVariant(u"0"_s)
                         << QVariant(u"1"_s);
}

void tst_Desktop::thingsStandStill()
{
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(QVariant, still);
    QFETCH(QVariant, moving);
    const auto duration = [] {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration);
    };
    const auto turns = [] {
        ui::StatusIcon icon(u"icon"_s);
        icon.setMark(ui::Mark::Running);
        icon.show();
        const auto before = icon.grab().toImage();
        QTest::qWait(200);
        return icon.grab().toImage() != before;
    };
    QVERIFY(turns());
    m_portal.set(group, key, still);
    QTRY_VERIFY(ui::Desktop::instance().isStill());
    QVERIFY(!turns());
    QCOMPARE(duration(), 0);
    m_portal.set(group, key, moving);
    QTRY_VERIFY(!ui::Desktop::instance().isStill());
    QVERIFY(turns());
}

// Whoever sees no colours sees which is which.
void tst_Desktop::marksDifferInShape()
{
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    QList<QImage> shapes;
    for (int mark = 0; mark <= int(ui::Mark::Current); ++mark) {
        QImage image(36, 36, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.scale(2, 2);
        ui::drawMark(&painter, QRectF(0, 0, 18, 18), ui::Mark(mark));
        painter.end();
        QVERIFY(!ui::markText(ui::Mark(mark)).isEmpty());
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, qAlpha(image.pixel(x, y)) > 200 && qGray(image.pixel(x, y)) < 160);
        }
        QVERIFY2(!shapes.contains(image), qPrintable(ui::markText(ui::Mark(mark))));
        shapes.append(image);
    }
}

// Colours are the theme's. A QR code is black on white whatever the theme; the viewer's probe looks for a
// colour of its own in what the browser has painted.
void tst_Desktop::coloursStandInOnePlace()
{
    static const QRegularExpression literal(
        u"#[0-9A-Fa-f]{6}\\b|\\bQColor\\((?:0x|\\d|u\"|\")|\\bqRgba?\\(|Qt::(?:white|black|red|green|blue|yellow|gray|(?:dark|light)\\w+)\\b"_s);
    static const QStringList exempt = {u"shell/theme.cpp"_s, u"shell/style.cpp"_s, u"parts/qrcode.cpp"_s,
                                       u"viewer/page.cpp"_s};
    const QDir tree(QStringLiteral(SOURCE_DIR "/ui"));
    QStringList found;
    int files = 0;
    const auto look = [&](const QString &path, const QString &shown) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        ++files;
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (lines[i].contains(literal))
                found.append(u"%1:%2: %3"_s.arg(shown).arg(i + 1).arg(lines[i].trimmed()));
        }
    };
    QDirIterator it(tree.path(), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const auto path = it.next();
        const auto shown = tree.relativeFilePath(path);
        if (!exempt.contains(shown))
            look(path, shown);
    }
    const QDir pictures(QStringLiteral(SOURCE_DIR "/resources/console"));
    for (const auto &name : pictures.entryList({u"*.svg"_s}))
        look(pictures.filePath(name), name);
    QVERIFY(files > 80);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

QTEST_MAIN(tst_Desktop)
#include "tst_desktop.moc"
