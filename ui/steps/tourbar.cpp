// SPDX-License-Identifier: Apache-2.0
#include "steps/tourbar.h"

#include "checks/catalogue.h"
#include "parts/announce.h"
#include "parts/choicebox.h"
#include "parts/flowlayout.h"
#include "parts/named.h"
#include "parts/playicons.h"
#include "shell/language.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QStandardItemModel>

namespace ui {

using namespace Qt::StringLiterals;
using assistant::Tour;
using assistant::TourPlan;

namespace {

// A key of its own, which no page under the bar has; the tool tip tells it.
void label(Button *button, Qt::Key key, const QString &text)
{
    button->setLabel(text);
    button->setShortcut(key);
    button->setToolTip(QKeySequence(key).toString(QKeySequence::NativeText));
}

} // namespace

TourBar::TourBar(Tour *tour, const QString &objectName, QWidget *parent)
    : Card(objectName, parent)
    , m_tour(tour)
    , m_chapters(named(new ChoiceBox(this), objectName + u".chapters"_s, {}))
    , m_caption(new Text(FontRole::CardTitle, Text::Tone::Plain, objectName + u".caption"_s, this))
    , m_progress(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".progress"_s, this))
    , m_title(new Text(FontRole::CardTitle, Text::Tone::Plain, objectName + u".station"_s, this))
    , m_text(new Text(FontRole::Body, Text::Tone::Plain, objectName + u".text"_s, this))
    , m_note(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".note"_s, this))
    , m_told(named(new QWidget(this), objectName + u".told"_s, {}))
    , m_start(new Button(objectName + u".start"_s, this))
    , m_play(new Button(Button::Kind::Primary, objectName + u".play"_s, this))
    , m_step(new Button(objectName + u".step"_s, this))
    , m_next(new Button(objectName + u".next"_s, this))
    , m_leave(new LinkButton(objectName + u".leave"_s, this))
{
    build();
    connect(tour, &Tour::changed, this, &TourBar::render);
    connect(&Theme::instance(), &Theme::changed, this, &TourBar::paintIcons);
    connect(m_chapters, &QComboBox::activated, this, [this] {
        if (m_tour->isOn())
            m_tour->begin(m_chapters->currentData().toString(), m_tour->isPlaying());
    });
    connect(m_play, &QPushButton::clicked, this, [this] {
        if (!m_tour->isOn())
            m_tour->begin(m_chapters->currentData().toString(), true);
        else if (m_tour->isPlaying())
            m_tour->pause();
        else
            m_tour->play();
    });
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (m_tour->isOn())
            m_tour->step();
        else
            m_tour->begin(m_chapters->currentData().toString(), false);
    });
    connect(m_next, &QPushButton::clicked, m_tour, &Tour::next);
    connect(m_start, &QPushButton::clicked, m_tour, &Tour::backToStart);
    connect(m_leave, &QPushButton::clicked, m_tour, &Tour::end);
    retranslate();
}

void TourBar::build()
{
    m_chapters->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chapters->setMinimumContentsLength(18);
    m_chapters->setMaxVisibleItems(16); // opens as a list that scrolls
    // Qt makes the list's own parts without names.
    auto *list = named(m_chapters->view(), m_chapters->objectName() + u".list"_s, {});
    named(list->parentWidget(), m_chapters->objectName() + u".popup"_s, {});
    const auto parts = list->parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *part : parts)
        named(part,
              part->objectName().isEmpty() ? m_chapters->objectName() + u".scroller"_s : part->objectName(),
              {});
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_caption);
    head->addWidget(m_chapters, 1);
    head->addWidget(m_progress);
    head->addWidget(m_leave);
    m_progress->setWordWrap(false);
    m_caption->setWordWrap(false);
    auto *told = new QVBoxLayout(m_told);
    told->setContentsMargins(0, 0, 0, 0);
    told->setSpacing(3);
    for (auto *text : {m_title, m_text, m_note})
        told->addWidget(text);
    // So that the page below does not jump from station to station.
    m_text->setAlignment(Qt::AlignTop);
    m_text->setMinimumHeight(2 * m_text->fontMetrics().lineSpacing());
    auto *buttons = new FlowLayout(8);
    for (auto *button : {m_start, m_play, m_step, m_next})
        buttons->addWidget(button);
    m_player = new QBoxLayout(QBoxLayout::TopToBottom);
    m_player->setSpacing(10);
    m_player->addLayout(head, 1);
    m_player->addLayout(buttons);
    body()->addLayout(m_player);
    body()->addWidget(m_told);
    paintIcons();
}

