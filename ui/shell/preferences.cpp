// SPDX-License-Identifier: Apache-2.0
#include "shell/preferences.h"

#include "shell/language.h"

#include <QEvent>
#include <QMainWindow>
#include <QStandardPaths>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"language"_s;
const QString themeKey = u"theme"_s;
const QString geometryKey = u"geometry"_s;

QString nameOf(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::Light:
        return u"light"_s;
    case Theme::Choice::Dark:
        return u"dark"_s;
    case Theme::Choice::System:
        break;
    }
    return u"system"_s;
}

} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{}

QString Preferences::fileOfUser()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/wecom-setup/window.ini"_s;
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

Theme::Choice Preferences::theme() const
{
    const auto name = m_settings.value(themeKey).toString();
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        if (name == nameOf(choice))
            return choice;
    }
    return Theme::Choice::System;
}

void Preferences::follow(QMainWindow *window)
{
    window->restoreGeometry(m_settings.value(geometryKey).toByteArray());
    window->installEventFilter(this);
    const auto before = Language::instance().code();
    connect(&Language::instance(), &Language::changed, this, [this, last = before]() mutable {
        const auto now = Language::instance().code();
        if (std::exchange(last, now) != now)
            m_settings.setValue(languageKey, now);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        const auto name = nameOf(Theme::instance().choice());
        if (m_settings.value(themeKey, u"system"_s) != name)
            m_settings.setValue(themeKey, name);
    });
}

bool Preferences::eventFilter(QObject *watched, QEvent *event)
{
    // Hidden: closed by the person, or by the session's end.
    if (event->type() == QEvent::Hide || event->type() == QEvent::Close)
        m_settings.setValue(geometryKey, static_cast<QMainWindow *>(watched)->saveGeometry());
    return QObject::eventFilter(watched, event);
}

} // namespace ui
