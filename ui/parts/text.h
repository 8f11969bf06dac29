// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/theme.h"

#include <QLabel>

#include <algorithm>

namespace ui {

// A label in one of the design's voices; wraps, follows the theme, and reads itself out.
class Text : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Plain, Muted, Accent, Ok, Warn, Bad };
    Text(FontRole role, Tone tone, const QString &objectName, QWidget *parent = nullptr);
    explicit Text(const QString &objectName, QWidget *parent = nullptr)
        : Text(FontRole::Body, Tone::Plain, objectName, parent)
    {}

    void setText(const QString &plain); // plain text
    void setRich(const QString &html);  // <b> and links; escape what is put in
    // Words of the program's own, with no value in them: a presentation hides nothing in them, although
    // somebody's setup or app may be called as they are.
    void setOwn(const QString &plain);
    void setTone(Tone tone);
    // A box layout asks with its own width, even where the label may not become that wide.
    int heightForWidth(int width) const override
    {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }

private:
    void recolour();
    void say();
    Tone m_tone;
    QString m_said; // as it was given
    bool m_isRich = false;
    bool m_isOwn = false;
};

} // namespace ui
