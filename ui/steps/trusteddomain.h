// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/clipboardoffer.h"
#include "parts/copyrow.h"
#include "parts/fields.h"
#include "parts/messagebar.h"
#include "steps/consolestep.h"
#include "steps/ownershipguide.h"

namespace ui {

class SessionHost;

// Step 6: the domain whose pages may ask who the user is, and the file that proves that the domain is the
// company's. The file may be dropped on the page or named; it is then looked for at the domain.
class TrustedDomainPage : public ConsoleStepPage
{
    Q_OBJECT
public:
    TrustedDomainPage(SessionHost *host, QWidget *parent);
    void render() override;
    void retranslate() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QString offer(const QString &copied) const;
    void takeFile(const QString &path);
    void takeName(const QString &typed);
    void shorten();
    void chooseFile();

    ClipboardOffer *m_offer;
    CopyRow *m_domain;
    TextField *m_file;
    Button *m_choose;
    ConsoleCard *m_filePicture;
    OwnershipGuide *m_guide;
    Text *m_settings; // how often the domain was set for the person this month
};

} // namespace ui
