// SPDX-License-Identifier: Apache-2.0
#include "vault/secret.h"

#include "vault/wipe.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>
#include <utility>

namespace vault {

namespace {

// Implicit sharing would let two owners hold one buffer, of which neither could zero it: copies are always
// deep.
QByteArray deepCopy(const QByteArray &bytes)
{
    return QByteArray(bytes.constData(), bytes.size());
}

const QByteArray &runKey()
{
    static const QByteArray key = [] {
        std::array<quint32, 8> words;
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words));
    }();
    return key;
}

} // namespace

Secret::Secret(QByteArray utf8) : m_utf8(deepCopy(utf8))
{
    wipe(utf8);
}

Secret Secret::fromText(const QString &text)
{
    return Secret(text.toUtf8());
}

Secret::Secret(const Secret &other) : m_utf8(deepCopy(other.m_utf8)) {}

Secret::Secret(Secret &&other) noexcept : m_utf8(std::exchange(other.m_utf8, {})) {}

Secret &Secret::operator=(Secret other) noexcept
{
    std::swap(m_utf8, other.m_utf8); // the old value is zeroed when `other` goes
    return *this;
}

Secret::~Secret()
{
    wipe(m_utf8);
}

QByteArray Secret::reveal() const
{
    return deepCopy(m_utf8);
}

QString Secret::revealText() const
{
    return QString::fromUtf8(m_utf8);
}

QByteArray Secret::stamp() const
{
    return runStamp(m_utf8);
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.m_utf8.size() != b.m_utf8.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.m_utf8.size(); ++i)
        difference |= static_cast<unsigned char>(a.m_utf8.at(i) ^ b.m_utf8.at(i));
    return difference == 0;
}

QByteArray runStamp(const QByteArray &bytes)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, runKey());
    code.addData(bytes);
    const QByteArray result = code.result();
    // Its block buffer still holds the last bytes it was given: have it hold others before it is freed.
    static const QByteArray blank(64, '\0');
    code.reset();
    code.addData(blank);
    return result;
}

} // namespace vault
