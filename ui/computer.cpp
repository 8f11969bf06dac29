// SPDX-License-Identifier: Apache-2.0
#include "computer.h"

#include <QFileInfo>
#include <QFont>
#include <QMutex>
#include <QRawFont>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Warning
{
    QtMsgType type = QtWarningMsg;
    QByteArray category;
    QString text;
};

struct KeptBack
{
    QMutex mutex; // Qt warns from other threads too
    QtMessageHandler usual = nullptr;
    QList<Warning> warnings;
};

KeptBack &keptBack()
{
    static KeptBack all;
    return all;
}

QString lackOfDisplay()
{
    QStringList named;
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            named << QLatin1String(name) + u'=' + qEnvironmentVariable(name);
    }
    const QString image = QFileInfo(qEnvironmentVariable("APPIMAGE")).fileName();
    const QString without =
        u"Without one, use: %1"_s.arg(image.isEmpty() ? u"wecom-setup-cli"_s : image + u" cli"_s);
    if (named.isEmpty())
        return u"There is no display to open a window on. "_s + without;
    return u"The display that is set cannot be used (%1). "_s.arg(named.join(u", "_s)) + without;
}

// What Qt says of it beyond that; that a plugin could not be used says nothing where the plugin itself spoke.
QStringList reasons(const QList<Warning> &warnings)
{
    QStringList all, ofPlugins;
    for (const Warning &one : warnings)
        (one.category == "qt.qpa.plugin" ? ofPlugins : all).append(one.text.trimmed());
    return all.isEmpty() ? ofPlugins : all;
}

void keepBack(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    KeptBack &all = keptBack();
    const QMutexLocker locked(&all.mutex);
    if (type == QtFatalMsg) {
        QTextStream out(stderr);
        out << lackOfDisplay() << '\n';
        if (all.warnings.isEmpty())
            all.warnings.append({type, {}, text});
        const QStringList said = reasons(all.warnings);
        for (const QString &reason : said)
            out << "  " << reason << '\n';
        out.flush();
        std::_Exit(2); // whoever returns from here is aborted
    }
    if (type != QtDebugMsg) // which somebody has asked for
        all.warnings.append({type, context.category ? context.category : "default", text});
    else
        all.usual(type, context, text);
}

} // namespace

DisplayGuard::DisplayGuard()
{
    keptBack().usual = qInstallMessageHandler(keepBack);
}

DisplayGuard::~DisplayGuard()
{
    KeptBack &all = keptBack();
    qInstallMessageHandler(all.usual);
    const QMutexLocker locked(&all.mutex);
    for (const Warning &one : std::as_const(all.warnings))
        all.usual(one.type, QMessageLogContext(nullptr, 0, nullptr, one.category.constData()), one.text);
    all.warnings.clear();
}

QString lackOfFonts()
{
    // The list of families has names that stand for fonts even where there is none; a font has a table of its
    // characters.
    if (!QRawFont::fromFont(QFont()).fontTable("cmap").isEmpty())
        return {};
    return u"No fonts are installed on this computer: all texts stay empty, and the built-in browser is not "
           u"started. (On Debian: apt install fonts-noto-core fonts-noto-cjk)"_s;
}

} // namespace ui
