// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"
#include "parts/card.h"
#include "parts/messagebar.h"
#include "parts/numberedsteps.h"
#include "parts/rehearsalbar.h"
#include "parts/valuelist.h"

#include <QElapsedTimer>
#include <QTimer>

namespace ui {

// Shown while nobody knows where the plugin keeps its options. Either the person saves one disabled
// authenticator with sample values in NocoBase's own form, and the assistant, which looks every few seconds
// while the card is seen, learns from it; or the person fills in that form with the real values.
class LayoutCard : public Card
{
    Q_OBJECT
public:
    LayoutCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent = nullptr);
    void render();
    void retranslate();
    // For tests: how often and how long.
    void setPatience(std::chrono::milliseconds every, std::chrono::milliseconds limit);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildSample();
    void buildByHand();
    void watch(); // from now on, anew
    void look();
    void showWatching();
    void fillByHand();
    QString name(const QString &part) const { return objectName() + u'.' + part; }

    QPointer<assistant::SetupSession> m_session;
    QWidget *m_sample, *m_byHand;
    RehearsalBar *m_rehearsal;
    Text *m_lead;
    NumberedSteps *m_steps;
    Button *m_open, *m_openModern, *m_openByHand;
    ValueList *m_sampleValues, *m_realValues;
    Text *m_watching;
    LinkButton *m_again, *m_toByHand, *m_toSample;
    Text *m_handLead;
    Button *m_entered;
    MessageBar *m_notThere; // it was said to be entered, and nothing is to be seen
    QTimer m_next;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_every{3000}, m_limit{600000};
    bool m_isByHand = false;
};

} // namespace ui
