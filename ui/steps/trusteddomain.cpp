// SPDX-License-Identifier: Apache-2.0
#include "steps/trusteddomain.h"

#include "checks/actions.h"
#include "parts/named.h"
#include "parts/toldbox.h"
#include "shell/sessionhost.h"
#include "wecom/identifiers.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4096; // the real one holds a short line

// The file's name out of what was copied, which may be its address.
QString fileNameIn(const QString &text)
{
    return wecom::cleaned(text).section(u'/', -1).section(u'?', 0, 0);
}

} // namespace

TrustedDomainPage::TrustedDomainPage(SessionHost *host, QWidget *parent)
    : ConsoleStepPage(host->session(), setup::StepId::TrustedDomain, 3, parent)
    , m_offer(new ClipboardOffer([this](const QString &text) { return offer(text); }, name(u"offer"_s), this))
    , m_domain(new CopyRow(name(u"domain"_s), this))
    , m_file(new TextField(name(u"file"_s), this))
    , m_choose(new Button(name(u"choose"_s), this))
    , m_filePicture(addPicture(u"file-picture"_s, u"ownership-file"_s))
    , m_guide(new OwnershipGuide(name(u"guide"_s), this))
    , m_settings(new Text(FontRole::Small, Text::Tone::Muted, name(u"settings"_s), this))
{
    instructions()->addWidget(0, m_domain);
    instructions()->addWidget(0, m_settings);
    instructions()->addWidget(1, m_file);
    auto *row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addStretch(1);
    auto *holder = named(new QWidget(this), name(u"chooser"_s), {});
    row->setContentsMargins(0, 0, 0, 0);
    holder->setLayout(row);
    instructions()->addWidget(1, holder);
    instructions()->addWidget(1, m_guide);
    instructions()->addWidget(2, new ToldBox(session(), ToldBox::Source::Console, name(u"told"_s), this));
    setAcceptDrops(true);
    column()->insertWidget(column()->indexOf(doCard()), m_offer);
    connect(m_offer, &ClipboardOffer::taken, this, [this](const QString &raw) {
        m_file->setText(fileNameIn(raw));
        takeName(m_file->text());
        this->session()->check(stepId());
    });
    connect(m_file, &TextField::edited, this, &TrustedDomainPage::takeName);
    connect(m_file, &TextField::pasted, this, [this](const QString &raw) {
        m_file->setText(wecom::cleaned(raw));
        shorten();
        takeName(m_file->text());
    });
    connect(m_file, &TextField::finished, this, [this] {
        shorten();
        if (wecom::isOwnershipFileName(m_file->text()))
            this->session()->check(stepId());
    });
    // In a rehearsal the console is simulated, so its file cannot be downloaded by hand.
    connect(rehearsalBar(), &RehearsalBar::performed, this, [this, host] {
        if (host->rehearsal())
            this->session()->setOwnershipFile(host->rehearsal()->ownershipFile());
        this->session()->checkAgain(stepId());
    });
    connect(m_choose, &QPushButton::clicked, this, &TrustedDomainPage::chooseFile);
}

void TrustedDomainPage::render()
{
    ConsoleStepPage::render();
    m_domain->setValue(domainForConsole(*session()), tr("Trusted domain"));
    const QString known = session()->setup().domainFile.name;
    if (!m_file->edit()->hasFocus() && !known.isEmpty() && m_file->text() != known) {
        m_file->setText(known);
        m_file->setMessage(TextField::Tone::Hint, {}); // what was said was about another text
    }
    const auto findings = session()->findings(stepId());
    const bool inPlace = std::any_of(findings.begin(), findings.end(), [](const checks::Finding &finding) {
        return finding.check == u"domain.file"_s && finding.severity == checks::Severity::Ok;
    });
    m_guide->render(inPlace ? setup::DomainFile() : session()->setup().domainFile,
                    session()->setup().authenticator.origin);
    const bool offered = std::any_of(findings.begin(), findings.end(), [](const checks::Finding &finding) {
        return finding.action == QLatin1String(checks::action::setTrustedDomain);
    });
    const int settings = session()->domainSettingsThisMonth();
    m_settings->setVisible(offered || settings > 0);
    m_settings->setText(
        tr("Set by this program this month: %1. WeCom takes 20 a month of a company.").arg(settings));
}

void TrustedDomainPage::retranslate()
{
    ConsoleStepPage::retranslate();
    instructions()->setRich(0, tr("Choose <b>Set trusted domain name</b> and paste"));
    instructions()->setRich(
        1, tr("Download the verification file and put it at the root of your site, or drop it here to see "
              "what to do with it"));
    instructions()->setRich(2, tr("Choose <b>Confirm</b>, then come back"));
    m_guide->retranslate();
    m_filePicture->setHeading(tr("The verification file"));
    m_file->setLabel(tr("Name of the &verification file"));
    m_file->setPlaceholder(u"WW_verify_….txt"_s);
    m_choose->setLabel(tr("C&hoose the file…"));
    findChild<QWidget *>(name(u"chooser"_s))->setAccessibleName(tr("Choose the file"));
}

QString TrustedDomainPage::offer(const QString &copied) const
{
    const auto file = fileNameIn(copied);
    const bool fits = wecom::isOwnershipFileName(file) && file != session()->setup().domainFile.name;
    return fits ? tr("On your clipboard: the verification file's name, %1").arg(file) : QString();
}

// The file's address becomes its name.
void TrustedDomainPage::shorten()
{
    if (const auto file = fileNameIn(m_file->text()); wecom::isOwnershipFileName(file))
        m_file->setText(file);
}

void TrustedDomainPage::takeName(const QString &typed)
{
    const auto file = fileNameIn(typed);
    if (typed.trimmed().isEmpty()) {
        m_file->setMessage(TextField::Tone::Hint, {});
        session()->setOwnershipFile({});
    } else if (wecom::isOwnershipFileName(file)) {
        m_file->setMessage(TextField::Tone::Hint, {});
        session()->setOwnershipFile(file);
    } else {
        m_file->setMessage(TextField::Tone::Warning,
                           tr("The file's name begins with WW_verify_ and ends with .txt."));
    }
}

void TrustedDomainPage::takeFile(const QString &path)
{
    const QFileInfo info(path);
    m_file->setText(info.fileName());
    if (!wecom::isOwnershipFileName(info.fileName())) {
        m_file->setMessage(
            TextField::Tone::Problem,
            tr("“%1” is not the verification file: its name begins with WW_verify_ and ends with .txt.")
                .arg(info.fileName()));
        return;
    }
    QFile file(path);
    if (info.size() > largestFile || !file.open(QIODevice::ReadOnly)) {
        m_file->setMessage(TextField::Tone::Problem, tr("“%1” could not be read.").arg(info.fileName()));
        return;
    }
    m_file->setMessage(TextField::Tone::Hint, {});
    session()->setOwnershipFile(info.fileName(), file.readAll());
    session()->checkAgain(stepId());
}

void TrustedDomainPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Verification file"), QString(), u"WW_verify_*.txt (*.txt)"_s);
    dialog->setObjectName(name(u"dialog"_s));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &TrustedDomainPage::takeFile);
    dialog->open();
}

void TrustedDomainPage::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void TrustedDomainPage::dropEvent(QDropEvent *event)
{
    takeFile(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
}

} // namespace ui
