// SPDX-License-Identifier: Apache-2.0
#include "steps/welcome.h"

#include "checks/catalogue.h"
#include "parts/checkrow.h"
#include "parts/flowlayout.h"
#include "parts/named.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/sessionhost.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLocale>
#include <QMimeData>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

Mark markOf(const assistant::Progress &progress)
{
    if (progress.attention > 0)
        return Mark::Warning;
    return progress.done == progress.all ? Mark::Ok : Mark::Todo;
}

// Whose NocoBase, how far it was, where the person was, and when it was looked at.
QString stateText(const setup::Listed &listed, const assistant::Progress &progress)
{
    QStringList lines;
    if (!listed.nocobase.isEmpty())
        lines << Presentation::instance().name(listed.nocobase.host());
    QString done = WelcomePage::tr("%1 of %2 steps done").arg(progress.done).arg(progress.all);
    if (progress.attention > 0)
        done += u" · "_s + WelcomePage::tr("%n step(s) need attention", nullptr, progress.attention);
    lines << done;
    if (const auto step = setup::stepFromName(listed.step))
        lines << WelcomePage::tr("Left at: %1")
                     .arg(checks::Catalogue::instance().step(*step, Language::instance().code()).rail);
    const auto checked = QLocale().toString(listed.checkedAt.toLocalTime(), QLocale::ShortFormat);
    lines << (listed.checkedAt.isValid() ? WelcomePage::tr("Last checked: %1").arg(checked)
                                         : WelcomePage::tr("Not checked yet"));
    return lines.join(u'\n');
}

} // namespace

WelcomePage::WelcomePage(SessionHost *host, QWidget *parent)
    : StepPage(host->session(), setup::StepId::Welcome, parent)
    , m_host(host)
    , m_message(new MessageBar(u"welcome.message"_s, this))
    , m_new(new Card(u"welcome.new"_s, this))
    , m_name(new TextField(u"welcome.name"_s, m_new))
    , m_begin(new Button(u"welcome.begin"_s, m_new))
    , m_continue(new Card(u"welcome.continue"_s, this))
    , m_list(new QVBoxLayout)
    , m_openText(new Text(FontRole::Check, Text::Tone::Muted, u"welcome.openText"_s, m_continue))
    , m_open(new Button(u"welcome.openFile"_s, m_continue))
    , m_try(new Card(u"welcome.try"_s, this))
    , m_tryText(new Text(FontRole::Check, Text::Tone::Muted, u"welcome.try.text"_s, m_try))
    , m_rehearse(new Button(u"welcome.rehearse"_s, m_try))
    , m_tour(new Button(u"welcome.tour"_s, m_try))
    , m_languageCard(new Card(u"welcome.language"_s, this))
    , m_computer(new Card(u"welcome.computer"_s, this))
    , m_checks(new CheckList(session(), stepId(), u"welcome.check"_s, m_computer))
{
    buildStart();
    buildSide();
    connect(m_checks, &CheckList::goTo, this, &StepPage::goTo);
}

void WelcomePage::buildStart()
{
    m_name->setPasteShown(false);
    m_name->setMono(false);
    m_new->body()->addWidget(m_name);
    m_new->body()->addWidget(m_begin, 0, Qt::AlignLeft);
    m_list->setSpacing(0);
    m_continue->body()->addLayout(m_list);
    m_continue->body()->addWidget(m_openText);
    m_continue->body()->addWidget(m_open, 0, Qt::AlignLeft);
    setAcceptDrops(true);
    m_try->body()->addWidget(m_tryText);
    auto *ways = new FlowLayout(8);
    ways->addWidget(m_rehearse);
    ways->addWidget(m_tour);
    m_try->body()->addLayout(ways);
    connect(m_tour, &QPushButton::clicked, this, &StepPage::tourWanted);
    m_try->setVisible(m_host->canRehearse());
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_new, m_continue, m_try})
        column()->addWidget(part);
    connect(m_begin, &QPushButton::clicked, this, &WelcomePage::begin);
    connect(m_name->edit(), &QLineEdit::returnPressed, this, &WelcomePage::begin);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::chooseFile);
    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        if (!m_host->startRehearsal({}))
            m_message->setMessage(MessageBar::Tone::Problem,
                                  tr("The simulated servers could not start on this computer."));
    });
}

void WelcomePage::buildSide()
{
    const auto languages = Language::available();
    for (const auto &[code, ownName] : languages) {
        auto *button =
            named(new QRadioButton(ownName, m_languageCard), u"welcome.language."_s + code, ownName);
        connect(button, &QRadioButton::clicked, this, [code = code] { Language::instance().set(code); });
        m_languageCard->body()->addWidget(button);
        m_languages.append(button);
    }
    m_checks->setNarrow();
    m_computer->body()->addWidget(m_checks);
    side()->addWidget(m_computer);
    side()->addWidget(m_languageCard);
}

void WelcomePage::onEnter()
{
    listSetups();
    StepPage::onEnter();
}

