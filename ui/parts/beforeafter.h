// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/plan.h"

#include <QWidget>

#include <functional>

class QGridLayout;

namespace ui {

// What is there and what will be there, field by field; changing rows stand on a soft ground and are told in
// words too. It is drawn from labels, so that text wraps and every cell can be read out.
class BeforeAfterTable : public QWidget
{
    Q_OBJECT
public:
    explicit BeforeAfterTable(const QString &objectName, QWidget *parent = nullptr);
    // heading: of the first column, e.g. "Authenticator “wecom”". Field labels come from `label`.
    void setChanges(const QString &heading, const QList<apply::Change> &changes,
                    const std::function<QString(const apply::Change &)> &label,
                    const std::function<QString(const apply::Change &, bool after)> &value);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QGridLayout *m_grid;
    QList<bool> m_changing;
};

} // namespace ui