void TourBar::paintIcons()
{
    m_start->setIcon(playIcon(PlayIcon::FromStart, colours().text));
    m_step->setIcon(playIcon(PlayIcon::Step, colours().text));
    m_next->setIcon(playIcon(PlayIcon::Next, colours().text));
    m_play->setIcon(playIcon(m_tour->isPlaying() ? PlayIcon::Pause : PlayIcon::Play, colours().onAccent));
}

// A good login, then the faults under the names of their subjects, which cannot be chosen themselves.
void TourBar::fillChapters()
{
    const QString language = Language::instance().code(), chosen = m_chapters->currentData().toString();
    m_chapters->clear();
    QString subject;
    for (const auto &chapter : TourPlan::instance().chapters()) {
        if (chapter.subject != subject) {
            subject = chapter.subject;
            m_chapters->addItem(checks::Catalogue::instance().label(u"tourSubjects"_s, subject, language));
            auto *model = qobject_cast<QStandardItemModel *>(m_chapters->model());
            auto *head = model ? model->item(m_chapters->count() - 1) : nullptr;
            if (head) {
                head->setFlags(Qt::NoItemFlags);
                auto font = m_chapters->font();
                font.setBold(true);
                head->setFont(font);
            }
        }
        m_chapters->addItem(assistant::tourChapterTitle(chapter, language), chapter.id);
    }
    m_chapters->setCurrentIndex(std::max(0, m_chapters->findData(chosen)));
}

void TourBar::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void TourBar::focusPlayer()
{
    m_play->setFocus(Qt::OtherFocusReason);
}

void TourBar::tell(const assistant::TourWords &words)
{
    QString text = words.text;
    int number = 0;
    for (const QString &todo : words.todo)
        text += u"\n%1. %2"_s.arg(++number).arg(todo);
    m_title->setText(words.title);
    m_text->setText(text);
    const QString said = words.title + u". "_s + text;
    if (said == m_said)
        return;
    m_said = said;
    m_told->setAccessibleName(said);
    if (isVisible() && m_tour->state() == Tour::State::Shown)
        announce(m_told, said);
}

void TourBar::render()
{
    const bool on = m_tour->isOn();
    m_caption->setVisible(!on);
    m_told->setVisible(on);
    m_progress->setVisible(on);
    m_leave->setVisible(on);
    if (on) {
        const int count = int(m_tour->chapter().stations.size());
        m_progress->setText(m_tour->state() == Tour::State::Going
                                ? tr("%1 of %2, one moment…").arg(m_tour->stationNumber()).arg(count)
                                : tr("%1 of %2").arg(m_tour->stationNumber()).arg(count));
        const auto failed = checks::Catalogue::instance().tour(u"failed"_s, Language::instance().code(), {});
        tell(m_tour->state() == Tour::State::Failed ? assistant::TourWords{failed.title, failed.text, {}}
                                                    : m_tour->words());
        m_chapters->setCurrentIndex(std::max(0, m_chapters->findData(m_tour->chapter().id)));
    }
    renderButtons();
    arrange();
}

// While no tour goes on the page below has the room: one line, where there is the width for it.
void TourBar::arrange()
{
    int needed = 2 * m_player->spacing() + layout()->contentsMargins().left() * 2;
    for (const QWidget *part : std::initializer_list<QWidget *>{m_caption, m_chapters, m_play, m_step})
        needed += part->sizeHint().width() + m_player->spacing();
    const bool inOneLine = !m_tour->isOn() && needed <= width();
    m_player->setDirection(inOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TourBar::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void TourBar::renderButtons()
{
    const bool on = m_tour->isOn(), playing = m_tour->isPlaying();
    m_start->setVisible(on);
    m_next->setVisible(on);
    label(m_play, Qt::Key_F6, playing ? tr("Pause") : tr("Play the tour"));
    label(m_step, Qt::Key_F7, on ? tr("Step") : tr("Step by step"));
    paintIcons();
}

void TourBar::retranslate()
{
    setAccessibleName(tr("Tour of the rehearsal"));
    m_caption->setText(accessibleName());
    m_chapters->setAccessibleName(tr("Chapter"));
    m_chapters->view()->setAccessibleName(m_chapters->accessibleName());
    label(m_start, Qt::Key_F5, tr("From the start"));
    label(m_next, Qt::Key_F8, tr("Next chapter"));
    m_leave->setLabel(tr("Leave the tour"));
    fillChapters();
    m_tour->setLanguage(Language::instance().code());
    render();
}

void TourBar::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