void WelcomePage::listSetups()
{
    while (auto *item = m_list->takeAt(0)) {
        if (auto *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    m_links.clear();
    const auto setups = m_host->setups();
    for (const auto &listed : setups)
        addRow(listed, m_list->isEmpty());
    // Who has setups comes back to one of them; who has none begins.
    column()->removeWidget(m_continue);
    column()->insertWidget(column()->indexOf(m_new) + (setups.isEmpty() ? 1 : 0), m_continue);
    m_continue->setTitle(setups.isEmpty() ? tr("From a colleague") : tr("Continue"));
    orderTabs();
}

// The keyboard goes through the cards as they stand, whichever comes first.
void WelcomePage::orderTabs()
{
    const QList<QWidget *> fresh{m_name->edit(), m_begin};
    QList<QWidget *> order =
        m_links.isEmpty() ? fresh + QList<QWidget *>{m_open} : m_links + QList<QWidget *>{m_open} + fresh;
    order.append(m_rehearse);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QWidget *WelcomePage::initialFocus() const
{
    return m_links.isEmpty() ? m_name->edit() : m_links.first();
}

void WelcomePage::addRow(const setup::Listed &listed, bool first)
{
    auto *row = new CheckRow(u"welcome.setup."_s + listed.id, m_continue);
    row->setFirst(first);
    const auto name = listed.name.isEmpty() ? listed.id : listed.name;
    const auto shownName = Presentation::instance().name(name);
    if (listed.readable) {
        const auto progress = assistant::progressOf(listed.findings, listed.confirmed);
        row->setContent(markOf(progress), shownName, stateText(listed, progress));
        const bool isOpen = listed.id == session()->setup().id && !m_host->isUntouched();
        auto *open = row->setLink(u"open"_s, isOpen ? tr("Open now") : tr("Continue"));
        open->setLabel(open->text(), u"%1: %2"_s.arg(open->text(), shownName));
        auto *copy = row->setLink(u"copy"_s, tr("Duplicate"));
        m_links += {open, copy};
        copy->setLabel(copy->text(), u"%1: %2"_s.arg(copy->text(), shownName));
        connect(copy, &QPushButton::clicked, this,
                [this, id = listed.id, name] { told(m_host->duplicate(id, tr("%1 (copy)").arg(name))); });
        connect(open, &QPushButton::clicked, this, [this, id = listed.id, isOpen] {
            if (isOpen)
                emit goTo(m_host->firstStep());
            else
                told(m_host->openSetup(id));
        });
    } else {
        row->setContent(Mark::Problem, shownName,
                        tr("This file cannot be read: %1").arg(Presentation::instance().name(listed.path)));
    }
    m_list->addWidget(row);
    row->show();
}

QString WelcomePage::primaryLabel() const
{
    return m_host->isUntouched() ? tr("&Begin") : StepPage::primaryLabel();
}

void WelcomePage::primaryAction()
{
    if (m_host->isUntouched())
        begin();
    else
        emit goNext();
}

void WelcomePage::begin()
{
    const auto typed = m_name->text().simplified();
    m_host->newSetup(typed.isEmpty() ? checks::Catalogue::instance().label(u"general"_s, u"new-setup"_s,
                                                                           Language::instance().code())
                                     : typed);
}

void WelcomePage::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Import a hand-over file"), QString(), tr("Setups") + u" (*.json)"_s);
    dialog->setObjectName(u"welcome.dialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &WelcomePage::openFile);
    dialog->open();
}

void WelcomePage::openFile(const QString &path)
{
    told(m_host->openFile(path));
}

void WelcomePage::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void WelcomePage::dropEvent(QDropEvent *event)
{
    openFile(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
}

void WelcomePage::told(const net::Result<void> &opened)
{
    if (!opened)
        m_message->setMessage(MessageBar::Tone::Problem, checks::Catalogue::instance().faultText(
                                                             opened.error(), Language::instance().code()));
}

void WelcomePage::render()
{
    m_checks->render();
}

void WelcomePage::retranslate()
{
    m_new->setTitle(tr("New setup"));
    m_name->setLabel(tr("Na&me of the setup"));
    m_name->setHint(tr("For you only, for example the name of the company"));
    m_begin->setLabel(tr("Begin a new &setup"));
    m_openText->setText(
        tr("A hand-over file carries the settings of a setup without its secrets. It may also "
           "be dropped here."));
    m_open->setLabel(tr("&Import a hand-over file…"));
    m_try->setTitle(tr("Rehearse first"));
    m_tryText->setText(
        tr("A simulated WeCom and NocoBase on this computer: go through every step and every fault, with no "
           "account and no network. Nothing real is touched."));
    m_rehearse->setLabel(tr("&Try the rehearsal"));
    m_tour->setLabel(tr("&Watch the tour"));
    m_languageCard->setTitle(tr("Language"));
    m_computer->setTitle(tr("This computer"));
    const auto code = Language::instance().code();
    for (auto *button : std::as_const(m_languages))
        button->setChecked(button->objectName() == u"welcome.language."_s + code);
    listSetups();
}

} // namespace ui
