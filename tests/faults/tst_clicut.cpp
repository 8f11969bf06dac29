// SPDX-License-Identifier: Apache-2.0
// wecom-setup-cli that is killed, or loses its connection, in the middle of an apply: what it leaves, how it
// ends, what the next run says, and that both ways out lead to where they should. With a real keychain, since
// what undo needs has to outlive the process.
#include "clistage.h"

#include "../unit/net/scriptedserver.h"

#include "nocobase/client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTest>

#include <csignal>

namespace {

// Stands between the program and NocoBase; counts requests from the first one of a run.
class Gate : public ScriptedServer
{
public:
    enum class Then { Pass, Lose, LoseAnswer };

    explicit Gate(const QUrl &server)
        : ScriptedServer([this](QTcpSocket *socket, const QByteArray &request) { meet(socket, request); })
        , m_server(server)
    {}

    // What becomes of a request; `writes` counts those to authenticators that change something.
    std::function<Then(int number, int writes)> decide;
    std::function<void()> onLoss; // before it is lost, or when its answer would come
    int seen = 0, writes = 0;

private:
    void meet(QTcpSocket *socket, const QByteArray &request)
    {
        const qsizetype head = request.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = request.left(head).split('\n');
        const QByteArrayList words = lines.first().split(' ');
        ++seen;
        if (words.first() == "POST" && words.value(1).contains("authenticators:"))
            ++writes;
        const Then then = decide ? decide(seen, writes) : Then::Pass;
        if (then == Then::Lose) {
            lose(socket);
            return;
        }
        QUrl target = QUrl::fromEncoded(words.value(1));
        target.setScheme(m_server.scheme());
        target.setAuthority(m_server.authority());
        QNetworkRequest out(target);
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        for (const QByteArray &line : lines.mid(1)) {
            const QByteArray name = line.left(line.indexOf(':')).trimmed(), lower = name.toLower();
            if (lower != "host" && lower != "connection" && lower != "accept-encoding" &&
                lower != "content-length")
                out.setRawHeader(name, line.mid(line.indexOf(':') + 1).trimmed());
        }
        QNetworkReply *reply = m_network.sendCustomRequest(out, words.first(), request.mid(head + 4));
        const QPointer<QTcpSocket> back(socket);
        connect(reply, &QNetworkReply::finished, this, [this, reply, back, then] {
            reply->deleteLater();
            if (then == Then::LoseAnswer)
                lose(back);
            else if (back)
                back->write(
                    whole(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray() + " X",
                          "Content-Type: " + reply->rawHeader("Content-Type") + "\r\n", reply->readAll()));
        });
    }
    void lose(const QPointer<QTcpSocket> &socket)
    {
        if (onLoss)
            onLoss();
        if (socket)
            socket->abort();
    }

    QUrl m_server;
    QNetworkAccessManager m_network;
};

class CutStage : public Stage
{
public:
    CutStage() : gate(rehearsal().nocobaseUrl())
    {
        setup.nocobase.url = gate.url();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        onStart = [this](qint64 pid) {
            gate.seen = gate.writes = 0;
            m_pid = pid;
        };
        m_client =
            std::make_shared<nocobase::Client>(&m_http, nocobase::Target{rehearsal().nocobaseUrl()}, nullptr);
        signedIn = QCoro::waitFor(m_client->signIn(rehearsal().account(), rehearsal().password(), u"basic"_s))
                       .has_value();
    }

    void kill() const { ::kill(static_cast<pid_t>(m_pid), SIGKILL); }
    // All authenticators, but for when they were written.
    QByteArray rows() const
    {
        QJsonArray all;
        const auto listed = QCoro::waitFor(m_client->authenticators());
        for (const nocobase::Authenticator &row : listed.value_or(QList<nocobase::Authenticator>())) {
            QJsonObject raw = row.raw;
            raw.remove(u"updatedAt"_s);
            all << raw;
        }
        return QJsonDocument(all).toJson(QJsonDocument::Compact);
    }
    Ended apply() const { return json(u"apply"_s, {u"--yes"_s}); }

    Gate gate;
    bool signedIn = false;

private:
    net::Http m_http;
    nocobase::ClientPtr m_client;
    qint64 m_pid = 0;
};

constexpr int requestsBefore = 9; // sign-in, looking (7), and the look right before the first write
constexpr int requestsOfApply = 14;

} // namespace

