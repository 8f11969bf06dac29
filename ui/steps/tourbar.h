// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/tour.h"
#include "parts/buttons.h"
#include "parts/card.h"

class QComboBox;

namespace ui {

// The tour over the page: what is told at this station, where it is in its chapter, and the player's buttons.
// Before a tour has begun it only offers one.
class TourBar : public Card
{
    Q_OBJECT
public:
    TourBar(assistant::Tour *tour, const QString &objectName, QWidget *parent = nullptr);
    void retranslate();
    void focusPlayer();                // whoever begins by keyboard goes on from here
    void setNote(const QString &note); // told beside the station, e.g. that there is no browser

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void fillChapters();
    void render();
    void arrange();
    void renderButtons();
    void paintIcons();
    void tell(const assistant::TourWords &words);

    assistant::Tour *m_tour;
    QComboBox *m_chapters;
    Text *m_caption, *m_progress, *m_title, *m_text, *m_note;
    QBoxLayout *m_player; // chapters and buttons: one line while no tour goes on
    QWidget *m_told;
    Button *m_start, *m_play, *m_step, *m_next;
    LinkButton *m_leave;
    QString m_said;
};

} // namespace ui
