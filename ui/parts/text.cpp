// SPDX-License-Identifier: Apache-2.0
#include "parts/text.h"

#include "parts/announce.h"
#include "shell/presentation.h"

#include <QTextDocumentFragment>

namespace ui {

namespace {

// Long addresses get invisible places for a line to break: after their marks, and within long runs.
QString breakable(const QString &text)
{
    constexpr int longest = 28;
    QString shown;
    int word = 0;
    int run = 0;
    for (const auto c : text) {
        shown += c;
        const bool ends = c.isSpace() || c.unicode() > 0x2000;
        word = ends ? 0 : word + 1;
        run = ends ? 0 : run + 1;
        const bool mark = c == u'/' || c == u'.' || c == u'?' || c == u'&' || c == u'=' || c == u'-' ||
                          c == u'_' || c == u'%';
        if (word > longest && (mark || run >= 12)) {
            shown += QChar(0x200B);
            run = 0;
        }
    }
    return shown;
}

} // namespace

Text::Text(FontRole role, Tone tone, const QString &objectName, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setObjectName(objectName);
    setFont(Theme::font(role));
    setWordWrap(true);
    if (role == FontRole::Title || role == FontRole::CardTitle)
        setHeading(this);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    connect(&Theme::instance(), &Theme::changed, this, &Text::recolour);
    connect(&Presentation::instance(), &Presentation::changed, this, &Text::say);
    recolour();
}

void Text::setText(const QString &plain)
{
    m_said = plain;
    m_isRich = false;
    m_isOwn = false;
    say();
}

void Text::setRich(const QString &html)
{
    m_said = html;
    m_isRich = true;
    m_isOwn = false;
    say();
}

void Text::setOwn(const QString &plain)
{
    m_said = plain;
    m_isRich = false;
    m_isOwn = true;
    say();
}

void Text::say()
{
    const QString shown = m_isOwn ? m_said : Presentation::instance().shown(m_said);
    setTextFormat(m_isRich ? Qt::RichText : Qt::PlainText);
    QLabel::setText(m_isRich ? shown : breakable(shown));
    setAccessibleName(m_isRich ? QTextDocumentFragment::fromHtml(shown).toPlainText() : shown);
}

void Text::setTone(Tone tone)
{
    m_tone = tone;
    recolour();
}

void Text::recolour()
{
    const auto &c = colours();
    QColor colour = c.text;
    switch (m_tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        colour = c.muted;
        break;
    case Tone::Accent:
        colour = c.accent;
        break;
    case Tone::Ok:
        colour = c.ok;
        break;
    case Tone::Warn:
        colour = c.warn;
        break;
    case Tone::Bad:
        colour = c.bad;
        break;
    }
    QPalette p = palette();
    p.setColor(QPalette::WindowText, colour);
    p.setColor(QPalette::Link, c.accent);
    setPalette(p);
}

} // namespace ui