class TestCliCut : public QObject
{
    Q_OBJECT
private slots:
    void killed_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<QString>("cause"); // what the next run says
        for (int at = requestsBefore; at <= requestsOfApply; ++at) {
            for (const bool done : {false, true}) {
                // Two rows are written: the other one that signs in automatically, then ours.
                const int written = qBound(0, at - requestsBefore - (done ? 0 : 1), 2);
                const bool isNoted = at > requestsBefore; // from the first write on
                QString cause = written == 0   ? u"apply.cut.old"_s
                                : written == 1 ? u"apply.cut.between"_s
                                               : u"apply.cut.new"_s;
                if (!isNoted || at == requestsOfApply)
                    cause.clear(); // the last one is only the proof's
                QTest::addRow("at request %d, %s", at, done ? "done" : "lost") << at << done << cause;
            }
        }
    }
    void killed()
    {
        QFETCH(int, at);
        QFETCH(bool, isDone);
        QFETCH(QString, cause);
        CutStage stage;
        QVERIFY(stage.signedIn);
        const QByteArray before = stage.rows();
        const auto killNow = [&] {
            stage.gate.decide = [&, at, isDone](int number, int) {
                if (number != at)
                    return Gate::Then::Pass;
                return isDone ? Gate::Then::LoseAnswer : Gate::Then::Lose;
            };
            stage.gate.onLoss = [&] { stage.kill(); };
            const Ended killed = stage.apply();
            stage.gate.decide = {};
            return killed.code == -1;
        };
        QVERIFY(killNow());
        // The next run says what there is, and finishes it; undo then leads back to before both.
        const Ended said = stage.json(u"plan"_s);
        QCOMPARE(said.causeOf(u"review.cut"_s), cause);
        QCOMPARE(stage.apply().code, 0);
        const QByteArray after = stage.rows();
        QVERIFY(after != before);
        QCOMPARE(stage.json(u"undo"_s).code, 0);
        QCOMPARE(stage.rows(), before);
        // Or it goes back at once.
        QVERIFY(killNow());
        const int undone = stage.json(u"undo"_s).code;
        QVERIFY(undone == 0 || cause.isEmpty() || cause == u"apply.cut.old"_s); // nothing to undo is a 1
        QCOMPARE(stage.rows(), before);
    }

    // The numbers that killed() relies on.
    void requestsAreAsCounted()
    {
        CutStage stage;
        int firstWrite = 0;
        stage.gate.decide = [&](int number, int writes) {
            if (writes == 1 && firstWrite == 0)
                firstWrite = number;
            return Gate::Then::Pass;
        };
        QCOMPARE(stage.apply().code, 0);
        QCOMPARE(firstWrite, requestsBefore + 1);
        QCOMPARE(stage.gate.writes, 2);
        QCOMPARE(stage.gate.seen, requestsOfApply);
    }

    // 4: failed after its first write, and everything was put back.
    void failedAndPutBack()
    {
        CutStage stage;
        const QByteArray before = stage.rows();
        stage.gate.decide = [writesSeen = 0](int, int writes) mutable {
            const bool isSecondWrite = writes == 2 && writesSeen < 2;
            writesSeen = writes;
            return isSecondWrite ? Gate::Then::LoseAnswer : Gate::Then::Pass;
        };
        const Ended ended = stage.apply();
        QCOMPARE(ended.code, 4);
        QVERIFY(!ended.setup().value(u"applied"_s).toBool(true));
        QCOMPARE(stage.rows(), before);
        stage.gate.decide = {};
        QCOMPARE(stage.json(u"plan"_s).causeOf(u"review.cut"_s), QString());
    }

    // 5: failed and could not be put back; the record is there for the next run.
    void failedAndLeftSo()
    {
        CutStage stage;
        const QByteArray before = stage.rows();
        stage.gate.decide = [](int, int writes) { return writes < 2 ? Gate::Then::Pass : Gate::Then::Lose; };
        QCOMPARE(stage.apply().code, 5);
        QVERIFY(stage.rows() != before);
        stage.gate.decide = {};
        QCOMPARE(stage.json(u"plan"_s).causeOf(u"review.cut"_s), u"apply.cut.between"_s);
        QCOMPARE(stage.json(u"undo"_s).code, 0);
        QCOMPARE(stage.rows(), before);
    }

    void laterChangesNeedConsent()
    {
        CutStage stage;
        const QByteArray before = stage.rows();
        QCOMPARE(stage.apply().code, 0);
        // A colleague, by another setup.
        const QString title = std::exchange(stage.setup.authenticator.title, u"by a colleague"_s);
        QFile::rename(stage.folder() + u"/crm.state.json"_s, stage.folder() + u"/kept"_s);
        QCOMPARE(stage.apply().code, 0);
        QFile::remove(stage.folder() + u"/crm.state.json"_s);
        QFile::rename(stage.folder() + u"/kept"_s, stage.folder() + u"/crm.state.json"_s);
        stage.setup.authenticator.title = title;
        const QByteArray changed = stage.rows();
        const Ended refused = stage.json(u"undo"_s);
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("wecom") && refused.err.contains("--yes"));
        QCOMPARE(stage.rows(), changed);
        QCOMPARE(stage.json(u"undo"_s, {u"--yes"_s}).code, 0);
        QCOMPARE(stage.rows(), before);
    }
};

QTEST_GUILESS_MAIN(TestCliCut)
#include "tst_clicut.moc"
