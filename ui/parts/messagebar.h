// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"
#include "parts/text.h"

#include <QHBoxLayout>
#include <QWidget>

namespace ui {

// A sentence on a soft ground, with buttons where it asks something. Its tone is told in the text as well.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Info, Ok, Warning, Problem };
    explicit MessageBar(const QString &objectName, QWidget *parent = nullptr);
    void setMessage(Tone tone, const QString &text); // hides itself when empty
    // Buttons stand under the text in the order they are added; label them with setLabel().
    Button *addButton(const QString &name, Button::Kind kind = Button::Kind::Plain);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_text;
    QHBoxLayout *m_buttons;
    Tone m_tone = Tone::Info;
};

} // namespace ui
