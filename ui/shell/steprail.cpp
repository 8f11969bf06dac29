// SPDX-License-Identifier: Apache-2.0
#include "shell/steprail.h"

#include "checks/catalogue.h"
#include "checks/languages.h"
#include "parts/buttons.h"
#include "parts/named.h"
#include "parts/presentationlink.h"
#include "parts/statusicon.h"
#include "parts/text.h"
#include "shell/about.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/style.h"
#include "shell/thememenu.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QTextLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textLeft = 36;
constexpr int textRight = 8;

QString stateText(assistant::StepState state)
{
    switch (state) {
    case assistant::StepState::Open:
        return StepRail::tr("open");
    case assistant::StepState::Confirmed:
        return StepRail::tr("confirmed by you");
    case assistant::StepState::Verified:
        return StepRail::tr("checked");
    case assistant::StepState::NeedsAttention:
        return StepRail::tr("needs attention");
    }
    return {};
}

QToolButton *footButton(const QString &objectName, QWidget *parent)
{
    auto *button = named(new QToolButton(parent), objectName, {});
    button->setAutoRaise(true);
    button->setFont(Theme::font(FontRole::Small));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RailItem::RailItem(setup::StepId id, QWidget *parent) : QAbstractButton(parent), m_id(id)
{
    setObjectName(u"rail."_s + setup::stepName(id));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // Larger letters need more room for the same words.
    connect(&Presentation::instance(), &Presentation::changed, this, [this] { updateGeometry(); });
}

void RailItem::set(const QString &text, assistant::StepState state, bool current, bool busy)
{
    if (text == this->text() && state == m_state && current == m_current && busy == m_busy &&
        !accessibleDescription().isEmpty())
        return;
    setText(text);
    m_state = state;
    m_current = current;
    m_busy = busy;
    setAccessibleName(text);
    setAccessibleDescription((current ? StepRail::tr("current step") + u", "_s : QString()) +
                             stateText(state));
    updateGeometry();
    update();
}

// Asked of the pointer itself: the list may have moved away from under it.
bool RailItem::isPointedAt() const
{
    return underMouse() && rect().contains(mapFromGlobal(QCursor::pos()));
}

QSize RailItem::sizeHint() const
{
    return {metric::railWidth - 28, heightForWidth(metric::railWidth - 28)};
}

int RailItem::heightForWidth(int width) const
{
    const QFontMetrics metrics(Theme::font(FontRole::Check));
    const auto bounds =
        metrics.boundingRect(QRect(0, 0, width - textLeft - textRight, 1000), Qt::TextWordWrap, text());
    // Larger letters leave less room around them, so that all steps are still seen at once.
    return std::max(30, bounds.height() + (Presentation::instance().isOn() ? 7 : 11));
}

void RailItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &c = colours();
    if (m_current || isPointedAt()) {
        auto ground = c.accentSoft;
        if (!m_current)
            ground.setAlphaF(0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), metric::radius, metric::radius);
    }
    const QRectF dot(8, (height() - 18) / 2.0, 18, 18);
    Mark mark = Mark::Todo;
    if (m_current && m_state != assistant::StepState::NeedsAttention)
        mark = Mark::Current;
    else if (m_state == assistant::StepState::Verified)
        mark = Mark::Ok;
    else if (m_state == assistant::StepState::Confirmed)
        mark = Mark::Confirmed;
    else if (m_state == assistant::StepState::NeedsAttention)
        mark = Mark::Warning;
    drawMark(&painter, dot, mark);
    painter.setPen(c.text);
    painter.setFont(Theme::font(FontRole::Check)); // of one weight: a bolder one may need another line
    painter.drawText(rect().adjusted(textLeft, 0, -textRight, 0), Qt::AlignVCenter | Qt::TextWordWrap,
                     text());
    if (hasFocus())
        drawFocusRing(&painter, rect(), metric::radius);
}

void RailItem::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void RailItem::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailItem::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

StepRail::StepRail(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"rail"_s);
    setFixedWidth(metric::railWidth);
    build();
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StepRail::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 20, 15 - metric::scrollBar, 12); // the scroll bar stands in the margin
    layout->setSpacing(0);
    m_brand = new Text(FontRole::Brand, Text::Tone::Plain, u"rail.brand"_s, this);
    m_brand->setContentsMargins(8, 0, 8, 2);
    m_who = new Text(FontRole::Small, Text::Tone::Muted, u"rail.who"_s, this);
    m_who->setContentsMargins(8, 0, 8, 0);
    m_who->setMinimumHeight(20);
    layout->addWidget(m_brand);
    layout->addWidget(m_who);
    layout->addSpacing(10);
    // The list scrolls on its own where the window is low.
    auto *scroll = m_scroll = named(new QScrollArea(this), u"rail.scroll"_s, {});
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // shows nothing while there is nothing to scroll
    auto *list = named(new QWidget, u"rail.list"_s, {});
    list->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *items = new QVBoxLayout(list);
    items->setContentsMargins(0, 0, 0, 0);
    items->setSpacing(0);
    for (const auto &step : assistant::steps()) {
        if (!m_groups.contains(step.group)) {
            auto *group =
                new Text(FontRole::Group, Text::Tone::Muted, u"rail.group%1"_s.arg(int(step.group)), list);
            group->setContentsMargins(8, 11, 8, 4);
            items->addWidget(group);
            m_groups.insert(step.group, group);
        }
        auto *item = new RailItem(step.id, list);
        connect(item, &RailItem::clicked, this, [this, id = step.id] { emit chosen(id); });
        items->addWidget(item);
        m_items.insert(step.id, item);
    }
    items->addStretch(1);
    scroll->setWidget(list);
    list->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    buildFoot(layout);
    connect(&Presentation::instance(), &Presentation::changed, this, &StepRail::showCurrent);
    retranslate();
}

