// SPDX-License-Identifier: Apache-2.0
#include "steps/reportpreview.h"

#include "parts/buttons.h"
#include "shell/theme.h"

#include <QTextBrowser>
#include <QVBoxLayout>

#ifdef WECOMSETUP_PRINT
#include <QPrintDialog>
#include <QPrinter>
#endif

namespace ui {

using namespace Qt::StringLiterals;

ReportPreview::ReportPreview(const report::Report &report, QWidget *parent)
    : QDialog(parent)
    , m_document(new QTextDocument(this))
{
    setObjectName(u"finish.preview"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Report"));
    setAccessibleName(windowTitle());
    resize(760, 640);
    report::layOut(report, m_document);
    auto *view = new QTextBrowser(this);
    view->setObjectName(u"finish.preview.text"_s);
    view->setAccessibleName(tr("Report"));
    // Paper is white whatever the theme.
    QPalette paper = view->palette();
    paper.setColor(QPalette::Base, Colours::light().window);
    paper.setColor(QPalette::Text, Colours::light().text);
    view->setPalette(paper);
    view->setDocument(m_document);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
#ifdef WECOMSETUP_PRINT
    auto *printButton = new Button(u"finish.preview.print"_s, this);
    printButton->setLabel(tr("&Print…"));
    connect(printButton, &QPushButton::clicked, this, &ReportPreview::print);
    buttons->addWidget(printButton);
#endif
    auto *close = new Button(Button::Kind::Primary, u"finish.preview.close"_s, this);
    close->setLabel(tr("&Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(view);
    layout->addLayout(buttons);
}

void ReportPreview::print()
{
#ifdef WECOMSETUP_PRINT
    auto *dialog = new QPrintDialog(this);
    dialog->setObjectName(u"finish.print"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) { m_document->print(printer); });
    dialog->open();
#endif
}

} // namespace ui
