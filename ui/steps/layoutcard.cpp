// SPDX-License-Identifier: Apache-2.0
#include "steps/layoutcard.h"

#include "checks/catalogue.h"
#include "nocobase/versiontable.h"
#include "parts/named.h"
#include "parts/openpage.h"
#include "shell/language.h"

namespace ui {

using namespace Qt::StringLiterals;
using nocobase::Option;

namespace {

QString labelOf(Option option)
{
    return checks::Catalogue::instance().label(u"options"_s, nocobase::optionName(option),
                                               Language::instance().code());
}

} // namespace

LayoutCard::LayoutCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
    , m_sample(named(new QWidget(this), name(u"sample"_s), {}))
    , m_byHand(named(new QWidget(this), name(u"by-hand"_s), {}))
    , m_rehearsal(new RehearsalBar(session, setup::StepId::Review, true, u"review.rehearsal"_s, m_sample))
{
    buildSample();
    buildByHand();
    body()->addWidget(m_sample);
    body()->addWidget(m_byHand);
    m_byHand->hide();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LayoutCard::look);
    connect(m_again, &QPushButton::clicked, this, &LayoutCard::watch);
    const auto choose = [this](bool byHand) {
        m_isByHand = byHand;
        m_sample->setVisible(!byHand);
        m_byHand->setVisible(byHand);
        retranslate();
        render();
        byHand ? m_next.stop() : watch();
    };
    connect(m_toByHand, &QPushButton::clicked, this, [choose] { choose(true); });
    connect(m_toSample, &QPushButton::clicked, this, [choose] { choose(false); });
    connect(m_entered, &QPushButton::clicked, this, [this] {
        if (!m_session)
            return;
        m_session->confirm(setup::StepId::Review, true);
        m_notThere->setMessage(MessageBar::Tone::Warning, {});
        QCoro::connect(m_session->checkAgain(setup::StepId::Review), this, [this] {
            if (isVisible()) // else there is something to prove by now
                m_notThere->setMessage(MessageBar::Tone::Warning,
                                       tr("There is no WeCom authenticator in NocoBase yet."));
        });
    });
}

void LayoutCard::buildSample()
{
    auto *box = new QVBoxLayout(m_sample);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(metric::gap);
    m_lead = new Text(FontRole::Check, Text::Tone::Muted, name(u"lead"_s), m_sample);
    m_steps = new NumberedSteps(name(u"steps"_s), 3, m_sample);
    auto *buttons = named(new QWidget(m_steps), name(u"open-buttons"_s), {});
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_open = new Button(name(u"open"_s), buttons);
    m_openModern = new Button(name(u"open-modern"_s), buttons);
    row->addWidget(m_open);
    row->addWidget(m_openModern);
    row->addStretch(1);
    m_steps->addWidget(0, buttons);
    m_sampleValues = new ValueList(name(u"sample-values"_s), m_steps);
    m_steps->addWidget(1, m_sampleValues);
    auto *watching = named(new QWidget(m_steps), name(u"watch"_s), {});
    auto *line = new QHBoxLayout(watching);
    line->setContentsMargins(0, 0, 0, 0);
    m_watching = new Text(FontRole::Small, Text::Tone::Muted, name(u"watching"_s), watching);
    m_again = new LinkButton(name(u"again"_s), watching);
    line->addWidget(m_watching, 1);
    line->addWidget(m_again);
    m_steps->addWidget(2, watching);
    m_toByHand = new LinkButton(name(u"to-by-hand"_s), m_sample);
    box->addWidget(m_rehearsal);
    box->addWidget(m_lead);
    box->addWidget(m_steps);
    box->addWidget(m_toByHand, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this,
            [this] { openPage(m_session->authenticatorsPage(false), this); });
    connect(m_openModern, &QPushButton::clicked, this,
            [this] { openPage(m_session->authenticatorsPage(true), this); });
}

void LayoutCard::buildByHand()
{
    auto *box = new QVBoxLayout(m_byHand);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(metric::gap);
    m_handLead = new Text(FontRole::Check, Text::Tone::Muted, name(u"hand-lead"_s), m_byHand);
    m_realValues = new ValueList(name(u"values"_s), m_byHand);
    m_openByHand = new Button(name(u"open-by-hand"_s), m_byHand);
    m_entered = new Button(Button::Kind::Primary, name(u"entered"_s), m_byHand);
    m_toSample = new LinkButton(name(u"to-sample"_s), m_byHand);
    m_notThere = new MessageBar(name(u"not-there"_s), m_byHand);
    auto *row = new QHBoxLayout;
    row->addWidget(m_openByHand);
    row->addWidget(m_entered);
    row->addStretch(1);
    box->addWidget(m_handLead);
    box->addWidget(m_realValues);
    box->addLayout(row);
    box->addWidget(m_notThere);
    box->addWidget(m_toSample, 0, Qt::AlignLeft);
    connect(m_openByHand, &QPushButton::clicked, this,
            [this] { openPage(m_session->authenticatorsPage(false), this); });
}

