// SPDX-License-Identifier: Apache-2.0
#include "vault/secretstore.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QTextStream>
#include <QTimer>

using namespace vault;
using namespace Qt::StringLiterals;
using net::FaultCode;

// The computer's keychain, played with a real gnome-keyring on a private bus (tests/run/room.py).
// KEYCHAIN_SCENE says which state it is in; the same program is also the second process and the service that
// never answers.
namespace {

Entry entry(const QString &value)
{
    return {Secret::fromText(value), {u"https://qyapi.weixin.qq.com"_s, u"https://crm.example.com:8443"_s}};
}

template<class T>
QString code(const net::Result<T> &result)
{
    return result ? u"ok"_s : net::faultName(result.error().code);
}

QString read(const QString &name)
{
    return code(QCoro::waitFor(systemKeychain()->read(name)));
}

QString write(const QString &name, const QString &value)
{
    return code(QCoro::waitFor(systemKeychain()->write(name, entry(value))));
}

QString removed(const QString &name)
{
    return code(QCoro::waitFor(systemKeychain()->remove(name)));
}

QDBusMessage toService(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 10'000);
}

QDBusObjectPath defaultCollection()
{
    return QDBusReply<QDBusObjectPath>(toService(u"ReadAlias"_s, {u"default"_s})).value();
}

void lockCollection()
{
    const QList<QDBusObjectPath> paths{defaultCollection()};
    const QDBusMessage answer = toService(u"Lock"_s, {QVariant::fromValue(paths)});
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
}

// What the unlock dialogue does once the person has typed the password (gnome-keyring's own interface for
// it).
void unlockCollection()
{
    const QDBusMessage session =
        toService(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(u""_s))});
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray()
           << qgetenv("ROOM_KEYRING_PASSWORD") << u"text/plain"_s;
    secret.endStructure();
    QDBusMessage unlock = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s);
    unlock << QVariant::fromValue(defaultCollection()) << QVariant::fromValue(secret);
    const QDBusMessage answer = QDBusConnection::sessionBus().call(unlock, QDBus::Block, 10'000);
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
}

} // namespace

class Usable : public QObject
{
    Q_OBJECT
private slots:
    void probe();
    void roundTrip_data();
    void roundTrip();
    void missingIsMissing();
    void overwrites();
    void removeIsReal();
    void manyAtOnce();
    void survivesTheProcess();
    void lockedIsNotMissing();
    void foreignEntryIsNotOurs();
};

void Usable::probe()
{
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(QCoro::waitFor(systemKeychain()->probe()), StoreState::Usable);
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(systemKeychain()->isPersistent());
    // Leaves nothing behind.
    QProcess search;
    search.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"wecom-setup"_s});
    QVERIFY(search.waitForFinished(10'000));
    QVERIFY2(!search.readAllStandardOutput().contains("probe/"), "the probe's entry is still there");
}

void Usable::roundTrip_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"qwertyuiop0123456789QWERTYUIOPasdfghjklzxcv"_s;
    QTest::newRow("chinese") << u"企业微信 密码🔑"_s;
    QTest::newRow("quotes") << u"a\"b\\c{}[]\n\t"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("long") << u"x"_s.repeated(2000);
}

void Usable::roundTrip()
{
    QFETCH(QString, value);
    const QString name = u"crm/round-trip"_s;
    QCOMPARE(write(name, value), u"ok"_s);
    const auto back = QCoro::waitFor(systemKeychain()->read(name));
    QCOMPARE(code(back), u"ok"_s);
    QCOMPARE(back->value.revealText(), value);
    QCOMPARE(back->origins, entry(value).origins);
    QCOMPARE(removed(name), u"ok"_s);
}

void Usable::missingIsMissing()
{
    QCOMPARE(read(u"crm/never-written"_s), u"missing"_s);
    QCOMPARE(removed(u"crm/never-written"_s), u"ok"_s);
}

void Usable::overwrites()
{
    QCOMPARE(write(u"crm/secret"_s, u"old"_s), u"ok"_s);
    QCOMPARE(write(u"crm/secret"_s, u"new"_s), u"ok"_s);
    QCOMPARE(QCoro::waitFor(systemKeychain()->read(u"crm/secret"_s))->value.revealText(), u"new"_s);
    QCOMPARE(removed(u"crm/secret"_s), u"ok"_s);
}

