// SPDX-License-Identifier: Apache-2.0
#include "vault/secretstore.h"

#include "net/once.h"
#include "vault/secretservice.h"
#include "vault/wipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <qt6keychain/keychain.h>

namespace vault {

using namespace Qt::StringLiterals;
using net::FaultCode;
using net::Result;

namespace {

using Limit = QDeadlineTimer;

// Below the ten seconds that SecretStore promises, for everything one call does.
Limit limitOfACall()
{
    return Limit(std::chrono::milliseconds(8'000));
}

struct JobEnd
{
    bool inTime = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
};

// Windows' Credential Manager is one list for all programs, and QtKeychain names entries there by their key
// alone.
QString entryName(const QKeychain::Job &job, const QString &name)
{
#ifdef Q_OS_WIN
    return job.service() + u'/' + name;
#else
    Q_UNUSED(job);
    return name;
#endif
}

// Runs a job of QtKeychain, which has no time-out of its own: a hanging service or a prompt that nobody
// answers would keep it for ever. A job that is late must not be deleted, since libsecret still holds a
// pointer to it; it deletes itself when it ends. Its error text is never used: it is raw, and may name
// anything.
QCoro::Task<JobEnd> run(QKeychain::Job *job, QString name, Limit until)
{
    const auto end = net::Once<JobEnd>::make();
    const std::chrono::milliseconds left(until.remainingTime());
    end->endAfter(left, JobEnd{});
    job->setKey(entryName(*job, name));
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, end->context(),
                     [once = end.get()](QKeychain::Job *done) {
                         const auto *reader = qobject_cast<QKeychain::ReadPasswordJob *>(done);
                         once->end(JobEnd{true, done->error(), reader ? reader->textData() : QString()});
                     });
    job->start();
    JobEnd result = co_await end->value();
    co_return result;
}

QString service()
{
    return u"wecom-setup"_s;
}

// What a job's failure means, by what the service says of itself.
FaultCode meaning(QKeychain::Error error, ServiceState state)
{
    if (state == ServiceState::Locked)
        return FaultCode::KeychainLocked;
    if (state == ServiceState::NotHere && error != QKeychain::EntryNotFound)
        return FaultCode::KeychainMissing;
    switch (error) {
    case QKeychain::EntryNotFound:
        return FaultCode::Missing;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return FaultCode::KeychainMissing;
    default:
        return FaultCode::KeychainRefused;
    }
}

QString packed(const Entry &entry)
{
    QJsonObject object;
    object.insert(u"v"_s, entry.value.revealText());
    object.insert(u"o"_s, QJsonArray::fromStringList(entry.origins));
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(bytes);
    wipe(bytes);
    return text;
}

Result<Entry> unpacked(QString text)
{
    QByteArray bytes = text.toUtf8();
    wipe(text);
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    wipe(bytes);
    if (!object.value(u"v"_s).isString() || !object.value(u"o"_s).isArray())
        return net::fail(FaultCode::KeychainRefused); // not what we wrote
    Entry entry{Secret::fromText(object.value(u"v"_s).toString()), {}};
    const QJsonArray origins = object.value(u"o"_s).toArray();
    for (const QJsonValue &origin : origins)
        entry.origins.append(origin.toString());
    return entry;
}

// A locked collection makes QtKeychain say "no entry", and its prompts could stay open for ever: so it is
// asked first, and nothing is sent to a locked or silent one.
Result<void> mayStart(ServiceState state)
{
    if (state == ServiceState::Locked)
        return net::fail(FaultCode::KeychainLocked);
    if (state == ServiceState::Silent)
        return net::fail(FaultCode::Timeout);
    return {};
}

QCoro::Task<Result<Entry>> readEntry(QString name, Limit until)
{
    const ServiceState before = co_await askSecretService(until);
    if (const auto may = mayStart(before); !may)
        co_return tl::unexpected(may.error());
    auto *job = new QKeychain::ReadPasswordJob(service());
    JobEnd end = co_await run(job, name, until);
    if (!end.inTime)
        co_return net::fail(FaultCode::Timeout);
    if (end.error == QKeychain::NoError) {
        QString text = std::move(end.text);
        co_return unpacked(std::move(text));
    }
    // It may have been locked in the meantime.
    const ServiceState after = co_await askSecretService(until);
    co_return net::fail(meaning(end.error, after));
}

QCoro::Task<Result<void>> writeEntry(QString name, Entry entry, Limit until)
{
    const ServiceState before = co_await askSecretService(until);
    if (const auto may = mayStart(before); !may)
        co_return tl::unexpected(may.error());
    auto *job = new QKeychain::WritePasswordJob(service());
    QString text = packed(entry);
    job->setTextData(text);
    wipe(text);
    const JobEnd end = co_await run(job, name, until);
    if (!end.inTime)
        co_return net::fail(FaultCode::Timeout);
    if (end.error != QKeychain::NoError) {
        const ServiceState after = co_await askSecretService(until);
        const FaultCode code = meaning(end.error, after);
        co_return net::fail(code == FaultCode::Missing ? FaultCode::KeychainRefused : code);
    }
    const Result<Entry> back = co_await readEntry(name, until);
    if (!back) {
        const FaultCode code = back.error().code;
        co_return net::fail(code == FaultCode::Missing ? FaultCode::KeychainRefused : code);
    }
    if (!(back->value == entry.value) || back->origins != entry.origins)
        co_return net::fail(FaultCode::KeychainRefused);
    co_return Result<void>();
}

QCoro::Task<Result<void>> removeEntry(QString name, Limit until)
{
    const ServiceState before = co_await askSecretService(until);
    if (const auto may = mayStart(before); !may)
        co_return tl::unexpected(may.error());
    auto *job = new QKeychain::DeletePasswordJob(service());
    const JobEnd end = co_await run(job, name, until);
    if (!end.inTime)
        co_return net::fail(FaultCode::Timeout);
    // Deleting says "no error" for what was never there and for what a locked collection kept: only looking
    // tells.
    const Result<Entry> back = co_await readEntry(name, until);
    if (back)
        co_return net::fail(FaultCode::KeychainRefused);
    if (back.error().code == FaultCode::Missing)
        co_return Result<void>();
    co_return tl::unexpected(back.error());
}

StoreState stateOf(const Result<void> &result)
{
    if (result)
        return StoreState::Usable;
    switch (result.error().code) {
    case FaultCode::KeychainMissing:
        return StoreState::Missing;
    case FaultCode::KeychainLocked:
        return StoreState::Locked;
    case FaultCode::Timeout:
        return StoreState::Silent;
    default:
        return StoreState::Refused;
    }
}

QCoro::Task<StoreState> probeKeychain()
{
    const Limit until = limitOfACall();
    const QString name = u"probe/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Entry entry{Secret::fromText(u"中文 "_s + QUuid::createUuid().toString()),
                      {u"https://probe.invalid"_s}};
    const Result<void> written = co_await writeEntry(name, entry, until);
    if (!written)
        co_return stateOf(written);
    const Result<void> removed = co_await removeEntry(name, until);
    co_return stateOf(removed);
}

QCoro::Task<StoreState> unlockKeychain()
{
    const Limit forThePerson(std::chrono::milliseconds(110'000));
    co_await unlockSecretService(forThePerson);
    const StoreState state = co_await probeKeychain(); // whatever was said, this is what counts
    co_return state;
}

// Has no state of its own, so that no call depends on the store living on.
class SystemKeychain final : public SecretStore
{
public:
    QCoro::Task<StoreState> probe() override { return probeKeychain(); }
    QCoro::Task<StoreState> unlock() override { return unlockKeychain(); }
    QCoro::Task<Result<Entry>> read(QString name) override
    {
        return readEntry(std::move(name), limitOfACall());
    }
    QCoro::Task<Result<void>> write(QString name, Entry entry) override
    {
        return writeEntry(std::move(name), std::move(entry), limitOfACall());
    }
    QCoro::Task<Result<void>> remove(QString name) override
    {
        return removeEntry(std::move(name), limitOfACall());
    }
    bool isPersistent() const override { return true; }
};

} // namespace

SecretStorePtr systemKeychain()
{
    return std::make_shared<SystemKeychain>();
}

} // namespace vault
