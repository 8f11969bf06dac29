// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../nocobase/realserver.h"
#include "waiting.h"

#include "demo/rehearsal.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/sessionhost.h"
#include "shell/steprail.h"
#include "shell/theme.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

// A real NocoBase with the stand-in plugin beside the rehearsal's WeCom. Inside a room with real names both
// are reached by WeCom's own host names and https://crm.example.com through the room's TLS front, and nobody
// is told of another address.
class World
{
public:
    World()
        : m_rehearsal(options())
        , m_server({QStringLiteral("--layout"), QStringLiteral("flat")}, environment())
    {
        if (!isRunning())
            return;
        nocobase = QUrl(m_server.url().adjusted(QUrl::StripTrailingSlash));
        if (hasRealNames()) {
            nocobase = QUrl(QStringLiteral("https://crm.example.com"));
            const int wecom = m_rehearsal.wecomUrl().port();
            writeFront({{QStringLiteral("qyapi.weixin.qq.com"), wecom},
                        {QStringLiteral("login.work.weixin.qq.com"), wecom},
                        {QStringLiteral("open.weixin.qq.com"), wecom},
                        {QStringLiteral("crm.example.com"), m_server.url().port()}});
        }
        m_rehearsal.setNocobase(nocobase);
    }

    static bool hasRealNames() { return qEnvironmentVariableIsSet("ROOM_FRONT"); }
    bool isRunning() const { return m_rehearsal.isRunning() && m_server.isRunning(); }
    RealServer &server() { return m_server; }
    demo::Rehearsal &wecom() { return m_rehearsal; }

    setup::Setup setup() const
    {
        setup::Setup setup;
        setup.id = QStringLiteral("e2e");
        setup.name = QStringLiteral("CRM");
        setup.nocobase.url = nocobase;
        setup.authenticator.origin = setup::originFor(nocobase);
        if (!hasRealNames())
            setup.wecom = {m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl(), m_rehearsal.wecomUrl()};
        return setup;
    }

    QUrl nocobase;

private:
    static demo::RehearsalOptions options()
    {
        demo::RehearsalOptions options;
        options.httpsOnly = hasRealNames();
        return options;
    }
    QMap<QString, QString> environment() const
    {
        if (hasRealNames())
            return {{QStringLiteral("NODE_EXTRA_CA_CERTS"), qEnvironmentVariable("ROOM_CA")}};
        const QString wecom = m_rehearsal.wecomUrl().toString();
        return {{QStringLiteral("WECOM_API_BASE"), wecom},
                {QStringLiteral("WECOM_LOGIN_BASE"), wecom},
                {QStringLiteral("WECOM_OAUTH_BASE"), wecom}};
    }
    static void writeFront(const QJsonObject &ports)
    {
        QFile map(qEnvironmentVariable("ROOM_FRONT"));
        if (map.open(QIODevice::WriteOnly))
            map.write(QJsonDocument(ports).toJson());
    }

    demo::Rehearsal m_rehearsal;
    RealServer m_server;
};

