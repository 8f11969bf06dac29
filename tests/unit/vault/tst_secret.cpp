// SPDX-License-Identifier: Apache-2.0
#include "vault/secret.h"

#include "vault/wipe.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <atomic>
#include <cstring>
#include <malloc.h>
#include <type_traits>

using namespace Qt::StringLiterals;
using vault::Secret;

// Every block of memory that this process gives back passes here first, so that a test can say whether a
// secret was still in it. A sanitizer has a free of its own, which must not be replaced.
#if !defined(__SANITIZE_ADDRESS__)
#define SEES_FREED_MEMORY 1
extern "C" void __libc_free(void *);
namespace {
std::atomic<bool> watching{false};
std::atomic<int> leaks{0};
const char canary[] = "kAnArY-in-memory";
} // namespace
extern "C" void free(void *block) noexcept
{
    if (block && watching) {
        const size_t size = malloc_usable_size(block);
        if (size >= sizeof canary && memmem(block, size, canary, sizeof canary - 1))
            ++leaks;
    }
    __libc_free(block);
}
#endif

template<class T>
concept Printable = requires(QDebug debug, T value)
{
    debug << value;
};
static_assert(Printable<QString>);
static_assert(!Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>);

class TestSecret : public QObject
{
    Q_OBJECT
private slots:
    void equal_data();
    void equal();
    void copiesAreApart();
    void stamps();
    void leavesNothingInMemory();
    void wipeLeavesSharedBuffersAlone();
};

void TestSecret::equal_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << u"abc"_s << u"abc"_s << true;
    QTest::newRow("chinese") << u"口令🔑"_s << u"口令🔑"_s << true;
    QTest::newRow("empty") << QString() << u""_s << true;
    QTest::newRow("first") << u"xbc"_s << u"abc"_s << false;
    QTest::newRow("last") << u"abc"_s << u"abd"_s << false;
    QTest::newRow("longer") << u"abc"_s << u"abcd"_s << false;
    QTest::newRow("against empty") << u"abc"_s << QString() << false;
}

void TestSecret::equal()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(Secret::fromText(a) == Secret::fromText(b), same);
    QCOMPARE(Secret::fromText(a).stamp() == Secret::fromText(b).stamp(), same);
    QCOMPARE(Secret::fromText(a).revealText(), a.isNull() ? QString() : a);
    QCOMPARE(Secret::fromText(a).size(), a.toUtf8().size());
}

void TestSecret::copiesAreApart()
{
    auto original = std::make_unique<Secret>(Secret::fromText(u"abc"_s));
    const Secret copy = *original;
    Secret assigned;
    QVERIFY(assigned.isEmpty());
    assigned = *original;
    const QByteArray revealed = original->reveal();
    original.reset(); // zeroes its own buffer
    QCOMPARE(copy.reveal(), "abc"_ba);
    QCOMPARE(assigned.reveal(), "abc"_ba);
    QCOMPARE(revealed, "abc"_ba);
    const Secret moved = std::move(assigned);
    QCOMPARE(moved.reveal(), "abc"_ba);
    QVERIFY(assigned.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is what is promised
    const QByteArray mine = "abc";
    const Secret fromShared(mine);
    QCOMPARE(mine, "abc"_ba);
    QCOMPARE(fromShared.reveal(), mine);
}

void TestSecret::stamps()
{
    const QByteArray stamp = Secret::fromText(u"abc"_s).stamp();
    QCOMPARE(stamp.size(), 32);
    QVERIFY(!stamp.contains("abc"));
    QCOMPARE(stamp, vault::runStamp("abc"));
    // Another run of the program has another key: so does a plain SHA-256, which must not be what we get.
    QVERIFY(stamp != QCryptographicHash::hash("abc", QCryptographicHash::Sha256));
    QSet<QByteArray> stamps;
    for (int i = 0; i < 100; ++i)
        stamps.insert(vault::runStamp(QByteArray::number(i)));
    QCOMPARE(stamps.size(), 100);
}

void TestSecret::leavesNothingInMemory()
{
#if defined(SEES_FREED_MEMORY)
    const auto text = [] { return QByteArray("kAnArY-") + QByteArray("in-memory"); };
    leaks = 0;
    watching = true;
    {
        QByteArray plain = text();
        plain.reserve(64);
    }
    watching = false;
    QVERIFY2(leaks > 0, "the watch sees nothing, so the rest of this test would prove nothing");

    leaks = 0;
    QByteArray given = text(); // joined before the watch begins
    watching = true;
    {
        Secret one(std::move(given));
        Secret two = one;
        Secret three;
        three = two;
        three = Secret();
        two = std::move(one);
        const bool same = two == three;
        Q_UNUSED(same)
        const QByteArray stamp = two.stamp();
        Q_UNUSED(stamp)
    }
    watching = false;
    QCOMPARE(leaks.load(), 0);
#else
    QSKIP("a sanitizer owns free()");
#endif
}

void TestSecret::wipeLeavesSharedBuffersAlone()
{
    QByteArray mine(20, 'x');
    QByteArray other = mine;
    vault::wipe(other);
    QVERIFY(other.isEmpty());
    QCOMPARE(mine, QByteArray(20, 'x'));
    vault::wipe(mine);
    QVERIFY(mine.isEmpty());
    QString text = u"x"_s.repeated(20);
    vault::wipe(text);
    QVERIFY(text.isEmpty());
    QByteArray nothing;
    vault::wipe(nothing);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
