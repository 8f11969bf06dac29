// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace ui {

// Every colour of the window by what it is for. There are no literal colours anywhere else (but a QR code's
// black on white).
struct Colours
{
    QColor window, rail, line, text, muted;
    QColor accent, accentSoft, onAccent;
    QColor ok, okSoft, warn, warnSoft, bad, badSoft;
    QColor field, card;
    bool dark = false;

    static Colours light();
    static Colours darkOnes();
    QPalette palette() const;
};

enum class FontRole { Body, Check, Small, Group, Label, CardTitle, Kicker, Title, Brand, Mono };

// Measures in device-independent pixels, as on the design's pictures.
namespace metric {
inline constexpr int radius = 7, cardRadius = 10, railWidth = 264, sideWidth = 300, pageMargin = 34,
                     scrollBar = 12, gap = 14, columnGap = 24;
}

// The one look of the program: light or dark as the system has it, or as it is told. install() sets style,
// palette and font of the application; changed() tells widgets which paint with colours() themselves. Needs a
// QApplication.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    static Theme &instance();
    void install(QApplication *application);
    void setChoice(Choice choice);
    Choice choice() const { return m_choice; }
    const Colours &colours() const { return m_colours; }
    static QFont font(FontRole role);
    // The system says that its look may have changed.
    void followSystem();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();

private:
    Theme();
    void apply(bool dark);

    Choice m_choice = Choice::System;
    Colours m_colours;
    bool m_applying = false;
};

// Short for Theme::instance().colours().
const Colours &colours();

} // namespace ui