void LayoutCard::setPatience(std::chrono::milliseconds every, std::chrono::milliseconds limit)
{
    m_every = every;
    m_limit = limit;
    if (isVisible())
        watch();
}

void LayoutCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (!m_isByHand)
        watch();
}

void LayoutCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_next.stop();
}

void LayoutCard::watch()
{
    m_since.start();
    m_next.start(m_every);
    showWatching();
}

void LayoutCard::look()
{
    if (!m_session || !isVisible())
        return;
    if (std::chrono::milliseconds(m_since.elapsed()) >= m_limit) {
        showWatching();
        return;
    }
    QCoro::connect(m_session->lookForRow(), this, [this] {
        if (isVisible() && !m_isByHand)
            m_next.start(m_every); // the next one only when this one has ended
    });
}

void LayoutCard::showWatching()
{
    const bool waits = m_since.isValid() && std::chrono::milliseconds(m_since.elapsed()) < m_limit;
    m_watching->setText(waits ? tr("The assistant is watching for it…")
                              : tr("Nothing has appeared in NocoBase for ten minutes."));
    m_again->setLabel(tr("Look again"));
    m_again->setVisible(!waits);
}

void LayoutCard::fillByHand()
{
    const auto &setup = m_session->setup();
    const auto &credentials = m_session->credentials();
    const auto &wish = setup.authenticator;
    const setup::World world{setup, credentials, m_session->facts()};
    const auto *server = world.value(m_session->facts().server, setup::Inputs::NocobaseHost);
    const auto put = [this](Option option, const QString &value) {
        m_realValues->setValue(nocobase::optionName(option), labelOf(option), value);
    };
    const auto choice = [this](Option option, bool on) {
        m_realValues->setWords(nocobase::optionName(option), labelOf(option), on ? tr("On") : tr("Off"));
    };
    m_realValues->setValue(
        u"title"_s,
        checks::Catalogue::instance().label(u"options"_s, u"title"_s, Language::instance().code()),
        wish.title);
    choice(Option::AutoSignup, wish.autoSignup);
    put(Option::CompanyId, credentials.companyId);
    put(Option::AgentId, credentials.agentId);
    const QPointer<assistant::SetupSession> session = m_session;
    m_realValues->setSecret(
        nocobase::optionName(Option::Secret), labelOf(Option::Secret),
        [session] { return session ? session->credentials().secret.revealText() : QString(); },
        !credentials.secret.isEmpty());
    put(Option::Origin, wish.origin);
    put(Option::RedirectLink, wish.redirectLink);
    choice(Option::AutomaticLogin, wish.automaticLogin);
    put(Option::Tooltip, wish.tooltip);
    for (const Option option : {Option::RedirectLink, Option::AutomaticLogin, Option::Tooltip}) {
        const bool known = !server || nocobase::knows(server->version, option);
        const bool empty = (option == Option::RedirectLink && wish.redirectLink.isEmpty()) ||
                           (option == Option::Tooltip && wish.tooltip.isEmpty());
        m_realValues->setShown(nocobase::optionName(option), known && !empty);
    }
}

void LayoutCard::render()
{
    if (!m_session)
        return;
    m_openModern->setVisible(m_session->hasModernPages());
    m_entered->setEnabled(!m_session->isBusy(setup::StepId::Review));
    fillByHand();
    showWatching();
}

void LayoutCard::retranslate()
{
    setTitle(m_isByHand ? tr("Fill in NocoBase's own form")
                        : tr("Show the assistant where your plugin keeps its options"));
    m_lead->setText(
        tr("Nobody but NocoBase's own form knows that. Save one authenticator there with these sample "
           "values; the assistant reads it and learns. It stays disabled, so nobody can sign in by it."));
    m_steps->setRich(0, tr("Open the page of authenticators, press <b>Add new</b> and choose <b>WeCom</b>"));
    m_steps->setRich(
        1, tr("Fill in these values. Switch <b>Automatic login</b> on if there is such a field, and "
              "leave <b>Enabled</b> off"));
    m_steps->setRich(2, tr("Press <b>Submit</b>. The assistant sees it by itself"));
    m_open->setLabel(tr("&Open the page"));
    m_openModern->setLabel(tr("In the &new interface"));
    m_openByHand->setLabel(tr("&Open the page"));
    m_entered->setLabel(tr("&I have entered them"));
    m_toByHand->setLabel(tr("I would rather fill in the real values there myself"));
    m_toSample->setLabel(tr("Let the assistant learn it from sample values instead"));
    m_handLead->setText(
        tr("Add a WeCom authenticator in NocoBase with these values and enable it. The assistant "
           "then reads back what it can, and proves the rest."));
    const auto markers = nocobase::markerValues();
    for (auto it = markers.cbegin(); it != markers.cend(); ++it)
        m_sampleValues->setValue(nocobase::optionName(it.key()), labelOf(it.key()), it.value());
    m_sampleValues->setAccessibleName(tr("Sample values"));
    m_realValues->setAccessibleName(tr("Values for NocoBase's form"));
}

} // namespace ui
