// SPDX-License-Identifier: Apache-2.0
#include "steps/setuplist.h"

#include "checks/catalogue.h"
#include "parts/checkrow.h"
#include "parts/fields.h"
#include "parts/messagebar.h"
#include "setup/schema.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/sessionhost.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

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
QString stateText(const setup::Listed &listed, const assistant::Progress &progress, bool isOpen)
{
    QStringList lines;
    if (isOpen)
        lines << SetupList::tr("Is open");
    if (!listed.nocobase.isEmpty())
        lines << Presentation::instance().name(listed.nocobase.host());
    QString done = SetupList::tr("%1 of %2 steps done").arg(progress.done).arg(progress.all);
    if (progress.attention > 0)
        done += u" · "_s + SetupList::tr("%n step(s) need attention", nullptr, progress.attention);
    lines << done;
    if (const auto step = setup::stepFromName(listed.step))
        lines << SetupList::tr("Left at: %1")
                     .arg(checks::Catalogue::instance().step(*step, Language::instance().code()).rail);
    const auto checked = QLocale().toString(listed.checkedAt.toLocalTime(), QLocale::ShortFormat);
    lines << (listed.checkedAt.isValid() ? SetupList::tr("Last checked: %1").arg(checked)
                                         : SetupList::tr("Not checked yet"));
    return lines.join(u'\n');
}

// "CRM (2)": a name is read in every language.
QString copyName(const QString &name, const QList<setup::Listed> &setups)
{
    static const QRegularExpression number(u" \\([0-9]+\\)$"_s);
    const QString base = QString(name).remove(number);
    const auto isTaken = [&setups](const QString &wished) {
        return std::any_of(setups.begin(), setups.end(),
                           [&wished](const setup::Listed &one) { return one.name == wished; });
    };
    int count = 2;
    while (isTaken(u"%1 (%2)"_s.arg(base).arg(count)))
        ++count;
    return u"%1 (%2)"_s.arg(base).arg(count);
}

QString rowName(const QString &id)
{
    return u"welcome.setup."_s + id;
}

} // namespace

