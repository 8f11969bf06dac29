// SPDX-License-Identifier: Apache-2.0
#include "steps/stagelist.h"

#include "checks/catalogue.h"
#include "parts/checkrow.h"
#include "shell/language.h"
#include "shell/presentation.h"

namespace ui {

using namespace Qt::StringLiterals;
using login::Stage;
using login::StageState;

namespace {

QString said(const Stage &stage, const QString &key)
{
    const QString name = login::stageName(stage.id);
    return checks::Catalogue::instance().sentence(u"stages"_s, key.isEmpty() ? name : name + u'.' + key,
                                                  Presentation::instance().shown(stage.evidence),
                                                  Language::instance().code());
}

QString clock(const QDateTime &at)
{
    return at.toLocalTime().toString(u"HH:mm:ss"_s);
}

} // namespace

Mark markOf(StageState state)
{
    switch (state) {
    case StageState::Open:
        return Mark::Todo;
    case StageState::Running:
        return Mark::Running;
    case StageState::Passed:
        return Mark::Ok;
    case StageState::Doubted:
        return Mark::Warning;
    case StageState::Failed:
        return Mark::Problem;
    case StageState::Stopped:
        return Mark::Notice;
    }
    return Mark::Todo;
}

StageList::StageList(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    retranslate();
}

void StageList::addRow()
{
    const qsizetype index = m_rows.size();
    auto *row = new CheckRow(u"%1.row%2"_s.arg(objectName()).arg(index + 1), this);
    row->setFirst(m_rows.isEmpty());
    auto *details = new Text(FontRole::Small, Text::Tone::Muted, row->objectName() + u".details"_s, row);
    row->below()->addWidget(details);
    details->hide();
    m_layout->addWidget(row);
    m_rows.append({row, details});
    row->setContent(Mark::Todo, u" "_s, {});
    connect(row->setLink(u"open"_s, tr("Details")), &QPushButton::clicked, this, [this, index] {
        const auto id = m_stages.at(index).id;
        if (!m_open.remove(id))
            m_open.insert(id);
        render(index);
    });
}

void StageList::setStages(const QList<Stage> &stages)
{
    m_stages = stages;
    while (m_rows.size() < stages.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i).row->setVisible(i < stages.size());
        if (i < stages.size())
            render(i);
    }
}

void StageList::render(qsizetype index)
{
    const Stage &stage = m_stages.at(index);
    const auto [row, details] = m_rows.at(index);
    row->setContent(markOf(stage.state), said(stage, {}),
                    stage.told.isEmpty() ? QString() : said(stage, stage.told));
    const bool isOpen = m_open.contains(stage.id);
    row->setLink(u"open"_s, isOpen ? tr("Less") : tr("Details"));
    details->setVisible(isOpen);
    if (!isOpen)
        return;
    QStringList lines;
    if (stage.at.isValid())
        lines << tr("When: %1").arg(clock(stage.at));
    if (stage.duration)
        lines << tr("It took %1 s").arg(double(stage.duration->count()) / 1000, 0, 'f', 1);
    for (const login::Sighting &one : stage.sightings)
        lines << tr("%1: %2").arg(clock(one.at),
                                  checks::Catalogue::instance().label(u"sights"_s, login::sightName(one.what),
                                                                      Language::instance().code()));
    if (!stage.host.isEmpty())
        lines << tr("Host: %1").arg(stage.host)
              << tr("Address: %1").arg(stage.address.toString(QUrl::FullyEncoded));
    if (stage.status > 0)
        lines << tr("Answer: %1").arg(stage.status);
    if (stage.limit)
        lines << (stage.limit->human ? tr("A person has %1 for it") : tr("It has %1 to come"))
                     .arg(login::clockText(stage.limit->time));
    lines << tr("What it proves: %1").arg(said(stage, u"proves"_s))
          << tr("What would be wrong: %1").arg(said(stage, u"wrong"_s));
    details->setText(lines.join(u'\n'));
}

void StageList::retranslate()
{
    setAccessibleName(tr("What happened"));
    for (qsizetype i = 0; i < m_stages.size(); ++i)
        render(i);
}

} // namespace ui
