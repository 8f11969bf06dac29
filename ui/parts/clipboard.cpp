// SPDX-License-Identifier: Apache-2.0
#include "parts/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QTimer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// What was put there last. Belongs to the application, so that the clipboard is cleared before it goes.
class Keeper : public QObject
{
public:
    static Keeper &instance()
    {
        static QPointer<Keeper> keeper;
        if (!keeper)
            keeper = new Keeper;
        return *keeper;
    }

    void put(QMimeData *data, bool sensitive)
    {
        m_data = data;
        m_sensitive = sensitive;
        QGuiApplication::clipboard()->setMimeData(data);
        if (sensitive)
            m_timer.start(m_life);
        else
            m_timer.stop();
    }
    bool isOwn() const { return m_data && QGuiApplication::clipboard()->mimeData() == m_data; }

    std::chrono::milliseconds m_life = std::chrono::minutes(1);

private:
    Keeper() : QObject(QCoreApplication::instance())
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Keeper::clear);
        connect(qGuiApp, &QCoreApplication::aboutToQuit, this, &Keeper::clear);
    }
    void clear()
    {
        if (m_sensitive && isOwn())
            QGuiApplication::clipboard()->clear();
        m_sensitive = false;
    }

    QTimer m_timer;
    QPointer<QMimeData> m_data;
    bool m_sensitive = false;
};

// As KDE's Klipper and others read it; and as Windows documents it for its history and its cloud clipboard
// (learn.microsoft.com, "Clipboard formats": the last two are a DWORD that is zero).
void mark(QMimeData *data)
{
    const auto windows = [](const QString &name) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name);
    };
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    data->setData(windows(u"ExcludeClipboardContentFromMonitorProcessing"_s), "1");
    data->setData(windows(u"CanIncludeInClipboardHistory"_s), QByteArray(4, '\0'));
    data->setData(windows(u"CanUploadToCloudClipboard"_s), QByteArray(4, '\0'));
}

} // namespace

void copyToClipboard(const QString &text, bool sensitive)
{
    auto *data = new QMimeData;
    data->setText(text);
    if (sensitive)
        mark(data);
    Keeper::instance().put(data, sensitive);
}

bool isOwnClipboard()
{
    return Keeper::instance().isOwn();
}

std::chrono::milliseconds clipboardLife()
{
    return Keeper::instance().m_life;
}

void setClipboardLife(std::chrono::milliseconds life)
{
    Keeper::instance().m_life = life;
}

} // namespace ui
