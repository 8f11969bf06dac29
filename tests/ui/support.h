// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsalsetting.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "shell/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

// The real window over the real session and the simulated servers; nothing of the person's is read or
// written.
class Stage
{
public:
    explicit Stage(const QStringList &faults = {}, bool rehearse = true,
                   const vault::SecretStorePtr &store = vault::sessionStore())
    {
        using namespace Qt::StringLiterals;
        assistant::Services services;
        services.http = &m_http;
        services.store = store;
        services.tokens = std::make_shared<wecom::TokenKeeper>(&m_http);
        services.repository.emplace(QDir(m_folder.path()));
        m_host = std::make_unique<ui::SessionHost>(services, ui::makeRehearsal);
        if (rehearse && !m_host->startRehearsal(faults))
            qFatal("the rehearsal does not start");
        m_window = std::make_unique<ui::MainWindow>(m_host.get());
        m_window->show();
    }

    ui::MainWindow *window() const { return m_window.get(); }
    ui::SessionHost *host() const { return m_host.get(); }
    assistant::SetupSession *session() const { return m_host->session(); }

    template<class T>
    T *find(const QString &objectName) const
    {
        return m_window->findChild<T *>(objectName);
    }

    bool waitIdle(int milliseconds = 30000) const
    {
        return QTest::qWaitFor([this] { return !session()->isBusy(); }, milliseconds);
    }

private:
    QTemporaryDir m_folder;
    net::Http m_http;
    std::unique_ptr<ui::SessionHost> m_host;
    std::unique_ptr<ui::MainWindow> m_window;
};

// As main() does it.
inline void dressApplication()
{
    ui::Theme::instance().setChoice(ui::Theme::Choice::Light);
    ui::Theme::instance().install(qobject_cast<QApplication *>(QCoreApplication::instance()));
    ui::Language::instance().set(QStringLiteral("en"));
}
