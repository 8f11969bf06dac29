// SPDX-License-Identifier: Apache-2.0
#include "setup/repository.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRepository : public QObject
{
    Q_OBJECT
private slots:
    void savesAndLists();
    void brokenFileIsKept_data();
    void brokenFileIsKept();
    void whatCouldNotBeReadAgainIsNotWritten();
    void folderThatCannotBeWritten();
    void recordRoundTrip();
    void brokenRecordIsNoObstacle();
    void freshIds();
    void removesOneAlone();
    void removesWhatWasKeptOfBrokenOnes();
    void whatCannotBeRemovedStays();
    void oneAtATimeChangesASetup();
};

namespace {

setup::Setup sample(const QString &id)
{
    setup::Setup setup;
    setup.id = id;
    setup.name = u"CRM"_s;
    setup.nocobase.url = QUrl(u"https://crm.example.com"_s);
    return setup;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestRepository::savesAndLists()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.filePath(u"a/b"_s)));
    QVERIFY(repository.save(sample(u"crm"_s)));
    QVERIFY(repository.save(sample(u"erp"_s)));
    setup::Record record;
    record.checkedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(repository.saveRecord(u"erp"_s, record));

    const auto listed = repository.list();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().id, u"erp"_s); // checked last, shown first
    const auto read = repository.load(u"crm"_s);
    QVERIFY(read);
    QCOMPARE(read->nocobase.url.host(), u"crm.example.com"_s);
    const auto allowed = QFile::permissions(repository.folder().filePath(u"crm.json"_s));
    QVERIFY(!(allowed & (QFile::ReadOther | QFile::ReadGroup)));
}

void TestRepository::brokenFileIsKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut") << QByteArray("{\"schema\":\"wecom-se");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("later schema") << QByteArray(
        R"({"schema":"wecom-setup/2","id":"crm","nocobase":{"url":""}})");
}

void TestRepository::brokenFileIsKept()
{
    QFETCH(QByteArray, content);
    QTemporaryDir dir;
    const setup::Repository repository{QDir(dir.path())};
    writeFile(dir.filePath(u"crm.json"_s), content);

    const auto read = repository.load(u"crm"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, net::FaultCode::BadInput);
    QVERIFY(read.error().param(u"path"_s).endsWith(u"crm.json"_s));
    QVERIFY(!repository.list().constFirst().readable);

    const auto saved = repository.save(sample(u"crm"_s));
    QVERIFY(saved);
    QVERIFY(!saved->isEmpty());
    QCOMPARE(readFile(*saved), content);
    QVERIFY(repository.load(u"crm"_s));
}

void TestRepository::whatCouldNotBeReadAgainIsNotWritten()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.path()));
    setup::Setup setup = sample(u"crm"_s);
    QVERIFY(repository.save(setup));
    setup.name = QString(300, u'x');
    const auto saved = repository.save(setup);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, net::FaultCode::BadInput);
    QCOMPARE(saved.error().param(u"field"_s), u"/name"_s);
    QCOMPARE(repository.load(u"crm"_s)->name, u"CRM"_s);
    QCOMPARE(repository.folder().entryList(QDir::Files), QStringList{u"crm.json"_s});
}

void TestRepository::folderThatCannotBeWritten()
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"file"_s), "x");
    const setup::Repository repository(QDir(dir.filePath(u"file/below"_s)));
    const auto saved = repository.save(sample(u"crm"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, net::FaultCode::FileFailed);
}

