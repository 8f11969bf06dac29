// SPDX-License-Identifier: Apache-2.0
#include "parts/rehearsalbar.h"

#include "assistant/tourwords.h"
#include "checks/catalogue.h"
#include "parts/named.h"
#include "parts/text.h"
#include "shell/language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

RehearsalBar::RehearsalBar(assistant::SetupSession *session, setup::StepId step, bool canPerform,
                           const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_step(step)
    , m_text(new Text(FontRole::Small, Text::Tone::Accent, objectName + u".text"_s, this))
    , m_tour(new LinkButton(objectName + u".tour"_s, this))
    , m_tourMenu(named(new QMenu(this), objectName + u".tour.menu"_s, {}))
{
    setObjectName(objectName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_tour);
    connect(m_tour, &QPushButton::clicked, this, [this] {
        fillTourMenu();
        m_tourMenu->popup(m_tour->mapToGlobal(QPoint(0, m_tour->height())));
    });
    if (canPerform) {
        m_perform = addButton(u"perform"_s);
        connect(m_perform, &QPushButton::clicked, this, &RehearsalBar::perform);
    }
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    relabel();
    setVisible(session->rehearsal() != nullptr);
}

Button *RehearsalBar::addButton(const QString &name)
{
    auto *button = new Button(objectName() + u'.' + name, this);
    layout()->addWidget(button);
    return button;
}

// Made when it is opened, so in the language of that moment.
void RehearsalBar::fillTourMenu()
{
    const QString language = Language::instance().code();
    m_tourMenu->clear();
    QMenu *menu = m_tourMenu;
    QString subject;
    for (const auto &chapter : assistant::TourPlan::instance().chapters()) {
        if (chapter.subject != subject) {
            subject = chapter.subject;
            const QString title = checks::Catalogue::instance().label(u"tourSubjects"_s, subject, language);
            menu = named(m_tourMenu->addMenu(title), m_tourMenu->objectName() + u'.' + subject, title);
        }
        auto *action = menu->addAction(assistant::tourChapterTitle(chapter, language));
        action->setObjectName(chapter.id);
        connect(action, &QAction::triggered, this, [this, id = chapter.id] { emit tourWanted(id); });
    }
}

void RehearsalBar::perform()
{
    if (!m_session || !m_session->rehearsal())
        return;
    m_done = m_session->rehearsal()->perform(m_step);
    relabel();
    m_session->checkAgain(m_step);
    emit performed();
}

void RehearsalBar::relabel()
{
    const auto mark = tr("Rehearsal");
    m_text->setText(m_done      ? tr("%1 – done in the simulated console.").arg(mark)
                    : m_perform ? tr("%1 – WeCom and NocoBase are simulated on this computer.").arg(mark)
                                : tr("%1 – nothing outside this computer is touched.").arg(mark));
    setAccessibleName(mark);
    m_tour->setLabel(tr("Show as a tour…"));
    m_tourMenu->setAccessibleName(tr("Show as a tour…"));
    if (m_perform)
        m_perform->setLabel(tr("&Do it in the simulated console"));
}

void RehearsalBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        relabel();
}

void RehearsalBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours().accent, 1, Qt::DashLine));
    painter.setBrush(colours().accentSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::cardRadius,
                            metric::cardRadius);
}

} // namespace ui
