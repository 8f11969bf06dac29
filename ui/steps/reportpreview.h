// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report.h"

#include <QDialog>

class QTextDocument;

namespace ui {

// The report as it will be printed, to look at and to print. Deletes itself when closed.
class ReportPreview : public QDialog
{
    Q_OBJECT
public:
    ReportPreview(const report::Report &report, QWidget *parent);

private:
    void print();
    QTextDocument *m_document;
};

} // namespace ui