void TestRepository::recordRoundTrip()
{
    setup::Record record;
    record.serverAddress = u"203.0.113.7"_s;
    record.pins = {{u"crm.example.com"_s, u"ab"_s.repeated(32)}};
    record.serverAddressBefore = u"203.0.113.6"_s;
    record.serverAddressTrusted = u"203.0.113.5"_s;
    record.requestsLeftOver = true;
    record.domainChanges.insert(u"2026-11"_s, 3);
    record.undo = {{u"id"_s, 2}};
    record.layoutAnswers = {{nocobase::Option::Secret, u"/x"_s}, {nocobase::Option::Tooltip, QString()}};
    record.answersOf = u"https://crm.example.com @nocobase/plugin-auth-wecom 2.2.15"_s;
    record.layout = nocobase::OptionLayout{};
    record.layout->pointers.insert(nocobase::Option::Secret, u"/wecom/secret"_s);
    record.unknown = {{u"later"_s, true}};

    const setup::Record read = setup::recordFromJson(setup::toJson(record));
    QCOMPARE(read.serverAddress, record.serverAddress);
    QCOMPARE(read.pins, record.pins);
    QCOMPARE(read.serverAddressBefore, record.serverAddressBefore);
    QCOMPARE(read.serverAddressTrusted, record.serverAddressTrusted);
    QVERIFY(read.requestsLeftOver);
    QCOMPARE(read.domainChanges, record.domainChanges);
    QCOMPARE(read.undo, record.undo);
    QCOMPARE(read.layoutAnswers, record.layoutAnswers);
    QCOMPARE(read.answersOf, record.answersOf);
    QVERIFY(read.layout);
    QCOMPARE(read.layout->pointers, record.layout->pointers);
    QVERIFY(setup::toJson(read).value(u"later"_s).toBool());
}

void TestRepository::brokenRecordIsNoObstacle()
{
    QTemporaryDir dir;
    const setup::Repository repository{QDir(dir.path())};
    writeFile(dir.filePath(u"crm.state.json"_s), "no json");
    QVERIFY(repository.record(u"crm"_s).undo.isEmpty());
}

void TestRepository::freshIds()
{
    QTemporaryDir dir;
    const setup::Repository repository{QDir(dir.path())};
    QCOMPARE(repository.freshId(u"Our CRM (main)"_s), u"our-crm-main"_s);
    QCOMPARE(repository.freshId(u"客户"_s), u"setup"_s);
    QVERIFY(repository.save(sample(u"setup"_s)));
    QCOMPARE(repository.freshId(u"客户"_s), u"setup-2"_s);
}

void TestRepository::removesOneAlone()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.path()));
    for (const auto &id : {u"crm"_s, u"crm-2"_s}) {
        QVERIFY(repository.save(sample(id)));
        QVERIFY(repository.saveRecord(id, {}));
    }
    QVERIFY(repository.remove(u"crm"_s));
    QCOMPARE(repository.folder().entryList(QDir::Files),
             (QStringList{u"crm-2.json"_s, u"crm-2.state.json"_s}));
    QVERIFY(repository.remove(u"crm"_s)); // it is not there, which is what was wanted
}

void TestRepository::removesWhatWasKeptOfBrokenOnes()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.path()));
    for (const auto &id : {u"crm"_s, u"crm-2"_s}) {
        for (const QString &ending : {u".json"_s, u".state.json"_s})
            writeFile(repository.folder().filePath(id + ending), "no json");
        QVERIFY(!repository.save(sample(id))->isEmpty());
        QVERIFY(repository.saveRecord(id, {}));
    }
    QCOMPARE(repository.folder().entryList(QDir::Files).size(), 8);
    QVERIFY(repository.remove(u"crm"_s));
    const auto left = repository.folder().entryList(QDir::Files);
    QCOMPARE(left.size(), 4);
    for (const auto &name : left)
        QVERIFY2(name.startsWith(u"crm-2."_s), qPrintable(name));
}

void TestRepository::oneAtATimeChangesASetup()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.path()));
    QVERIFY(repository.save(sample(u"crm"_s)));
    auto first = repository.lock(u"crm"_s);
    QVERIFY(first && *first);
    const auto second = repository.lock(u"crm"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().code, net::FaultCode::Conflict);
    QCOMPARE(second.error().param(u"name"_s), u"CRM"_s);
    QVERIFY(repository.lock(u"erp"_s)); // another one
    QCOMPARE(repository.list().size(), 1);
    first->reset();
    QVERIFY(repository.lock(u"crm"_s));
    QCOMPARE(repository.folder().entryList(QDir::Files), QStringList{u"crm.json"_s});
}

void TestRepository::whatCannotBeRemovedStays()
{
    QTemporaryDir dir;
    const setup::Repository repository(QDir(dir.path()));
    QVERIFY(repository.save(sample(u"crm"_s)));
    // A folder of that name is no file that could be removed.
    QVERIFY(QDir(dir.path()).mkpath(u"crm.state.json/inside"_s));
    const auto removed = repository.remove(u"crm"_s);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, net::FaultCode::FileFailed);
    QVERIFY(repository.load(u"crm"_s));
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
