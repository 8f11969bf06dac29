// SPDX-License-Identifier: Apache-2.0
#include "parts/rehearsalbar.h"

#include "assistant/tourwords.h"
#include "checks/catalogue.h"
#include "parts/flowlayout.h"
#include "parts/named.h"
#include "parts/text.h"
#include "shell/language.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <functional>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// The chapters of the tour, the faults among them by subject. Made when it is opened, so in the language of
// that moment.
void fillBySubject(QMenu *whole, const std::function<void(QAction *, const assistant::TourChapter &)> &equip)
{
    const QString language = Language::instance().code();
    whole->clear();
    QMenu *menu = whole;
    QString subject;
    for (const auto &chapter : assistant::TourPlan::instance().chapters()) {
        if (chapter.subject != subject) {
            subject = chapter.subject;
            const QString title = checks::Catalogue::instance().label(u"tourSubjects"_s, subject, language);
            menu = named(whole->addMenu(title), whole->objectName() + u'.' + subject, title);
        }
        auto *action = menu->addAction(assistant::tourChapterTitle(chapter, language));
        action->setObjectName(chapter.id);
        equip(action, chapter);
    }
}

} // namespace

RehearsalBar::RehearsalBar(assistant::SetupSession *session, setup::StepId step, bool canPerform,
                           const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_step(step)
    , m_whole(new QHBoxLayout(this))
    , m_controls(new FlowLayout(8))
    , m_text(new Text(FontRole::Small, Text::Tone::Accent, objectName + u".text"_s, this))
    , m_tour(new LinkButton(objectName + u".tour"_s, this))
    , m_fault(new LinkButton(objectName + u".fault"_s, this))
    , m_tourMenu(named(new QMenu(this), objectName + u".tour.menu"_s, {}))
    , m_faultMenu(named(new QMenu(this), objectName + u".fault.menu"_s, {}))
{
    setObjectName(objectName);
    m_whole->setContentsMargins(14, 8, 8, 8);
    m_whole->setSpacing(8);
    m_whole->addWidget(m_text, 1);
    m_whole->addLayout(m_controls);
    m_controls->addWidget(m_fault);
    m_controls->addWidget(m_tour);
    connect(m_tour, &QPushButton::clicked, this, [this] {
        fillTourMenu();
        m_tourMenu->popup(m_tour->mapToGlobal(QPoint(0, m_tour->height())));
    });
    connect(m_fault, &QPushButton::clicked, this, [this] {
        fillFaultMenu();
        m_faultMenu->popup(m_fault->mapToGlobal(QPoint(0, m_fault->height())));
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
    m_controls->addWidget(button);
    return button;
}

// The same in both arrangements, or the page would go back and forth between them.
QSize RehearsalBar::minimumSizeHint() const
{
    const auto margins = m_whole->contentsMargins();
    return {margins.left() + m_controls->minimumSize().width() + margins.right(),
            m_whole->totalMinimumSize().height()};
}

// The text stands above its controls where it would become a narrow column beside them.
void RehearsalBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int readable = 220;
    const auto margins = m_whole->contentsMargins();
    const int left =
        width() - margins.left() - margins.right() - m_whole->spacing() - m_controls->sizeHint().width();
    m_whole->setDirection(left < readable ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RehearsalBar::fillTourMenu()
{
    fillBySubject(m_tourMenu, [this](QAction *action, const assistant::TourChapter &chapter) {
        connect(action, &QAction::triggered, this, [this, id = chapter.id] { emit tourWanted(id); });
    });
}

void RehearsalBar::fillFaultMenu()
{
    if (!m_session || !m_session->rehearsal())
        return;
    const QStringList inForce = m_session->rehearsal()->faults();
    delete m_faultMenu->findChild<QActionGroup *>();
    auto *oneOfThem = new QActionGroup(m_faultMenu);
    fillBySubject(
        m_faultMenu, [this, &inForce, oneOfThem](QAction *action, const assistant::TourChapter &chapter) {
            if (chapter.fault.isEmpty())
                action->setText(tr("No fault: everything as it should be"));
            // The keychain of a rehearsal is chosen when it begins.
            action->setVisible(!chapter.fault.startsWith(u"keychain."_s));
            action->setCheckable(true);
            oneOfThem->addAction(action);
            action->setChecked(chapter.fault.isEmpty() ? inForce.isEmpty() : inForce.contains(chapter.fault));
            connect(action, &QAction::triggered, this, [this, fault = chapter.fault] { practise(fault); });
        });
}

void RehearsalBar::practise(const QString &fault)
{
    if (!m_session || !m_session->rehearsal())
        return;
    m_session->rehearsal()->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    m_done = false;
    relabel();
    m_session->checkAll();
}

QString RehearsalBar::practisedText() const
{
    QStringList titles;
    const QStringList inForce =
        m_session && m_session->rehearsal() ? m_session->rehearsal()->faults() : QStringList();
    for (const QString &fault : inForce)
        titles << checks::Catalogue::instance().causeTitle(fault, Language::instance().code());
    return titles.join(u" · "_s);
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
    const auto practised = practisedText();
    m_text->setText(!practised.isEmpty() ? tr("%1 with a fault: %2").arg(mark, practised)
                    : m_done             ? tr("%1 – done in the simulated console.").arg(mark)
                    : m_perform ? tr("%1 – WeCom and NocoBase are simulated on this computer.").arg(mark)
                                : tr("%1 – nothing outside this computer is touched.").arg(mark));
    setAccessibleName(mark);
    m_fault->setLabel(tr("Practise a fault…"));
    m_faultMenu->setAccessibleName(tr("Practise a fault…"));
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

// Meanwhile a fault may have been chosen on another page.
void RehearsalBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
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
