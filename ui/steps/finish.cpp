// SPDX-License-Identifier: Apache-2.0
#include "steps/finish.h"

#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "parts/flowlayout.h"
#include "report/poster.h"
#include "report/reminder.h"
#include "report/report.h"
#include "report/todo.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "steps/reportpreview.h"

#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>

namespace ui {

using namespace Qt::StringLiterals;
using assistant::StepState;

namespace {

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::Verified:
        return Mark::Ok;
    case StepState::Confirmed:
        return Mark::Confirmed;
    case StepState::NeedsAttention:
        return Mark::Warning;
    case StepState::Open:
        break;
    }
    return Mark::Todo;
}

// When a step was found to be right, by what is remembered of an earlier run with the same values.
QDateTime lastSeen(setup::StepId step, const QList<checks::Finding> &remembered)
{
    QDateTime at;
    for (const auto &finding : remembered) {
        if (finding.step == step)
            at = std::max(at, finding.at);
    }
    return assistant::stateOf(step, remembered, false) == StepState::Verified ? at : QDateTime();
}

} // namespace

FinishPage::FinishPage(assistant::SetupSession *session, QWidget *parent)
    : StepPage(session, setup::StepId::Finish, parent)
    , m_statesCard(new Card(u"finish.states"_s, this))
    , m_leftCard(new Card(u"finish.left"_s, this))
    , m_reportCard(new Card(u"finish.report"_s, this))
    , m_colleaguesCard(new Card(u"finish.colleagues"_s, this))
    , m_handOverCard(new Card(u"finish.hand-over"_s, this))
    , m_states(new Timeline(u"finish.steps"_s, m_statesCard))
    , m_left(new Timeline(u"finish.left.items"_s, m_leftCard))
    , m_again(new Text(FontRole::Check, Text::Tone::Muted, u"finish.again"_s, m_statesCard))
    , m_reportText(new Text(FontRole::Check, Text::Tone::Muted, u"finish.report.text"_s, m_reportCard))
    , m_handOverText(new Text(FontRole::Check, Text::Tone::Muted, u"finish.hand-over.text"_s, m_handOverCard))
    , m_checkAll(new Button(u"finish.check-all"_s, m_statesCard))
    , m_remind(new Button(u"finish.remind"_s, m_statesCard))
    , m_copyLeft(new Button(u"finish.copy-left"_s, m_leftCard))
    , m_saveLeft(new Button(u"finish.save-left"_s, m_leftCard))
    , m_saveReport(new Button(Button::Kind::Primary, u"finish.save-report"_s, m_reportCard))
    , m_preview(new Button(u"finish.preview-report"_s, m_reportCard))
    , m_savePoster(new Button(u"finish.save-poster"_s, m_colleaguesCard))
    , m_saveHandOver(new Button(u"finish.save-hand-over"_s, m_handOverCard))
    , m_saved(new MessageBar(u"finish.saved"_s, this))
    , m_first(new NumberedSteps(u"finish.first"_s, 3, m_colleaguesCard))
    , m_link(new CopyRow(u"finish.link"_s, m_colleaguesCard))
    , m_qr(new QrCode(u"finish.qr"_s, m_colleaguesCard))
{
    buildColumn();
    buildSide();
}

void FinishPage::buildColumn()
{
    m_statesCard->body()->addWidget(m_states);
    m_statesCard->body()->addWidget(m_again);
    auto *again = new FlowLayout(8);
    again->addWidget(m_checkAll);
    again->addWidget(m_remind);
    m_statesCard->body()->addLayout(again);
    m_leftCard->body()->addWidget(m_left);
    auto *left = new FlowLayout(8);
    left->addWidget(m_copyLeft);
    left->addWidget(m_saveLeft);
    m_leftCard->body()->addLayout(left);
    for (QWidget *part : std::initializer_list<QWidget *>{m_statesCard, m_leftCard})
        column()->addWidget(part);
    connect(&Presentation::instance(), &Presentation::changed, this, &FinishPage::render);
    connect(m_checkAll, &QPushButton::clicked, this, &FinishPage::checkEverything);
    connect(m_remind, &QPushButton::clicked, this, &FinishPage::saveReminder);
    connect(m_copyLeft, &QPushButton::clicked, this, &FinishPage::copyLeft);
    connect(m_saveLeft, &QPushButton::clicked, this, &FinishPage::saveLeft);
}

