// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ui {

class Button;
class StepPage;
class Text;

// Under the page: what it says of where the person is, and the ways back and on. The page decides about the
// latter's label and whether it is open; Ctrl+Return presses it.
class Footer : public QWidget
{
    Q_OBJECT
public:
    explicit Footer(QWidget *parent);
    void render(const StepPage &page, bool hasBack);
    void focusPrimary();

signals:
    void backWanted();
    void primaryWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_status;
    Button *m_back;
    Button *m_primary;
};

} // namespace ui
