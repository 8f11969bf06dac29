// SPDX-License-Identifier: Apache-2.0
#include "parts/openpage.h"

#include "parts/clipboard.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::OpenPage)
};

} // namespace

void openPage(const QUrl &url, QWidget *from)
{
    if (QDesktopServices::openUrl(url))
        return;
    const QString address = url.toString(QUrl::FullyEncoded);
    auto *box = new QMessageBox(QMessageBox::Warning, Words::tr("No browser opened"),
                                Words::tr("No browser could be opened. Open this address yourself:") +
                                    u"\n\n"_s + address,
                                QMessageBox::Close, from->window());
    box->setObjectName(u"open.failed"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copy = box->addButton(Words::tr("Copy the address"), QMessageBox::AcceptRole);
    copy->setObjectName(u"open.failed.copy"_s);
    QObject::connect(copy, &QPushButton::clicked, box, [address] { copyToClipboard(address); });
    box->show();
}

void openLinksOf(QTextBrowser *text)
{
    text->setOpenLinks(false);
    QObject::connect(text, &QTextBrowser::anchorClicked, text,
                     [text](const QUrl &url) { openPage(url, text); });
}

} // namespace ui