void FinishPage::buildSide()
{
    auto *reportButtons = new FlowLayout(8);
    reportButtons->addWidget(m_saveReport);
    reportButtons->addWidget(m_preview);
    m_reportCard->body()->addWidget(m_reportText);
    m_reportCard->body()->addLayout(reportButtons);
    m_colleaguesCard->body()->addWidget(m_first);
    m_colleaguesCard->body()->addWidget(m_qr, 0, Qt::AlignHCenter);
    m_colleaguesCard->body()->addWidget(m_link);
    m_colleaguesCard->body()->addWidget(m_savePoster, 0, Qt::AlignLeft);
    m_handOverCard->body()->addWidget(m_handOverText);
    m_handOverCard->body()->addWidget(m_saveHandOver, 0, Qt::AlignLeft);
    setSideWidth(360);
    for (QWidget *card : std::initializer_list<QWidget *>{m_reportCard, m_colleaguesCard, m_handOverCard})
        side()->addWidget(card);
    connect(m_saveReport, &QPushButton::clicked, this, &FinishPage::saveReport);
    connect(m_preview, &QPushButton::clicked, this, &FinishPage::preview);
    connect(m_savePoster, &QPushButton::clicked, this, &FinishPage::savePoster);
    connect(m_saveHandOver, &QPushButton::clicked, this, &FinishPage::saveHandOver);
}

QString FinishPage::footerText() const
{
    const auto [done, wrong, all] = session()->progress();
    const auto before = assistant::progressOf(session()->record().findings, session()->setup().confirmed);
    const QString last =
        before.done > done ? u' ' + tr("When last checked: %1 of %2").arg(before.done).arg(all) : QString();
    if (wrong > 0)
        return tr("%1 of %2 steps done, %n need attention", nullptr, wrong).arg(done).arg(all) + last;
    return tr("%1 of %2 steps done").arg(done).arg(all) + last;
}

void FinishPage::render()
{
    renderStates();
    renderLeft();
    m_checkAll->setEnabled(!session()->isBusy());
    const QString link = session()->homepageLink();
    m_link->setValue(link, tr("Workbench homepage"));
    m_qr->setText(link, tr("QR code of the workbench homepage, to be scanned with WeCom"));
    // Both name the server, the code to every phone in the room.
    const bool presents = Presentation::instance().isOn();
    m_link->setVisible(!presents);
    m_qr->setVisible(!presents && m_qr->isValid());
    m_savePoster->setVisible(!link.isEmpty()); // else the row above says what is missing
}

void FinishPage::renderStates()
{
    QList<checks::Finding> remembered;
    const auto stored = session()->record().findings;
    for (const QJsonValue &one : stored)
        remembered.append(checks::findingFromJson(one.toObject()));
    const QString language = Language::instance().code();
    const auto &catalogue = checks::Catalogue::instance();
    QList<Timeline::Item> items;
    for (const auto &step : assistant::steps()) {
        if (step.id == stepId())
            continue;
        const auto state = session()->state(step.id);
        QStringList wrong;
        const auto findings = session()->findings(step.id);
        for (const auto &finding : findings) {
            if (finding.isWrong())
                wrong << catalogue.words(finding, language).title;
        }
        QString word = state == StepState::Verified
                           ? QString()
                           : catalogue.label(u"states"_s, assistant::stateName(state), language);
        if (const auto seen = state == StepState::Open ? lastSeen(step.id, remembered) : QDateTime();
            seen.isValid())
            word = tr("Was checked on %1; not looked at since the start")
                       .arg(QLocale().toString(seen.toLocalTime(), QLocale::ShortFormat));
        const QString detail = wrong.isEmpty() ? word : wrong.join(u'\n');
        items.append({markOf(state), catalogue.step(step.id, language).rail, detail});
    }
    m_states->setItems(items);
}

void FinishPage::renderLeft()
{
    const QString language = Language::instance().code();
    const auto left = report::todoOf(report::reportOf(*session(), language), language);
    QList<Timeline::Item> items;
    for (const report::TodoItem &item : left) {
        const QString detail = (item.todo.isEmpty() ? item.what : item.todo).join(u'\n');
        items.append(
            {Mark::Todo, tr("%1: %2").arg(report::roleName(item.role, language), item.title), detail});
    }
    m_left->setItems(items);
    m_leftCard->setVisible(!items.isEmpty());
}

