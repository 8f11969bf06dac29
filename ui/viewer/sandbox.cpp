// SPDX-License-Identifier: Apache-2.0
#include "viewer/sandbox.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace ui::viewer {

namespace {

net::Result<void> refused(const QString &reason)
{
    return net::fail(net::FaultCode::BrowserCannotStart, {{u"reason"_s, reason}});
}

bool helperProgramExists()
{
#ifdef Q_OS_WIN
    const QString name = u"QtWebEngineProcess.exe"_s;
#else
    const QString name = u"QtWebEngineProcess"_s;
#endif
    const QString given = qEnvironmentVariable("QTWEBENGINEPROCESS_PATH");
    if (!given.isEmpty())
        return QFileInfo(given).isFile();
    return QFileInfo::exists(QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + u'/' + name) ||
           QFileInfo::exists(QCoreApplication::applicationDirPath() + u'/' + name);
}

#ifdef Q_OS_LINUX

bool wroteTo(const char *path, const char *text, size_t size)
{
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool all = write(file, text, size) == ssize_t(size);
    close(file);
    return all;
}

// What Chromium's own start does: a user namespace with a map of its own, and others inside it. Ubuntu's
// AppArmor rule lets the first call pass and refuses what follows, so all of it is tried. Runs in a child:
// only calls that are safe after fork() in a program with threads.
int tryNamespaces(const char *uidMap, size_t size)
{
    if (unshare(CLONE_NEWUSER) != 0)
        return 1;
    wroteTo("/proc/self/setgroups", "deny", 4); // absent on old kernels, where it is not needed
    if (!wroteTo("/proc/self/uid_map", uidMap, size))
        return 2;
    return unshare(CLONE_NEWPID | CLONE_NEWNET) == 0 ? 0 : 3;
}

bool mayMakeNamespaces()
{
    char uidMap[64];
    const int size = std::snprintf(uidMap, sizeof uidMap, "%u %u 1", unsigned(getuid()), unsigned(getuid()));
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0)
        _exit(tryNamespaces(uidMap, size_t(size)));
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool apparmorRestrictsNamespaces()
{
    QFile rule(u"/proc/sys/kernel/apparmor_restrict_unprivileged_userns"_s);
    return rule.open(QIODevice::ReadOnly) && rule.readAll().trimmed() == "1";
}

#endif

} // namespace

bool isSandboxSwitchedOff()
{
    return qEnvironmentVariableIntValue("QTWEBENGINE_DISABLE_SANDBOX") == 1 ||
           qgetenv("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox");
}

net::Result<void> probeSandbox()
{
    if (!helperProgramExists())
        return refused(u"process"_s);
#ifdef Q_OS_LINUX
    if (isSandboxSwitchedOff())
        return {};
    if (geteuid() == 0)
        return refused(u"root"_s);
    if (!mayMakeNamespaces())
        return refused(apparmorRestrictsNamespaces() ? u"apparmor"_s : u"user-namespaces"_s);
#endif
    return {};
}

} // namespace ui::viewer
