// SPDX-License-Identifier: Apache-2.0
#include "shell/theme.h"

#include "shell/desktop.h"
#include "shell/fonts.h"
#include "shell/language.h"
#include "shell/presentation.h"

#include "shell/style.h"

#include <QApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QStyleHints>
#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// What the desktop says in so many words counts more than what its palette looks like.
std::optional<bool> toldByDesktop()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const auto scheme = QGuiApplication::styleHints()->colorScheme(); scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return Desktop::instance().isDark();
}

// Those who were given a font of the Theme's for one language get its like for the one of today.
void refit(const QString &from)
{
    const auto &to = Language::instance().code();
    if (Fonts::families(from, false) == Fonts::families(to, false))
        return;
    QApplication::setFont(Theme::font(FontRole::Body));
    const auto widgets = QApplication::allWidgets();
    for (const bool mono : {false, true}) {
        const auto before = Fonts::families(from, mono);
        const auto now = Fonts::families(to, mono);
        for (auto *widget : widgets) {
            if (!widget->testAttribute(Qt::WA_SetFont) || widget->font().families() != before)
                continue;
            auto font = widget->font();
            font.setFamilies(now);
            widget->setFont(font);
        }
    }
}

void showMnemonics(QWidget *window, bool shown)
{
    auto *style = qobject_cast<Style *>(QApplication::style());
    if (!style)
        return;
    style->setUnderlines(shown);
    const auto widgets = window->findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (widget->inherits("QAbstractButton") || widget->inherits("QLabel"))
            widget->update();
    }
}

struct FontMeasure
{
    qreal pixels;
    QFont::Weight weight;
};

FontMeasure measureOf(FontRole role)
{
    switch (role) {
    case FontRole::Body:
        return {14, QFont::Normal};
    case FontRole::Check:
        return {13.5, QFont::Normal};
    case FontRole::Small:
    case FontRole::Kicker:
        return {12.5, QFont::Normal};
    case FontRole::Group:
        return {11.5, QFont::Bold};
    case FontRole::Label:
        return {13, QFont::Bold};
    case FontRole::CardTitle:
        return {13.5, QFont::Bold};
    case FontRole::Title:
        return {23, QFont::Bold};
    case FontRole::Brand:
        return {15, QFont::Bold};
    case FontRole::Mono:
        return {13, QFont::Normal};
    }
    return {14, QFont::Normal};
}

} // namespace

Colours Colours::light()
{
    Colours c;
    c.window = QColor(0xffffff);
    c.rail = QColor(0xf4f6f9);
    c.line = QColor(0xe1e6ee);
    c.text = QColor(0x1c2430);
    c.muted = QColor(0x5c6878);
    c.accent = QColor(0x2457d6);
    c.accentSoft = QColor(0xeaf0ff);
    c.onAccent = QColor(0xffffff);
    c.ok = QColor(0x18794e);
    c.okSoft = QColor(0xe8f6ee);
    c.warn = QColor(0x8a5a00);
    c.warnSoft = QColor(0xfff4dc);
    c.bad = QColor(0xb42318);
    c.badSoft = QColor(0xfdecea);
    c.field = QColor(0xffffff);
    c.card = QColor(0xffffff);
    return c;
}

Colours Colours::darkOnes()
{
    Colours c;
    c.window = QColor(0x171b22);
    c.rail = QColor(0x12161c);
    c.line = QColor(0x2b3340);
    c.text = QColor(0xe6ebf2);
    c.muted = QColor(0x9aa7b8);
    c.accent = QColor(0x7da2ff);
    c.accentSoft = QColor(0x1e2a47);
    c.onAccent = QColor(0x171b22);
    c.ok = QColor(0x5fd39a);
    c.okSoft = QColor(0x14301f);
    c.warn = QColor(0xf2c265);
    c.warnSoft = QColor(0x362a10);
    c.bad = QColor(0xff8f85);
    c.badSoft = QColor(0x3d1b18);
    c.field = QColor(0x1e242d);
    c.card = QColor(0x1b2129);
    c.dark = true;
    return c;
}

QPalette Colours::palette() const
{
    QPalette p(text, card, line, line, line, text, text, field, window);
    p.setColor(QPalette::AlternateBase, rail);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, muted);
    p.setColor(QPalette::Shadow, line);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, card);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, muted);
    return p;
}

Theme::Theme() : m_colours(Colours::light()) {}

Theme &Theme::instance()
{
    // Belongs to the application, so that it goes before the application's own state does.
    static QPointer<Theme> theme;
    if (!theme) {
        theme = new Theme;
        theme->setParent(QCoreApplication::instance());
    }
    return *theme;
}

void Theme::install(QApplication *application)
{
    const bool dark = isDark(QGuiApplication::palette());
    QApplication::setStyle(new Style);
    QApplication::setFont(font(FontRole::Body));
    application->installEventFilter(this);
    connect(&Language::instance(), &Language::changed, this,
            [before = Language::instance().code()]() mutable {
                refit(std::exchange(before, Language::instance().code()));
            });
    connect(&Desktop::instance(), &Desktop::changed, this, &Theme::followSystem);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::followSystem);
#endif
    apply(m_choice == Choice::System ? dark : m_choice == Choice::Dark);
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    if (choice != Choice::System) {
        apply(choice == Choice::Dark);
        return;
    }
    followSystem();
    emit changed(); // the choice is another one, even where the colours are not
}

void Theme::followSystem()
{
    if (m_choice != Choice::System || m_applying)
        return;
    if (const auto told = toldByDesktop()) {
        if (*told != m_colours.dark)
            apply(*told);
        return;
    }
    // Without our own palette in the way, the application shows the system's.
    m_applying = true;
    QApplication::setPalette(QPalette());
    const bool dark = isDark(QGuiApplication::palette());
    m_applying = false;
    apply(dark);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == QCoreApplication::instance() &&
        !m_applying && m_choice == Choice::System) {
        const bool dark = toldByDesktop().value_or(isDark(QGuiApplication::palette()));
        if (dark != m_colours.dark)
            apply(dark);
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt && watched->isWidgetType())
            showMnemonics(static_cast<QWidget *>(watched)->window(), event->type() == QEvent::KeyPress);
    }
    if (event->type() == QEvent::ThemeChange && watched->isWidgetType() &&
        static_cast<QWidget *>(watched)->isWindow())
        followSystem();
    return QObject::eventFilter(watched, event);
}

void Theme::apply(bool dark)
{
    m_applying = true;
    m_colours = dark ? Colours::darkOnes() : Colours::light();
    QApplication::setPalette(m_colours.palette());
    m_applying = false;
    emit changed();
}

QFont Theme::font(FontRole role)
{
    const auto measure = measureOf(role);
    QFont font;
    font.setFamilies(Fonts::families(Language::instance().code(), role == FontRole::Mono));
    font.setPointSizeF(
        measure.pixels * 0.75 *
        Presentation::instance().scale()); // points, so that the desktop's text scaling is followed
    font.setWeight(measure.weight);
    if (role == FontRole::Mono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

const Colours &colours()
{
    return Theme::instance().colours();
}

} // namespace ui