void Usable::removeIsReal()
{
    QCOMPARE(write(u"crm/secret"_s, u"kAnArY"_s), u"ok"_s);
    QCOMPARE(write(u"crm/other"_s, u"stays"_s), u"ok"_s);
    const auto lookUp = [] {
        QProcess tool;
        tool.start(u"secret-tool"_s,
                   {u"lookup"_s, u"server"_s, u"wecom-setup"_s, u"user"_s, u"crm/secret"_s});
        return tool.waitForFinished(10'000) ? tool.readAllStandardOutput() : "did not end"_ba;
    };
    QCOMPARE(
        lookUp(),
        "{\"o\":[\"https://qyapi.weixin.qq.com\",\"https://crm.example.com:8443\"],\"v\":\"kAnArY\"}"_ba);
    QCOMPARE(removed(u"crm/secret"_s), u"ok"_s);
    QCOMPARE(lookUp(), QByteArray());
    QCOMPARE(read(u"crm/secret"_s), u"missing"_s);
    QCOMPARE(read(u"crm/other"_s), u"ok"_s);
}

void Usable::manyAtOnce()
{
    const SecretStorePtr store = systemKeychain();
    std::vector<QCoro::Task<net::Result<void>>> writes;
    for (int i = 0; i < 20; ++i)
        writes.push_back(store->write(u"many/%1"_s.arg(i), entry(QString::number(i))));
    for (auto &task : writes)
        QCOMPARE(code(QCoro::waitFor(std::move(task))), u"ok"_s);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(QCoro::waitFor(store->read(u"many/%1"_s.arg(i)))->value.revealText(), QString::number(i));
}

void Usable::survivesTheProcess()
{
    QCOMPARE(write(u"crm/lasting"_s, u"留下"_s), u"ok"_s);
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KEYCHAIN_SCENE"_s, u"second-process"_s);
    second.setProcessEnvironment(environment);
    second.start(QCoreApplication::applicationFilePath(), {u"crm/lasting"_s});
    QVERIFY(second.waitForFinished(15'000));
    QCOMPARE(QString::fromUtf8(second.readAllStandardOutput()), u"留下"_s);
}

void Usable::lockedIsNotMissing()
{
    QCOMPARE(write(u"crm/behind-lock"_s, u"x"_s), u"ok"_s);
    lockCollection();
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(read(u"crm/behind-lock"_s), u"keychain-locked"_s);
    QCOMPARE(read(u"crm/never-written"_s), u"keychain-locked"_s);
    QCOMPARE(removed(u"crm/behind-lock"_s), u"keychain-locked"_s);
    QCOMPARE(write(u"crm/behind-lock"_s, u"y"_s), u"keychain-locked"_s);
    QCOMPARE(QCoro::waitFor(systemKeychain()->probe()), StoreState::Locked);
    QVERIFY(clock.elapsed() < 5000);
    unlockCollection();
    const auto back = QCoro::waitFor(systemKeychain()->read(u"crm/behind-lock"_s));
    QCOMPARE(code(back), u"ok"_s);
    QCOMPARE(back->value.revealText(), u"x"_s);
}

void Usable::foreignEntryIsNotOurs()
{
    QProcess tool;
    tool.start(u"secret-tool"_s,
               {u"store"_s, u"--label=x"_s, u"server"_s, u"wecom-setup"_s, u"user"_s, u"crm/foreign"_s,
                u"type"_s, u"plaintext"_s, u"xdg:schema"_s, u"org.qt.keychain"_s});
    QVERIFY(tool.waitForStarted(5000));
    tool.write("kAnArY: not written by us");
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished(10'000));
    QCOMPARE(tool.exitCode(), 0);
    const auto back = QCoro::waitFor(systemKeychain()->read(u"crm/foreign"_s));
    QCOMPARE(code(back), u"keychain-refused"_s);
    QVERIFY(back.error().said.isEmpty() && back.error().params.isEmpty());
}

// Scenes in which nothing works, each for its own reason and always soon.
class Broken : public QObject
{
    Q_OBJECT
public:
    Broken(StoreState state, QString expected, int limit)
        : m_state(state)
        , m_expected(std::move(expected))
        , m_limit(limit)
    {}

private slots:
    // All at once, since a service that keeps silent costs every call its whole time.
    void everyCallSaysTheSame()
    {
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(20);
        QElapsedTimer clock;
        clock.start();
        const SecretStorePtr store = systemKeychain();
        auto reading = store->read(u"crm/secret"_s);
        auto writing = store->write(u"crm/secret"_s, entry(u"x"_s));
        auto removing = store->remove(u"crm/secret"_s);
        auto probing = store->probe();
        const auto read = QCoro::waitFor(std::move(reading));
        const auto written = QCoro::waitFor(std::move(writing));
        QCOMPARE(code(read), m_expected);
        QCOMPARE(code(written), m_expected);
        QCOMPARE(code(QCoro::waitFor(std::move(removing))), m_expected);
        QCOMPARE(QCoro::waitFor(std::move(probing)), m_state);
        QVERIFY2(clock.elapsed() < m_limit, qPrintable(QString::number(clock.elapsed())));
        QVERIFY2(ticks >= clock.elapsed() / 60 - 2, "the event loop stood still");
        // The keychain's own words are never passed on.
        QVERIFY(read.error().said.isEmpty() && written.error().said.isEmpty());
    }

private:
    StoreState m_state;
    QString m_expected;
    int m_limit;
};

// The keyring's own dialogue, answered with the keyboard as a person would.
class Prompted : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty())
            QSKIP("xdotool is needed to answer the keyring's dialogue");
        // The bus was there before the screen; the dialogue is started by the bus.
        QDBusMessage message =
            QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                           u"org.freedesktop.DBus"_s, u"UpdateActivationEnvironment"_s);
        qDBusRegisterMetaType<QMap<QString, QString>>();
        const QMap<QString, QString> screen{{u"DISPLAY"_s, qEnvironmentVariable("DISPLAY")}};
        message << QVariant::fromValue(screen);
        const QDBusMessage done = QDBusConnection::sessionBus().call(message, QDBus::Block, 5000);
        QVERIFY2(done.type() == QDBusMessage::ReplyMessage, qPrintable(done.errorMessage()));
    }

    void dismissingLeavesItLocked()
    {
        auto unlocking = systemKeychain()->unlock();
        QVERIFY(press({u"key"_s, u"Escape"_s}));
        QCOMPARE(QCoro::waitFor(std::move(unlocking)), StoreState::Locked);
    }

    void thePasswordUnlocksIt()
    {
        auto unlocking = systemKeychain()->unlock();
        QVERIFY(press({u"type"_s, u"--delay"_s, u"20"_s, qEnvironmentVariable("ROOM_KEYRING_PASSWORD")}));
        QVERIFY(press({u"key"_s, u"Return"_s}));
        QCOMPARE(QCoro::waitFor(std::move(unlocking)), StoreState::Usable);
        QCOMPARE(write(u"crm/after"_s, u"x"_s), u"ok"_s);
    }

    void whatIsUnlockedAsksNothing()
    {
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(QCoro::waitFor(systemKeychain()->unlock()), StoreState::Usable);
        QVERIFY(clock.elapsed() < 5000);
    }

private:
    // To the dialogue, once it is there and has the keyboard.
    static bool press(const QStringList &what)
    {
        const QStringList window{u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--class"_s, u"prompter"_s};
        QProcess tool;
        QEventLoop loop;
        QObject::connect(&tool, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(15'000, &loop, &QEventLoop::quit);
        tool.start(u"xdotool"_s, window);
        loop.exec();
        if (tool.state() != QProcess::NotRunning) {
            tool.kill();
            tool.waitForFinished(2000);
            return false;
        }
        QTest::qWait(700); // it grabs the keyboard after it has appeared
        QProcess keys;
        QObject::connect(&keys, &QProcess::finished, &loop, &QEventLoop::quit);
        keys.start(u"xdotool"_s, what);
        loop.exec();
        return keys.exitCode() == 0;
    }
};

// Owns the service's name and answers nothing, ever.
class SilentService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

namespace {

int beSilent()
{
    SilentService service;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath);
    if (!bus.registerService(u"org.freedesktop.secrets"_s))
        return 1;
    QTextStream(stdout) << "ready" << Qt::endl;
    return QCoreApplication::exec();
}

int readForAnother(const QString &name)
{
    const auto back = QCoro::waitFor(systemKeychain()->read(name));
    QTextStream(stdout) << (back ? back->value.revealText() : net::faultName(back.error().code));
    return 0;
}

int broken(StoreState state, const QString &expected, int limit, int argc, char **argv)
{
    Broken scene(state, expected, limit);
    return QTest::qExec(&scene, argc, argv);
}

int amongSilence(int argc, char **argv)
{
    QProcess silent;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KEYCHAIN_SCENE"_s, u"silent-service"_s);
    silent.setProcessEnvironment(environment);
    silent.start(QCoreApplication::applicationFilePath(), QStringList());
    if (!silent.waitForReadyRead(10'000))
        return 1;
    const int result = broken(StoreState::Silent, u"timeout"_s, 10'000, argc, argv);
    silent.kill();
    silent.waitForFinished(5000);
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray scene = qgetenv("KEYCHAIN_SCENE");
    if (scene == "second-process")
        return readForAnother(QCoreApplication::arguments().value(1));
    if (scene == "silent-service")
        return beSilent();
    if (scene == "locked")
        return broken(StoreState::Locked, u"keychain-locked"_s, 5000, argc, argv);
    if (scene == "prompt") {
        Prompted prompted;
        return QTest::qExec(&prompted, argc, argv);
    }
    if (scene == "noservice" || scene == "nobus")
        return broken(StoreState::Missing, u"keychain-missing"_s, 5000, argc, argv);
    if (scene == "silent")
        return amongSilence(argc, argv);
    if (scene == "usable") {
        Usable usable;
        return QTest::qExec(&usable, argc, argv);
    }
    QTextStream(stderr) << "run by ctest: a keychain in a room of its own is needed (tests/run/room.py)"
                        << Qt::endl;
    return 77;
}

#include "tst_keychain.moc"
