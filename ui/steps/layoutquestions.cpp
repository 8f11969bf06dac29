// SPDX-License-Identifier: Apache-2.0
#include "steps/layoutquestions.h"

#include "checks/catalogue.h"
#include "parts/named.h"
#include "shell/language.h"
#include "shell/presentation.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace ui {

using namespace Qt::StringLiterals;

LayoutQuestions::LayoutQuestions(assistant::SetupSession *session, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_session(session)
{}

void LayoutQuestions::render()
{
    if (!m_session)
        return;
    const setup::World world{m_session->setup(), m_session->credentials(), m_session->facts()};
    const auto questions = apply::layoutQuestions(world);
    setVisible(!questions.isEmpty());
    QStringList now{Language::instance().code()};
    for (const auto &question : questions) {
        now << nocobase::optionName(question.option) + u'@' + question.authenticator;
        for (const auto &place : question.places)
            now << place.pointer + u'=' + place.shown;
    }
    if (now != m_shown) {
        m_shown = now;
        rebuild(questions);
    }
}

void LayoutQuestions::rebuild(const QList<apply::LayoutQuestion> &questions)
{
    if (m_questions) {
        m_questions->hide();
        m_questions->deleteLater();
    }
    m_questions = named(new QWidget(this), objectName() + u".all"_s, tr("Questions"));
    auto *box = new QVBoxLayout(m_questions);
    box->setContentsMargins(0, 0, 0, 0);
    for (const auto &question : questions) {
        const QString name = objectName() + u'.' + nocobase::optionName(question.option);
        const QString label = checks::Catalogue::instance().label(
            u"options"_s, nocobase::optionName(question.option), Language::instance().code());
        auto *text = new Text(FontRole::Check, Text::Tone::Plain, name, m_questions);
        text->setText(tr("%1 of the authenticator “%2” is kept in:").arg(label, question.authenticator));
        box->addWidget(text);
        auto *group = new QButtonGroup(m_questions);
        const auto add = [&](const QString &pointer, const QString &words) {
            const auto &presentation = Presentation::instance();
            auto *radio =
                named(new QRadioButton(presentation.shown(words), m_questions), name + u'.' + pointer, {});
            presentation.say(radio, words);
            group->addButton(radio);
            box->addWidget(radio);
            const auto option = question.option;
            connect(radio, &QRadioButton::clicked, this, [this, option, pointer] {
                if (m_session)
                    m_session->answerLayout(option, pointer);
            });
        };
        for (const auto &place : question.places)
            add(place.pointer, place.shown.isEmpty()
                                   ? tr("%1 (empty)").arg(place.pointer)
                                   : tr("%1, where it now says %2").arg(place.pointer, place.shown));
        if (!question.isNeeded)
            add({}, tr("None of these: leave this option alone"));
        box->addSpacing(8);
    }
    body()->addWidget(m_questions);
}

void LayoutQuestions::retranslate()
{
    setTitle(tr("Which place is the right one?"));
    m_shown.clear();
}

} // namespace ui