void StepRail::buildFoot(QVBoxLayout *layout)
{
    m_language = footButton(u"rail.language"_s, this);
    auto *menu = named(new QMenu(m_language), u"rail.language.menu"_s, {});
    auto *group = new QActionGroup(menu);
    for (const auto &language : checks::languages()) {
        auto *action = menu->addAction(language.name);
        action->setObjectName(u"language."_s + language.code);
        action->setCheckable(true);
        action->setChecked(language.code == Language::instance().code());
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [code = language.code] { Language::instance().set(code); });
    }
    m_menu = menu;
    m_themes = new ThemeMenu(menu);
    connect(m_language, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_language->mapToGlobal(QPoint(0, -m_menu->sizeHint().height()))); });
    m_help = footButton(u"rail.help"_s, this);
    connect(m_help, &QToolButton::clicked, this, &StepRail::helpWanted);
    m_present = new PresentationLink(u"rail.present"_s, this);
    m_about = footButton(u"rail.about"_s, this);
    connect(m_about, &QToolButton::clicked, this, [this] { (new AboutDialog(window()))->open(); });
    // Under the names of the steps, and as far from the other edge.
    auto *upper = new QHBoxLayout;
    upper->setContentsMargins(1, 0, 12, 0);
    upper->addWidget(m_language);
    upper->addStretch(1);
    upper->addWidget(m_help);
    auto *lower = new QHBoxLayout;
    lower->setContentsMargins(4, 0, 12, 0);
    lower->addWidget(m_present);
    lower->addStretch(1);
    lower->addWidget(m_about);
    layout->addLayout(upper);
    layout->addLayout(lower);
}

void StepRail::setSession(assistant::SetupSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &assistant::SetupSession::changed, this, &StepRail::render);
        connect(session, &assistant::SetupSession::workChanged, this, &StepRail::render);
    }
    render();
}

void StepRail::setCurrent(setup::StepId id)
{
    m_current = id;
    render();
    for (auto *item : std::as_const(m_items))
        item->update(); // the pointer may be on none of them any more
    showCurrent();
}

// In a low window, or with larger letters, the list scrolls.
void StepRail::showCurrent()
{
    QTimer::singleShot(0, this, [this] { // once the list has its new size
        if (auto *item = m_items.value(m_current))
            m_scroll->ensureWidgetVisible(item, 0, 4);
    });
}

void StepRail::render()
{
    if (!m_session)
        return;
    const auto &language = Language::instance().code();
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it)
        it.value()->set(checks::Catalogue::instance().step(it.key(), language).rail,
                        m_session->state(it.key()), it.key() == m_current, m_session->isBusy(it.key()));
    const auto url = m_session->setup().nocobase.url;
    QString who = url.isValid() ? url.host() : QString();
    if (url.port() > 0)
        who += u':' + QString::number(url.port());
    if (who.isEmpty())
        who = Presentation::instance().name(m_session->setup().name);
    showWho(m_session->isRehearsal() ? tr("Rehearsal") + u" · "_s + who : who);
}

// However long it is, the steps keep their room; all of it is in the tool tip, and is read out.
void StepRail::showWho(const QString &who)
{
    const QString shown = Presentation::instance().shown(who);
    const int width = metric::railWidth - 14 - 15 - 16; // between the margins
    const QFontMetrics metrics(m_who->font());
    const QString brief =
        metrics.elidedText(shown, Qt::ElideRight, 2 * width - metrics.averageCharWidth() * 8);
    m_who->setText(brief);
    m_who->setToolTip(brief == shown ? QString() : shown);
    m_who->setAccessibleName(shown);
}

void StepRail::retranslate()
{
    const auto &language = Language::instance().code();
    m_brand->setOwn(tr("WeCom login for NocoBase"));
    for (const auto &step : assistant::steps())
        m_groups.value(step.group)->setOwn(checks::Catalogue::instance().step(step.id, language).group);
    const auto &name = checks::language(language).name;
    m_language->setText(name + u" ▾"_s);
    m_language->setAccessibleName(tr("Language: %1").arg(name));
    if (auto *chosen = m_menu->findChild<QAction *>(u"language."_s + language))
        chosen->setChecked(true);
    m_themes->retranslate();
    m_menu->setAccessibleName(tr("Language and look"));
    m_language->setToolTip(m_menu->accessibleName());
    m_help->setText(tr("Help"));
    m_help->setAccessibleName(tr("Help: opens the guide"));
    m_about->setText(tr("About"));
    m_about->setAccessibleName(tr("About this program"));
    m_present->retranslate();
    setAccessibleName(tr("Steps"));
    m_scroll->setAccessibleName(tr("Steps"));
    findChild<QWidget *>(u"rail.list"_s)->setAccessibleName(tr("Steps"));
    render();
}

void StepRail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showCurrent();
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours().rail);
    painter.setPen(colours().line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void StepRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