// The real window over one setup, used through its widgets; WeCom's console and the phone are the world's.
class LoginStage
{
public:
    explicit LoginStage(World &world) : m_world(world)
    {
        assistant::Services services;
        services.http = &m_http;
        services.store = vault::sessionStore();
        services.tokens = std::make_shared<wecom::TokenKeeper>(&m_http);
        services.repository.emplace(QDir(m_folder.filePath(QStringLiteral("setups"))));
        m_host = std::make_unique<ui::SessionHost>(services, nullptr);
        m_window = std::make_unique<ui::MainWindow>(m_host.get());
        m_window->show();
        QFile file(m_folder.filePath(QStringLiteral("e2e.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(setup::toJson(world.setup())).toJson());
        file.close();
        m_opened = m_host->openFile(file.fileName()).has_value();
    }

    bool isOpen() const { return m_opened; }
    assistant::SetupSession *session() const { return m_host->session(); }
    ui::MainWindow *window() const { return m_window.get(); }

    bool idle(int milliseconds = 60000) const
    {
        QElapsedTimer quiet;
        quiet.start();
        return waitFor(
            [&] {
                if (session()->isBusy())
                    quiet.restart();
                return quiet.elapsed() > 300;
            },
            milliseconds);
    }
    bool goTo(setup::StepId id) const
    {
        m_window->rail()->item(id)->click();
        return idle() && m_window->currentStep() == id;
    }
    bool press(const QString &name) const
    {
        auto *button = m_window->findChild<QAbstractButton *>(name);
        if (!button || !button->isEnabled() || !button->isVisible())
            return false;
        button->click();
        return true;
    }
    bool type(const QString &name, const QString &text) const
    {
        auto *line = m_window->findChild<QLineEdit *>(name);
        if (!line || !line->isVisible())
            return false;
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        return true;
    }
    void enter(const QString &name) const
    {
        QTest::keyClick(m_window->findChild<QLineEdit *>(name), Qt::Key_Return);
    }

    // Steps 2 and 4, typed.
    bool connectToNocobase() const
    {
        const bool typed = goTo(setup::StepId::Nocobase) &&
                           type(QStringLiteral("nocobase.account.edit"), QStringLiteral("nocobase")) &&
                           type(QStringLiteral("nocobase.password.edit"), QStringLiteral("admin123"));
        return typed && press(QStringLiteral("footer.primary")) && idle() && session()->facts().identity &&
               session()->facts().identity->what;
    }
    bool giveCredentials() const
    {
        const bool typed =
            goTo(setup::StepId::Credentials) &&
            type(QStringLiteral("credentials.companyId.edit"), m_world.wecom().companyId()) &&
            type(QStringLiteral("credentials.agentId.edit"), m_world.wecom().agentId()) &&
            type(QStringLiteral("credentials.secret.edit"), m_world.wecom().secret().revealText());
        if (typed)
            enter(QStringLiteral("credentials.secret.edit"));
        return typed && idle() && session()->facts().token && session()->facts().token->what;
    }

    // Step 11 up to its end; scans and agrees when WeCom's page waits for a phone.
    login::Outcome testLogin() const
    {
        using Phone = assistant::RehearsalControl::PhoneState;
        const auto ended = [this] {
            return session()->trace() && session()->trace()->outcome != login::Outcome::Running;
        };
        if (!goTo(setup::StepId::TestLogin) || !press(QStringLiteral("test.start")))
            return login::Outcome::Cancelled;
        // WeCom's page of this test: one of an earlier step counts as waiting for some seconds more.
        const auto atWecom = [this] {
            const auto *trace = session()->trace();
            return trace && !trace->hops.isEmpty() && trace->hops.last().kind == login::HopKind::WecomLogin &&
                   trace->hops.last().status == 200;
        };
        const bool waited = waitFor([&] { return ended() || atWecom(); }, 120000);
        if (!waited)
            return login::Outcome::Running;
        if (!ended()) {
            waitFor([] { return false; }, 1500); // a person takes the phone up
            if (!waitFor([&] { return m_world.wecom().phone() == Phone::PageWaits || ended(); }, 20000))
                return login::Outcome::Running;
            m_world.wecom().scan();
            // WeCom's page says that it was scanned, and the test sees it.
            if (!waitFor([&] { return ended() || hasSeen(login::Sight::Scanned); }, 60000))
                return login::Outcome::Running;
            m_world.wecom().agree();
            if (!waitFor(ended, 90000))
                return login::Outcome::Running;
        }
        idle();
        return ended() ? session()->trace()->outcome : login::Outcome::Running;
    }

    bool hasSeen(login::Sight what) const
    {
        const auto *trace = session()->trace();
        return trace && std::any_of(trace->sightings.begin(), trace->sightings.end(),
                                    [what](const login::Sighting &one) { return one.what == what; });
    }

    QList<checks::Finding> findings(const QString &check) const
    {
        QList<checks::Finding> found;
        for (const auto &finding : session()->findings()) {
            if (finding.check == check)
                found << finding;
        }
        return found;
    }

    // A step's findings, for the message of a test that expected others.
    std::string said(setup::StepId id) const
    {
        QJsonArray all;
        const auto findings = session()->findings(id);
        for (const auto &finding : findings)
            all.append(checks::toJson(finding));
        return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
    }

    // Everything that the window shows in words.
    QString allTexts() const
    {
        QString all = m_window->windowTitle();
        for (const auto *label : m_window->findChildren<QLabel *>())
            all += u'\n' + label->text() + u'\n' + label->toolTip() + u'\n' + label->accessibleName() +
                   label->accessibleDescription();
        return all;
    }

private:
    World &m_world;
    QTemporaryDir m_folder;
    net::Http m_http;
    std::unique_ptr<ui::SessionHost> m_host;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_opened = false;
};
