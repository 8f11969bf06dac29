// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/text.h"

#include <QVBoxLayout>
#include <QWidget>

namespace ui {

// A rounded frame with a heading.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &objectName, QWidget *parent = nullptr);
    void setTitle(const QString &title); // hidden when empty
    QVBoxLayout *body() const { return m_body; }
    // No inner margin: for content that draws up to the edge.
    void setFlush();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_title;
    QVBoxLayout *m_layout;
    QVBoxLayout *m_body;
};

} // namespace ui
