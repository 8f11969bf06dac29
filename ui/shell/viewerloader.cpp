// SPDX-License-Identifier: Apache-2.0
#include "shell/viewerloader.h"

#include "viewer/viewerplugin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QOpenGLContext>
#include <QPluginLoader>

#ifdef Q_OS_UNIX
#include <dlfcn.h>
#endif

using namespace Qt::StringLiterals;

#if QT_CONFIG(opengl)
// Qt Gui exports it and declares it in none of its public headers.
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext *context);
#endif

namespace ui {

namespace {

#ifdef Q_OS_WIN
constexpr QStringView fileName = u"wecomsetup_viewer.dll";
#else
constexpr QStringView fileName = u"libwecomsetup_viewer.so";
#endif

// Where the engine's own library was loaded from; it lies next to the plugin's folder however it was
// installed.
QString folderOfLibrary()
{
#ifdef Q_OS_UNIX
    Dl_info info{};
    if (dladdr(reinterpret_cast<const void *>(&net::faultName), &info) != 0 && info.dli_fname)
        return QFileInfo(QFile::decodeName(info.dli_fname)).absolutePath();
#endif
    return QCoreApplication::applicationDirPath();
}

// WebEngine crashes without this context. With Qt::AA_ShareOpenGLContexts it is there from the beginning, but
// that loads the OpenGL drivers and adds half to the time until the window's first paint; so it is made here,
// as Qt does it. It is never deleted: WebEngine may use it until the process ends.
void provideSharedContext()
{
#if QT_CONFIG(opengl)
    if (QOpenGLContext::globalShareContext())
        return;
    auto *context = new QOpenGLContext;
    context->create(); // without OpenGL on this computer it is invalid, and WebEngine draws without it
    qt_gl_set_global_share_context(context);
#endif
}

} // namespace

QStringList ViewerLoader::places()
{
    const QString program = QCoreApplication::applicationDirPath();
    QStringList files;
    // Installed, plugin and library lie side by side; in a build folder the plugin has a folder of its own.
    for (const QString &folder : {folderOfLibrary() + u"/wecom-setup"_s, folderOfLibrary(),
                                  program + u"/../lib/wecom-setup"_s, program + u"/wecom-setup"_s}) {
        const QString file = QDir::cleanPath(u"%1/%2"_s.arg(folder, fileName));
        if (!files.contains(file))
            files << file;
    }
    return files;
}

net::Result<ViewerPlugin *> ViewerLoader::load()
{
    const QStringList files = places();
    for (const QString &file : files) {
        if (!QFileInfo::exists(file))
            continue;
        provideSharedContext();
        QPluginLoader loader(file); // leaving it does not unload: WebEngine cannot be
        if (auto *plugin = qobject_cast<ViewerPlugin *>(loader.instance()))
            return plugin;
        return net::fail(net::FaultCode::BrowserCannotStart, {{u"reason"_s, u"load"_s}},
                         loader.errorString());
    }
    return net::fail(net::FaultCode::BrowserCannotStart, {{u"reason"_s, u"absent"_s}});
}

} // namespace ui