SetupList::SetupList(SessionHost *host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"welcome.setups"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void SetupList::render()
{
    // Rows are made anew. A control that goes with the focus would pass it on, and the page would scroll to
    // wherever that is.
    auto *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    const QString focusedName = hadFocus ? focused->objectName() : QString();
    if (hadFocus)
        focused->clearFocus();
    while (auto *item = m_rows->takeAt(0)) {
        if (auto *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    m_controls.clear();
    const auto setups = m_host->setups();
    m_isEmpty = setups.isEmpty();
    setAccessibleName(tr("Setups"));
    setVisible(!m_isEmpty);
    m_lastUsed.clear();
    QDateTime last;
    for (const auto &listed : setups) {
        addRow(listed, m_rows->isEmpty());
        if (listed.readable && (m_lastUsed.isEmpty() || listed.usedAt > last)) {
            m_lastUsed = listed.id;
            last = listed.usedAt;
        }
    }
    if (hadFocus)
        focus(focusedName);
}

void SetupList::focus(const QString &name)
{
    for (auto *control : std::as_const(m_controls)) {
        if (control->objectName() == name)
            return control->setFocus(Qt::OtherFocusReason);
    }
    if (!m_controls.isEmpty()) // its setup is gone
        m_controls.first()->setFocus(Qt::OtherFocusReason);
}

QWidget *SetupList::opener() const
{
    const QString name = rowName(m_lastUsed) + u".open"_s;
    const auto it = std::find_if(m_controls.begin(), m_controls.end(),
                                 [&name](const QWidget *one) { return one->objectName() == name; });
    return it == m_controls.end() ? nullptr : *it;
}

void SetupList::tell(const net::Result<void> &opened)
{
    if (!opened)
        emit failed(opened.error());
}

void SetupList::addRow(const setup::Listed &listed, bool first)
{
    auto *row = new CheckRow(rowName(listed.id), this);
    row->setFirst(first);
    const auto name = listed.name.isEmpty() ? listed.id : listed.name;
    const auto &presentation = Presentation::instance();
    if (listed.readable) {
        const auto progress = assistant::progressOf(listed.findings, listed.confirmed);
        row->setContent(markOf(progress), presentation.name(name),
                        stateText(listed, progress, m_host->isOpen(listed.id)));
    } else {
        row->setContent(Mark::Problem, presentation.name(name),
                        tr("This file cannot be read: %1").arg(presentation.name(listed.path)));
    }
    addLinks(row, listed, name);
    if (m_askedOf == listed.id && m_asks == Asks::NewName)
        askName(row, listed.id, name);
    if (m_askedOf == listed.id && m_asks == Asks::Removal)
        askRemoval(row, listed.id, name);
    m_rows->addWidget(row);
    row->show();
}

QWidget *SetupList::link(CheckRow *row, const QString &key, const QString &label,
                         const std::function<void()> &pressed)
{
    auto *link = row->setLink(key, label);
    connect(link, &QPushButton::clicked, this, pressed);
    m_controls += link;
    return link;
}

void SetupList::addLinks(CheckRow *row, const setup::Listed &listed, const QString &name)
{
    const auto id = listed.id;
    if (listed.readable) {
        link(row, u"open"_s, tr("Continue"), [this, id] {
            if (m_host->isOpen(id))
                emit goTo(m_host->firstStep());
            else
                tell(m_host->openSetup(id));
        });
        link(row, u"duplicate"_s, tr("Duplicate"),
             [this, id, name] { tell(m_host->duplicate(id, copyName(name, m_host->setups()))); });
        link(row, u"rename"_s, tr("Rename"), [this, id] { ask(id, Asks::NewName); });
    }
    link(row, u"remove"_s, tr("Remove…"), [this, id] { ask(id, Asks::Removal); });
}

// One row at a time asks. Rows are made anew with it.
void SetupList::ask(const QString &id, Asks what)
{
    const Asks before = std::exchange(m_asks, what);
    m_askedOf = id;
    render();
    emit controlsChanged();
    const QString part = what == Asks::NewName     ? u".name.edit"_s
                         : what == Asks::Removal   ? u".question.no"_s
                         : before == Asks::NewName ? u".rename"_s
                                                   : u".remove"_s;
    focus(rowName(id) + part);
}

void SetupList::askName(CheckRow *row, const QString &id, const QString &name)
{
    auto *field = new TextField(row->objectName() + u".name"_s, row);
    field->setPasteShown(false);
    field->setMono(false);
    field->setLongest(setup::longest(u"/name"_s));
    field->setLabel(tr("New name"));
    field->setText(name);
    field->edit()->selectAll();
    auto *buttons = new QHBoxLayout;
    auto *save = new Button(Button::Kind::Primary, row->objectName() + u".name.save"_s, row);
    auto *cancel = new Button(row->objectName() + u".name.cancel"_s, row);
    save->setLabel(tr("Save"));
    cancel->setLabel(tr("Cancel"));
    buttons->addWidget(save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    row->below()->addWidget(field);
    row->below()->addLayout(buttons);
    m_controls += {field->edit(), save, cancel};
    const auto take = [this, id, field] {
        const auto typed = field->text().simplified();
        ask(id, Asks::Nothing);
        if (!typed.isEmpty())
            m_host->rename(id, typed);
    };
    connect(save, &QPushButton::clicked, this, take);
    connect(field->edit(), &QLineEdit::returnPressed, this, take);
    connect(cancel, &QPushButton::clicked, this, [this, id] { ask(id, Asks::Nothing); });
}

void SetupList::askRemoval(CheckRow *row, const QString &id, const QString &name)
{
    auto *question = new MessageBar(row->objectName() + u".question"_s, row);
    auto *yes = question->addButton(u"yes"_s);
    auto *no = question->addButton(u"no"_s, Button::Kind::Primary);
    yes->setLabel(tr("Remove this setup"));
    no->setLabel(tr("Keep it"));
    row->below()->addWidget(question);
    question->setMessage(
        MessageBar::Tone::Warning,
        tr("Remove “%1” from this computer? Its file, what was seen of it and its values in the keychain are "
           "deleted, and what was applied can no longer be undone from here. NocoBase and WeCom stay as they "
           "are.")
            .arg(Presentation::instance().name(name)));
    m_controls += {yes, no};
    connect(no, &QPushButton::clicked, this, [this, id] { ask(id, Asks::Nothing); });
    connect(yes, &QPushButton::clicked, this, [this, id] {
        m_asks = Asks::Nothing;
        m_host->remove(id);
    });
}

} // namespace ui
