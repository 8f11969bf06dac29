// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/stages.h"
#include "parts/statusicon.h"

#include <QSet>
#include <QVBoxLayout>
#include <QWidget>

namespace ui {

class CheckRow;
class Text;

// A login's stages, one row each: what was seen of it, and on demand its time, address and answer, what it
// proves and what would be wrong with it. Rows "<name>.row1" stay in place while they change.
class StageList : public QWidget
{
    Q_OBJECT
public:
    explicit StageList(const QString &objectName, QWidget *parent = nullptr);
    void setStages(const QList<login::Stage> &stages);
    void retranslate();

private:
    struct Row
    {
        CheckRow *row;
        Text *details;
    };
    void addRow();
    void render(qsizetype index);

    QVBoxLayout *m_layout;
    QList<Row> m_rows;
    QList<login::Stage> m_stages;
    QSet<login::StageId> m_open;
};

Mark markOf(login::StageState state);

} // namespace ui