void FinishPage::retranslate()
{
    m_statesCard->setTitle(session()->isRehearsal() ? tr("Where everything stands (rehearsal)")
                                                    : tr("Where everything stands"));
    const auto day = report::checkAgainOn(QDate::currentDate());
    m_again->setText(
        tr("Certificates, addresses and settings change: check again in a week, on %1, and after "
           "every change.")
            .arg(QLocale().toString(day, QLocale::LongFormat)));
    m_remind->setLabel(tr("Save a re&minder for the calendar…"));
    m_saveLeft->setLabel(tr("Save it as a &text…"));
    m_checkAll->setLabel(tr("Check &everything again"));
    m_leftCard->setTitle(tr("What is left, and for whom"));
    m_copyLeft->setLabel(tr("&Copy as a message in English and Chinese"));
    m_preview->setLabel(tr("&Look at it or print…"));
    m_savePoster->setLabel(tr("Save as a &poster…"));
    m_reportCard->setTitle(tr("Report"));
    m_reportText->setText(tr("What was checked, from where and when, what was changed, and how the test "
                             "login went. No secret is in it."));
    m_saveReport->setLabel(tr("&Save report…"));
    m_handOverCard->setTitle(tr("Hand over"));
    m_handOverText->setText(
        session()->isRehearsal()
            ? tr("The settings as a file for a colleague's computer. In a rehearsal it is "
                 "a sample that cannot be imported.")
            : tr("The settings as a file for a colleague's computer. Company ID, AgentId, "
                 "Secret and password are not in it."));
    m_saveHandOver->setLabel(tr("Save &file…"));
    m_colleaguesCard->setTitle(tr("How colleagues sign in for the first time"));
    m_first->setRich(0, tr("Open WeCom on the phone and go to <b>Workbench</b>"));
    m_first->setRich(1, tr("Tap the app, or scan this code with WeCom"));
    m_first->setRich(
        2, tr("Allow the phone number. From then on the button on NocoBase's sign-in page works too"));
}

void FinishPage::ask(Card *from, const QString &title, const QString &proposal, const QStringList &filters,
                     std::function<QByteArray(const QString &)> content)
{
    auto *dialog = new QFileDialog(this, title, QDir::home().filePath(proposal));
    dialog->setObjectName(u"finish.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QFileInfo(proposal).suffix());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, from, content = std::move(content)](const QString &fileName) {
                write(from, fileName, content(fileName));
            });
    dialog->open();
}

void FinishPage::saveReport()
{
    ask(m_reportCard, tr("Save report"), u"wecom-setup-report.html"_s,
        {tr("Web page (*.html)"), tr("PDF (*.pdf)"), tr("Data (*.json)")}, [this](const QString &fileName) {
            const auto report = report::reportOf(*session(), Language::instance().code());
            if (fileName.endsWith(u".pdf"_s, Qt::CaseInsensitive))
                return report::toPdf(report);
            if (fileName.endsWith(u".json"_s, Qt::CaseInsensitive))
                return report::toJson(report);
            return report::toHtml(report);
        });
}

void FinishPage::preview()
{
    auto *dialog = new ReportPreview(report::reportOf(*session(), Language::instance().code()), this);
    dialog->open();
}

void FinishPage::savePoster()
{
    ask(m_colleaguesCard, tr("Save poster"), u"wecom-sign-in.pdf"_s, {tr("PDF (*.pdf)")},
        [this](const QString &) {
            const QString link = session()->homepageLink();
            return report::posterPdf(
                {link, QrCode::modules(link), Language::instance().code(), session()->isRehearsal()});
        });
}

void FinishPage::checkEverything()
{
    QCoro::connect(session()->checkAll(), this, [] {});
}

void FinishPage::copyLeft()
{
    copyToClipboard(report::todoText(report::reportOf(*session(), Language::instance().code())));
    tell(m_leftCard, MessageBar::Tone::Ok, tr("Copied. It holds no secret; send it to both admins."));
}

void FinishPage::saveLeft()
{
    ask(m_leftCard, tr("Save what is left"), u"wecom-setup-to-do.txt"_s, {tr("Text (*.txt)")},
        [this](const QString &) {
            return report::todoText(report::reportOf(*session(), Language::instance().code())).toUtf8();
        });
}

void FinishPage::saveReminder()
{
    ask(m_statesCard, tr("Save reminder"), u"wecom-setup-check.ics"_s, {tr("Calendar (*.ics)")},
        [this](const QString &) {
            return report::reminderIcs(report::reportOf(*session(), Language::instance().code()),
                                       report::checkAgainOn(QDate::currentDate()));
        });
}

void FinishPage::saveHandOver()
{
    ask(m_handOverCard, tr("Save hand-over file"), session()->setup().id + u".json"_s, {tr("Setup (*.json)")},
        [this](const QString &) {
            return QJsonDocument(setup::toJson(setup::forHandOver(session()->setup())))
                .toJson(QJsonDocument::Indented);
        });
}

// Beside the button that was pressed.
void FinishPage::tell(Card *from, MessageBar::Tone tone, const QString &text)
{
    from->body()->addWidget(m_saved);
    m_saved->setMessage(tone, text);
    bringIntoViewLater(m_saved);
}

void FinishPage::write(Card *from, const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    const bool written = !content.isEmpty() && file.open(QIODevice::WriteOnly) &&
                         file.write(content) == content.size() && file.commit();
    const QString name = QDir::toNativeSeparators(fileName);
    tell(from, written ? MessageBar::Tone::Ok : MessageBar::Tone::Problem,
         written ? tr("Saved as %1").arg(name)
                 : tr("%1 could not be written. %2").arg(name, file.errorString()));
}

} // namespace ui
