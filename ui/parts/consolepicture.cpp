// SPDX-License-Identifier: Apache-2.0
#include "parts/consolepicture.h"

#include "shell/presentation.h"
#include "shell/theme.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace ui {

using namespace Qt::StringLiterals;

ConsolePicture::ConsolePicture(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_svg(new QSvgRenderer(this))
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, &ConsolePicture::load);
}

void ConsolePicture::setPicture(const QString &name, const QStringList &labels, const QString &description)
{
    Presentation::instance().say(this, description);
    Presentation::instance().describe(this, description);
    if (name == m_name && labels == m_labels)
        return;
    m_name = name;
    m_labels = labels;
    load();
}

bool ConsolePicture::isValid() const
{
    return m_svg->isValid();
}

void ConsolePicture::load()
{
    if (m_name.isEmpty())
        return;
    QFile file(u":/console/%1.svg"_s.arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    auto svg = QString::fromUtf8(file.readAll());
    const auto &c = colours();
    const QList<std::pair<QString, QColor>> names = {
        {u"rail"_s, c.rail}, {u"line"_s, c.line},   {u"card"_s, c.card},       {u"accent"_s, c.accent},
        {u"text"_s, c.text}, {u"muted"_s, c.muted}, {u"soft"_s, c.accentSoft}, {u"onAccent"_s, c.onAccent},
    };
    for (const auto &[name, colour] : names)
        svg.replace(u"${%1}"_s.arg(name), colour.name());
    for (int i = 0; i < m_labels.size(); ++i)
        svg.replace(u"${%1}"_s.arg(i + 1), m_labels.at(i).toHtmlEscaped());
    m_svg->load(svg.toUtf8());
    updateGeometry();
    update();
}

int ConsolePicture::heightForWidth(int width) const
{
    const auto size = m_svg->defaultSize();
    return size.width() > 0 ? width * size.height() / size.width() : 0;
}

QSize ConsolePicture::sizeHint() const
{
    const auto size = m_svg->defaultSize();
    return size.isValid() ? size : QSize(268, 176);
}

void ConsolePicture::paintEvent(QPaintEvent *)
{
    if (!m_svg->isValid())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(FontRole::Small));
    m_svg->render(&painter, QRectF(0, 0, width(), heightForWidth(width())));
}

} // namespace ui
