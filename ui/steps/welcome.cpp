// SPDX-License-Identifier: Apache-2.0
#include "steps/welcome.h"

#include "checks/catalogue.h"
#include "parts/bringintoview.h"
#include "parts/flowlayout.h"
#include "parts/named.h"
#include "setup/schema.h"
#include "shell/language.h"
#include "shell/sessionhost.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(SessionHost *host, QWidget *parent)
    : StepPage(host->session(), setup::StepId::Welcome, parent)
    , m_host(host)
    , m_message(new MessageBar(u"welcome.message"_s, this))
    , m_new(new Card(u"welcome.new"_s, this))
    , m_name(new TextField(u"welcome.name"_s, m_new))
    , m_begin(new Button(u"welcome.begin"_s, m_new))
    , m_continue(new Card(u"welcome.continue"_s, this))
    , m_setups(new SetupList(host, m_continue))
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
    m_name->setLongest(setup::longest(u"/name"_s));
    m_new->body()->addWidget(m_name);
    m_new->body()->addWidget(m_begin, 0, Qt::AlignLeft);
    m_continue->body()->addWidget(m_setups);
    connect(m_setups, &SetupList::goTo, this, &StepPage::goTo);
    connect(m_setups, &SetupList::failed, this,
            [this](const net::Fault &fault) { told(tl::unexpected(fault)); });
    connect(m_setups, &SetupList::controlsChanged, this, &WelcomePage::orderTabs);
    connect(m_host, &SessionHost::setupsChanged, this, &WelcomePage::listSetups);
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
        if (m_host->startRehearsal({}))
            return;
        m_message->setMessage(MessageBar::Tone::Problem,
                              tr("The simulated servers could not start on this computer."));
        bringToTopLater(m_message);
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
    m_setups->render();
    // Who has setups comes back to one of them; who has none begins.
    const bool none = m_setups->isEmpty();
    column()->removeWidget(m_continue);
    column()->insertWidget(column()->indexOf(m_new) + (none ? 1 : 0), m_continue);
    m_continue->setTitle(none ? tr("From a colleague") : tr("Continue"));
    orderTabs();
    emit footerChanged(); // one may have come or gone
}

// The keyboard goes through the cards as they stand, whichever comes first.
void WelcomePage::orderTabs()
{
    const QList<QWidget *> fresh{m_name->edit(), m_begin};
    const QList<QWidget *> links = m_setups->controls();
    QList<QWidget *> order =
        m_setups->isEmpty() ? fresh + QList<QWidget *>{m_open} : links + QList<QWidget *>{m_open} + fresh;
    order.append(m_rehearse);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QWidget *WelcomePage::initialFocus() const
{
    auto *opener = m_setups->opener(); // never what removes one
    return opener ? opener : m_name->edit();
}

QString WelcomePage::primaryLabel() const
{
    if (!m_host->isUntouched())
        return StepPage::primaryLabel();
    return m_setups->lastUsed().isEmpty() ? tr("&Begin") : tr("&Continue");
}

void WelcomePage::primaryAction()
{
    if (!m_host->isUntouched())
        emit goNext();
    else if (m_setups->lastUsed().isEmpty())
        begin();
    else
        told(m_host->openSetup(m_setups->lastUsed()));
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

// The system may have asked for a keyring's password meanwhile, longer than the keychain is waited for.
bool WelcomePage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && isVisible() && session()->wasKeychainSilent())
        session()->checkKeychain();
    return StepPage::event(event);
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
    if (opened)
        return;
    m_message->setMessage(MessageBar::Tone::Problem, checks::Catalogue::instance().faultText(
                                                         opened.error(), Language::instance().code()));
    bringToTopLater(m_message); // it stands above what was pressed
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
