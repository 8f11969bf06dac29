// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace ui {

// The round mark in front of a row. Never alone: the row's text says the same.
enum class Mark { Ok, Confirmed, Notice, Warning, Problem, Running, Todo, Current };

void drawMark(QPainter *painter, const QRectF &rect, Mark mark, int turn = 0);
QString markText(Mark mark); // for screen readers: "Checked", "Problem", ...

class StatusIcon : public QWidget
{
    Q_OBJECT
public:
    explicit StatusIcon(const QString &objectName, QWidget *parent = nullptr);
    void setMark(Mark mark);
    Mark mark() const { return m_mark; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void spin();
    Mark m_mark = Mark::Todo;
    QTimer m_timer;
    int m_turn = 0;
};

} // namespace ui
