// SPDX-License-Identifier: Apache-2.0
#include "steps/homepage.h"

#include "parts/mnemonic.h"
#include "wecom/links.h"

#include <QCheckBox>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Far longer than any page of NocoBase has; what OAuth makes of it fits into the setup's file.
constexpr int longestPath = 500;

bool isOAuth(const QString &link)
{
    const auto parts = wecom::parseLoginLink(QUrl(link));
    return parts && parts->kind == wecom::LinkKind::OAuth;
}

} // namespace

HomepagePage::HomepagePage(assistant::SetupSession *session, QWidget *parent)
    : ConsoleStepPage(session, setup::StepId::Homepage, 3, parent)
    , m_wish(new Card(name(u"wish"_s), this))
    , m_plain(new QRadioButton(m_wish))
    , m_oauth(new QRadioButton(m_wish))
    , m_plainHint(new Text(FontRole::Small, Text::Tone::Muted, name(u"plain.hint"_s), m_wish))
    , m_oauthHint(new Text(FontRole::Small, Text::Tone::Muted, name(u"oauth.hint"_s), m_wish))
    , m_separate(new QCheckBox(m_wish))
    , m_desktopPath(new TextField(name(u"path"_s), m_wish))
    , m_mobilePath(new TextField(name(u"mobile-path"_s), m_wish))
    , m_desktop(new CopyRow(name(u"link"_s), this))
    , m_mobile(new CopyRow(name(u"mobile-link"_s), this))
    , m_desktopLabel(new Text(FontRole::Small, Text::Tone::Muted, name(u"link.label"_s), this))
    , m_mobileLabel(new Text(FontRole::Small, Text::Tone::Muted, name(u"mobile-link.label"_s), this))
{
    m_plain->setObjectName(name(u"plain"_s));
    m_oauth->setObjectName(name(u"oauth"_s));
    m_separate->setObjectName(name(u"separate"_s));
    for (Text *hint : {m_plainHint, m_oauthHint})
        hint->setContentsMargins(26, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_plain, m_plainHint, m_oauth, m_oauthHint,
                                                          m_separate, m_desktopPath, m_mobilePath})
        m_wish->body()->addWidget(part);
    for (TextField *field : {m_desktopPath, m_mobilePath}) {
        field->setMono(true);
        field->setLongest(longestPath);
        field->setPasteShown(false);
        connect(field, &TextField::edited, this, &HomepagePage::store);
    }
    column()->insertWidget(column()->indexOf(doCard()), m_wish);
    checkList()->setNarrow(); // the links that are told there are long
    for (QWidget *part : std::initializer_list<QWidget *>{m_desktopLabel, m_desktop, m_mobileLabel, m_mobile})
        instructions()->addWidget(1, part);
    connect(m_plain, &QRadioButton::clicked, this, &HomepagePage::store);
    connect(m_oauth, &QRadioButton::clicked, this, &HomepagePage::store);
    connect(m_separate, &QCheckBox::clicked, this, &HomepagePage::store);
}

void HomepagePage::onEnter()
{
    // The address that follows from the options, as the first proposal; from then on it is what the person
    // chose.
    if (session()->setup().homepage.desktop.isEmpty() && !session()->setup().nocobase.url.isEmpty())
        session()->edit(
            [this](setup::Setup &setup) { setup.homepage.desktop = this->session()->homepageLink(); });
    ConsoleStepPage::onEnter();
}

QString HomepagePage::linkTo(const QString &path) const
{
    const QString clean = path.startsWith(u'/') ? path : u'/' + path;
    if (m_oauth->isChecked())
        return session()->oauthHomepageUrl(clean).toString(QUrl::FullyEncoded);
    QString base = session()->setup().nocobase.url.toString();
    while (base.endsWith(u'/'))
        base.chop(1);
    return base + clean;
}

