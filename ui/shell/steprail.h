// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "assistant/setupsession.h"

#include <QAbstractButton>
#include <QWidget>

class QMenu;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ui {

class PresentationLink;
class ThemeMenu;
class LinkButton;
class Text;

// One step in the rail; object name "rail.<step name>". Its state is a shape and a word, not only a colour.
class RailItem : public QAbstractButton
{
    Q_OBJECT
public:
    RailItem(setup::StepId id, QWidget *parent);
    void set(const QString &text, assistant::StepState state, bool current, bool busy);
    setup::StepId step() const { return m_id; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool isPointedAt() const;
    setup::StepId m_id;
    assistant::StepState m_state = assistant::StepState::Open;
    bool m_current = false;
    bool m_busy = false;
};

// The left side of the window: brand, whose setup it is, the steps in their groups with their state, the
// language and the look, the guide, and about the program.
class StepRail : public QWidget
{
    Q_OBJECT
public:
    explicit StepRail(QWidget *parent = nullptr);
    void setSession(assistant::SetupSession *session);
    void setCurrent(setup::StepId id);
    void render();
    RailItem *item(setup::StepId id) const { return m_items.value(id); }

signals:
    void chosen(setup::StepId id);
    void helpWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildFoot(QVBoxLayout *layout);
    void retranslate();
    void showWho(const QString &who);
    void showCurrent(); // scrolls there where the list is too high
    QPointer<assistant::SetupSession> m_session;
    setup::StepId m_current = setup::StepId::Welcome;
    QMap<setup::StepId, RailItem *> m_items;
    QScrollArea *m_scroll = nullptr;
    QMap<assistant::Group, Text *> m_groups;
    Text *m_brand;
    Text *m_who;
    QToolButton *m_language, *m_help, *m_about;
    PresentationLink *m_present;
    QMenu *m_menu;
    ThemeMenu *m_themes;
};

} // namespace ui
