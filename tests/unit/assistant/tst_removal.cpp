// SPDX-License-Identifier: Apache-2.0
// Removing a setup: its files and what a real keychain (in a room of its own) has of it, and nothing else.
#include "assistant/removal.h"

#include "apply/undorecord.h"
#include "assistant/setupsession.h"

#include <QTemporaryDir>
#include <QTest>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using net::FaultCode;

namespace {

QStringList credentialsOf(const QString &id)
{
    return {id + u"/company-id"_s, id + u"/agent-id"_s, id + u"/secret"_s, id + u"/nocobase-token"_s};
}

struct Stage
{
    explicit Stage(vault::SecretStorePtr with) : store(std::move(with)), repository(QDir(folder.path())) {}

    // A setup with all credentials, as a session stores them, and a value that undo needs.
    void make(const QString &id)
    {
        assistant::Services services;
        services.http = &http;
        services.store = store;
        services.tokens = std::make_shared<wecom::TokenKeeper>(&http);
        services.repository = repository;
        setup::Setup setup;
        setup.id = setup.name = id;
        setup.nocobase.url = QUrl(u"http://127.0.0.1:9"_s);
        assistant::SetupSession session(services, setup);
        session.setCompanyId(u"ww9f3c1a7be4d2065a"_s);
        session.setAgentId(u"1000004"_s);
        session.setSecret(vault::Secret::fromText(u"CANARYSECRET"_s));
        session.setToken(vault::Secret::fromText(u"CANARYTOKEN"_s));
        QVERIFY(QCoro::waitFor(session.saveCredentials(true)));
        apply::UndoRecord undo(store, id, {setup.nocobase.url, u"main"_s});
        nocobase::Authenticator row;
        row.id = 1;
        row.options = {{u"secret"_s, u"CANARYOLDSECRET"_s}};
        QVERIFY(QCoro::waitFor(undo.keep(row, row)));
        setup::Record record;
        record.undo = undo.toJson();
        undoEntries[id] = apply::UndoRecord::entryNames(record.undo, id);
        QVERIFY(!undoEntries[id].isEmpty());
        QVERIFY(repository.save(setup));
        QVERIFY(repository.saveRecord(id, record));
    }

    bool isStored(const QString &name) const { return QCoro::waitFor(store->read(name)).has_value(); }

    net::Http http;
    QTemporaryDir folder;
    vault::SecretStorePtr store;
    setup::Repository repository;
    QMap<QString, QStringList> undoEntries;
};

} // namespace

class TestRemoval : public QObject
{
    Q_OBJECT
private slots:
    void removesWhatIsOfThisSetupAlone()
    {
        const auto store = vault::systemKeychain();
        if (QCoro::waitFor(store->probe()) != vault::StoreState::Usable)
            QSKIP("this computer has no keychain to try it with");
        Stage stage(store);
        for (const QString &id : {u"crm"_s, u"crm-2"_s})
            stage.make(id);
        QVERIFY(QCoro::waitFor(assistant::removeSetup(stage.repository, {store}, u"crm"_s)));
        const QStringList removed = credentialsOf(u"crm"_s) + stage.undoEntries[u"crm"_s];
        for (const QString &name : removed)
            QVERIFY2(!stage.isStored(name), qPrintable(name));
        const QStringList others = credentialsOf(u"crm-2"_s) + stage.undoEntries[u"crm-2"_s];
        for (const QString &name : others)
            QVERIFY2(stage.isStored(name), qPrintable(name));
        QCOMPARE(stage.repository.folder().entryList(QDir::Files),
                 (QStringList{u"crm-2.json"_s, u"crm-2.state.json"_s}));
        QVERIFY(QCoro::waitFor(assistant::removeSetup(stage.repository, {store}, u"crm-2"_s)));
    }

    void aStoreThatKeepsItKeepsTheSetup_data()
    {
        QTest::addColumn<vault::StoreState>("state");
        QTest::addColumn<FaultCode>("code");
        QTest::newRow("locked") << vault::StoreState::Locked << FaultCode::KeychainLocked;
        QTest::newRow("refused") << vault::StoreState::Refused << FaultCode::KeychainRefused;
        QTest::newRow("silent") << vault::StoreState::Silent << FaultCode::Timeout;
    }
    void aStoreThatKeepsItKeepsTheSetup()
    {
        QFETCH(vault::StoreState, state);
        Stage stage(vault::sessionStore());
        stage.make(u"crm"_s);
        const auto removed = QCoro::waitFor(
            assistant::removeSetup(stage.repository, {stage.store, vault::brokenStore(state)}, u"crm"_s));
        QVERIFY(!removed);
        QTEST(removed.error().code, "code");
        QVERIFY(stage.repository.load(u"crm"_s));
        QVERIFY(!stage.repository.record(u"crm"_s).undo.isEmpty()); // to be tried again
    }

    void noKeychainKeepsNothing()
    {
        Stage stage(vault::sessionStore());
        stage.make(u"crm"_s);
        QVERIFY(QCoro::waitFor(assistant::removeSetup(
            stage.repository, {vault::brokenStore(vault::StoreState::Missing)}, u"crm"_s)));
        QVERIFY(stage.repository.list().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRemoval)
#include "tst_removal.moc"