QString HomepagePage::pathOf(const QString &link) const
{
    if (const auto parts = wecom::parseLoginLink(QUrl(link));
        parts && parts->kind == wecom::LinkKind::OAuth) {
        const auto state = wecom::parseState(parts->state);
        return state ? state->redirect : QString();
    }
    QString base = session()->setup().nocobase.url.toString();
    while (base.endsWith(u'/'))
        base.chop(1);
    return link.startsWith(base) ? link.mid(base.size()) : QUrl(link).path();
}

void HomepagePage::store()
{
    const QString desktop = linkTo(m_desktopPath->text().trimmed());
    const QString mobilePath = m_mobilePath->text().trimmed();
    const QString mobile =
        m_separate->isChecked() ? linkTo(mobilePath.isEmpty() ? u"/m"_s : mobilePath) : QString();
    session()->edit([&](setup::Setup &setup) { setup.homepage = {desktop, mobile}; });
}

void HomepagePage::show(const setup::Homepage &homepage)
{
    m_oauth->setChecked(isOAuth(homepage.desktop));
    m_plain->setChecked(!m_oauth->isChecked());
    m_separate->setChecked(!homepage.mobile.isEmpty());
    const auto fill = [this](TextField *field, const QString &link) {
        // "admin" while it is being typed is the same page as "/admin".
        const QString typed = field->text().trimmed();
        if (pathOf(link) != (typed.startsWith(u'/') ? typed : u'/' + typed))
            field->setText(pathOf(link));
    };
    fill(m_desktopPath, homepage.desktop);
    if (!homepage.mobile.isEmpty())
        fill(m_mobilePath, homepage.mobile);
    m_mobilePath->setVisible(!homepage.mobile.isEmpty());
    m_desktop->setValue(homepage.desktop,
                        homepage.mobile.isEmpty() ? tr("Homepage link") : tr("Homepage link for computers"));
    m_mobile->setValue(homepage.mobile, tr("Homepage link for phones"));
    m_desktopLabel->setVisible(!homepage.mobile.isEmpty());
    m_mobileLabel->setVisible(!homepage.mobile.isEmpty());
    m_mobile->setVisible(!homepage.mobile.isEmpty());
}

void HomepagePage::render()
{
    ConsoleStepPage::render();
    show(session()->setup().homepage);
    const bool automatic = session()->setup().authenticator.automaticLogin;
    m_plainHint->setTone(automatic || m_oauth->isChecked() ? Text::Tone::Muted : Text::Tone::Warn);
    m_plainHint->setText(
        automatic ? tr("Fits, since automatic login is on: NocoBase signs people in by itself.")
                  : tr("Without automatic login people land on the sign-in page. Switch it on in step 8, or "
                       "take WeCom's login address."));
    m_oauthHint->setText(
        tr("Signs people in on its own, and asks for the phone number by which NocoBase finds the user."));
}

void HomepagePage::retranslate()
{
    ConsoleStepPage::retranslate();
    m_wish->setTitle(tr("What opens in the workbench"));
    const auto labelled = [](auto *box, const QString &text) { ui::setLabel(box, text); };
    labelled(m_plain, tr("A &plain NocoBase address"));
    labelled(m_oauth, tr("&WeCom's login address (OAuth)"));
    labelled(m_separate, tr("A page of its own for p&hones"));
    m_desktopPath->setLabel(tr("Pa&ge"));
    m_desktopPath->setHint(tr("A page of NocoBase, for example /admin"));
    m_mobilePath->setLabel(tr("Page on phon&es"));
    m_mobilePath->setHint(tr("For example /m"));
    m_desktopLabel->setText(tr("For computers"));
    m_mobileLabel->setText(tr("For phones"));
    instructions()->setRich(0, tr("On the app's page, find <b>App Homepage</b> and choose <b>Settings</b>"));
    instructions()->setRich(1, tr("Choose <b>Web page</b> and paste; for two links, first choose to set up "
                                  "mobile and desktop separately"));
    instructions()->setRich(2, tr("Choose <b>Confirm</b>, then come back"));
}

} // namespace ui
