// SPDX-License-Identifier: Apache-2.0
#include "shell/presentation.h"

#include "shell/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char nameProperty[] = "presentation.name";
constexpr char descriptionProperty[] = "presentation.description";

// As a part of a longer word an identifier is another word.
bool isWordChar(QChar c)
{
    return c.unicode() < 0x2000 && (c.isLetterOrNumber() || c == u'_');
}

const QString &dots()
{
    static const QString four(4, u'•');
    return four;
}

// Behind the port that follows a host, or where it was.
qsizetype behindPort(const QString &text, qsizetype at)
{
    static const QRegularExpression port(u":[0-9]{1,5}(?![0-9])"_s);
    const auto match =
        port.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.capturedEnd() : at;
}

QString hidden(const QString &text, const QString &identifier)
{
    QString out;
    qsizetype from = 0;
    for (auto at = text.indexOf(identifier); at >= 0; at = text.indexOf(identifier, at + 1)) {
        const auto end = at + identifier.size();
        const bool inside = (at > 0 && isWordChar(text[at - 1]) && isWordChar(identifier.front())) ||
                            (end < text.size() && isWordChar(text[end]) && isWordChar(identifier.back()));
        if (inside || at < from)
            continue;
        out += QStringView(text).mid(from, at - from);
        out += dots();
        from = behindPort(text, end);
    }
    out += QStringView(text).mid(from);
    return out;
}

// Widgets with a font of their own follow no application font.
void resizeFonts(qreal ratio)
{
    QApplication::setFont(Theme::font(FontRole::Body));
    const auto all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (!widget->testAttribute(Qt::WA_SetFont))
            continue;
        QFont font = widget->font();
        font.setPointSizeF(font.pointSizeF() * ratio);
        widget->setFont(font);
    }
}

} // namespace

Presentation &Presentation::instance()
{
    static QPointer<Presentation> presentation;
    if (!presentation) {
        presentation = new Presentation;
        presentation->setParent(QCoreApplication::instance());
    }
    return *presentation;
}

void Presentation::set(bool on)
{
    if (on == m_on)
        return;
    const qreal before = scale();
    m_on = on;
    resizeFonts(scale() / before);
    tellAll();
}

// Everything says its words anew.
void Presentation::tellAll()
{
    emit changed();
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(window, &event);
    }
    const auto all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (const QVariant name = widget->property(nameProperty); name.isValid())
            widget->setAccessibleName(shown(name.toString()));
        if (const QVariant description = widget->property(descriptionProperty); description.isValid())
            widget->setAccessibleDescription(shown(description.toString()));
    }
}

void Presentation::say(QWidget *widget, const QString &name) const
{
    widget->setProperty(nameProperty, name);
    widget->setAccessibleName(shown(name));
}

void Presentation::describe(QWidget *widget, const QString &description) const
{
    widget->setProperty(descriptionProperty, description);
    widget->setAccessibleDescription(shown(description));
}

void Presentation::setIdentifiers(QStringList identifiers)
{
    // Two Chinese characters are a name; two letters are in every other word.
    identifiers.removeIf(
        [](const QString &one) { return one.size() < 2 || (one.size() < 3 && isWordChar(one.front())); });
    identifiers.removeDuplicates();
    std::sort(identifiers.begin(), identifiers.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    if (identifiers == m_identifiers)
        return;
    m_identifiers = identifiers;
    if (m_on)
        tellAll();
}

QString Presentation::shown(const QString &text) const
{
    if (!m_on)
        return text;
    QString out = text;
    for (const QString &one : m_identifiers)
        out = hidden(out, one);
    return out;
}

QString Presentation::name(const QString &name) const
{
    return m_on && !name.isEmpty() ? dots() : name;
}

QJsonObject Presentation::shown(QJsonObject evidence) const
{
    for (const auto &who : {u"user"_s, u"account"_s}) {
        if (const auto said = evidence.value(who); said.isString())
            evidence.insert(who, name(said.toString()));
    }
    return evidence;
}

} // namespace ui
