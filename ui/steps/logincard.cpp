// SPDX-License-Identifier: Apache-2.0
#include "steps/logincard.h"

#include "parts/flowlayout.h"
#include "parts/presentationlink.h"

#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>

namespace ui {

using namespace Qt::StringLiterals;

LoginCard::LoginCard(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
    , m_when(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".when"_s, this))
    , m_stages(new StageList(u"test.timeline"_s, this))
    , m_replay(new ReplayBar(objectName + u".replay"_s, this))
    , m_save(new LinkButton(objectName + u".save"_s, this))
    , m_present(new PresentationLink(objectName + u".present"_s, this))
    , m_saved(new MessageBar(objectName + u".saved"_s, this))
{
    auto *links = new FlowLayout(8);
    links->addWidget(m_save);
    links->addWidget(m_present);
    for (QWidget *part : std::initializer_list<QWidget *>{m_when, m_stages, m_replay})
        body()->addWidget(part);
    body()->addLayout(links);
    body()->addWidget(m_saved);
    connect(m_replay, &ReplayBar::moved, this, &LoginCard::render);
    connect(m_save, &QPushButton::clicked, this, &LoginCard::save);
    retranslate();
}

const login::Trace *LoginCard::recorded() const
{
    const auto *test = m_session->loginTest();
    if (test->isRunning())
        return nullptr;
    const auto *trace = test->trace();
    return trace && trace->outcome != login::Outcome::Running ? trace : test->remembered();
}

void LoginCard::render()
{
    if (!m_session)
        return;
    const auto *test = m_session->loginTest();
    const auto *last = recorded();
    if (last)
        m_replay->setTrace(*last);
    else
        m_replay->stop();
    m_replay->setVisible(last);
    m_save->setVisible(last);
    const bool isOlder = last && last == test->remembered() && !test->trace();
    m_when->setVisible(isOlder);
    if (isOlder)
        m_when->setText(tr("The last test login, on %1")
                            .arg(QLocale().toString(last->started.toLocalTime(), QLocale::ShortFormat)));
    if (m_replay->isActive()) {
        const login::Trace then = m_replay->shown();
        m_stages->setStages(login::stagesOf(&then, m_replay->now()));
        return;
    }
    m_stages->setStages(login::stagesOf(last                ? last
                                        : test->isRunning() ? test->trace()
                                                            : nullptr,
                                        QDateTime::currentDateTimeUtc()));
}

void LoginCard::retranslate()
{
    setTitle(tr("What happened"));
    m_save->setLabel(tr("Save as a file…"));
    m_present->retranslate();
    m_replay->retranslate();
    m_stages->retranslate();
    render();
}

void LoginCard::save()
{
    const QString proposal = QDir::home().filePath(u"wecom-setup-login.json"_s);
    auto *dialog = new QFileDialog(this, tr("Save the login"), proposal);
    dialog->setObjectName(u"test.login.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Data (*.json)")});
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LoginCard::write);
    dialog->open();
}

void LoginCard::write(const QString &fileName)
{
    const auto *last = m_session ? recorded() : nullptr;
    if (!last)
        return;
    const QByteArray content = QJsonDocument(login::exported(*last)).toJson(QJsonDocument::Indented);
    QSaveFile file(fileName);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    const QString name = QDir::toNativeSeparators(fileName);
    m_saved->setMessage(written ? MessageBar::Tone::Ok : MessageBar::Tone::Problem,
                        written ? tr("Saved as %1. It holds no code and no token.").arg(name)
                                : tr("%1 could not be written. %2").arg(name, file.errorString()));
}

} // namespace ui
