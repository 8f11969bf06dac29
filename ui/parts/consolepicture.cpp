// SPDX-License-Identifier: Apache-2.0
#include "parts/consolepicture.h"

#include "shell/presentation.h"
#include "shell/theme.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Drawn for a column at the side; larger, it would push away what the page says.
constexpr int widest = 360;

// SVG Tiny has no paragraphs: each line becomes a text of its own under the first.
QString inLines(const QString &element, const QString &label)
{
    static const QRegularExpression widthIn(u" data-width=\"(\\d+)\""_s), yIn(u" y=\"([\\d.]+)\""_s);
    const auto width = widthIn.match(element);
    const auto y = yIn.match(element);
    constexpr int lineHeight = 15;
    QFont font = Theme::font(FontRole::Small);
    constexpr int scale = 2; // the pictures' letters have 10.5 pixels, and a font whole ones
    font.setPixelSize(21);
    QTextLayout layout(label, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QString all;
    for (int n = 0;; ++n) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(scale * width.captured(1).toInt());
        QString one = element;
        one.replace(y.captured(0), u" y=\"%1\""_s.arg(y.captured(1).toDouble() + n * lineHeight));
        one.remove(width.captured(0));
        all += one.arg(label.mid(line.textStart(), line.textLength()).trimmed().toHtmlEscaped()) + u'\n';
    }
    layout.endLayout();
    return all;
}

QString labelled(QString svg, int number, const QString &label)
{
    static const QRegularExpression text(u"<text[^>]* data-width=\"\\d+\"[^>]*>\\$\\{(\\d)\\}</text>"_s);
    const QString place = u"${%1}"_s.arg(number);
    auto matches = text.globalMatch(svg);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(1).toInt() == number)
            return svg.replace(match.captured(0), inLines(match.captured(0).replace(place, u"%1"_s), label));
    }
    return svg.replace(place, label.toHtmlEscaped());
}

} // namespace

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
    QFile file(m_name.contains(u'/') ? u":/%1.svg"_s.arg(m_name) : u":/console/%1.svg"_s.arg(m_name));
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
        svg = labelled(svg, i + 1, m_labels.at(i));
    m_svg->load(svg.toUtf8());
    updateGeometry();
    takeHeight();
    update();
}

// A layout never gives more than the size hint's height, which is that of the narrow column.
void ConsolePicture::takeHeight()
{
    const int needs = heightForWidth(width());
    if (needs > 0 && needs != maximumHeight())
        setFixedHeight(needs);
}

void ConsolePicture::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    takeHeight();
}

int ConsolePicture::heightForWidth(int width) const
{
    const auto size = m_svg->defaultSize();
    return size.width() > 0 ? std::min(width, widest) * size.height() / size.width() : 0;
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
    m_svg->render(&painter, QRectF(0, 0, std::min(width(), widest), heightForWidth(width())));
}

} // namespace ui
