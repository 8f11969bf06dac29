// SPDX-License-Identifier: Apache-2.0
#include "steps/sightpicker.h"

#include "checks/catalogue.h"
#include "checks/sights.h"
#include "parts/consolepicture.h"
#include "parts/flowlayout.h"
#include "parts/named.h"
#include "parts/text.h"
#include "shell/language.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Three of them stand beside each other on the page.
constexpr int tileWidth = 128, pictureWidth = 104, margin = 8;

} // namespace

SightTile::SightTile(const QString &id, const QString &objectName, QWidget *parent)
    : QPushButton(parent)
    , m_id(id)
    , m_picture(new ConsolePicture(objectName + u".picture"_s, this))
    , m_words(new Text(FontRole::Small, Text::Tone::Plain, objectName + u".words"_s, this))
{
    setObjectName(objectName);
    setCheckable(true);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(6);
    m_picture->setFixedSize(pictureWidth, pictureWidth * 84 / 120);
    m_words->setFixedWidth(tileWidth - 2 * margin);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_words);
    column->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_picture, m_words})
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize SightTile::sizeHint() const
{
    // As high as the longest words need, so that the tiles stand in rows.
    constexpr int lines = 5;
    return {tileWidth,
            2 * margin + pictureWidth * 84 / 120 + 6 + lines * m_words->fontMetrics().lineSpacing()};
}

void SightTile::retranslate()
{
    const auto &catalogue = checks::Catalogue::instance();
    const auto &language = Language::instance().code();
    const QString words = catalogue.label(u"pictures"_s, m_id, language);
    const QString picture = catalogue.label(u"pictures"_s, m_id + u"-picture"_s, language);
    m_words->setText(words);
    m_picture->setPicture(checks::sightOf(m_id)->picture(), {}, picture);
    setAccessibleName(words);
    setAccessibleDescription(picture);
}

void SightTile::paintEvent(QPaintEvent *)
{
    const auto &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus();
    painter.setPen(QPen(strong ? c.accent : c.line, strong ? 2 : 1));
    painter.setBrush(isChecked() || underMouse() ? c.accentSoft : c.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metric::radius, metric::radius);
}

SightPicker::SightPicker(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    named(this, objectName, {});
    auto *flow = new FlowLayout(8, this);
    for (const checks::Sight &sight : checks::sights()) {
        auto *tile = new SightTile(sight.id, objectName + u'.' + sight.id, this);
        flow->addWidget(tile);
        m_tiles.append(tile);
        connect(tile, &QPushButton::clicked, this, [this, tile] {
            setChosen(tile->id());
            emit chosen(tile->id());
        });
    }
}

void SightPicker::setChosen(const QString &id)
{
    for (SightTile *tile : std::as_const(m_tiles))
        tile->setChecked(tile->id() == id);
}

void SightPicker::retranslate()
{
    setAccessibleName(tr("What did you see?"));
    for (SightTile *tile : std::as_const(m_tiles))
        tile->retranslate();
}

} // namespace ui
