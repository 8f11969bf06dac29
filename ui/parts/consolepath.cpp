// SPDX-License-Identifier: Apache-2.0
#include "parts/consolepath.h"

#include "parts/flowlayout.h"
#include "parts/text.h"
#include "shell/language.h"
#include "wecom/console.h"

#include <QEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class Chip : public Text
{
public:
    Chip(const QString &objectName, QWidget *parent) : Text(FontRole::Label, Tone::Plain, objectName, parent)
    {
        setWordWrap(false);
        setContentsMargins(8, 2, 8, 2);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().accentSoft);
        painter.drawRoundedRect(rect(), 5, 5);
        painter.end();
        Text::paintEvent(event);
    }
};

} // namespace

ConsolePath::ConsolePath(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(6, this))
{
    setObjectName(objectName);
}

void ConsolePath::setPlace(const QString &id, const QString &appName)
{
    m_place = id;
    m_appName = appName;
    rebuild();
}

void ConsolePath::rebuild()
{
    const bool chinese = Language::instance().isChinese();
    const auto place = wecom::consolePlace(m_place);
    QStringList labels;
    for (const auto &label : place.path) {
        if (label.english == u"your app"_s) // no name in the console: in the person's own words
            labels.append(m_appName.isEmpty() ? tr("your app") : m_appName);
        else if (chinese)
            labels.append(label.chinese);
        else
            labels.append(label.chinese.isEmpty() || label.english == label.chinese
                              ? label.english
                              : label.english + u' ' + label.chinese);
    }
    if (labels == m_shown)
        return;
    m_shown = labels;
    while (auto *item = m_flow->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (int i = 0; i < labels.size(); ++i) {
        if (i > 0) {
            auto *arrow =
                new Text(FontRole::Label, Text::Tone::Muted, u"%1.arrow%2"_s.arg(objectName()).arg(i), this);
            arrow->setWordWrap(false);
            arrow->setContentsMargins(0, 2, 0, 2);
            arrow->setText(u"›"_s);
            m_flow->addWidget(arrow);
        }
        auto *chip = new Chip(u"%1.chip%2"_s.arg(objectName()).arg(i), this);
        chip->setText(labels.at(i));
        m_flow->addWidget(chip);
    }
    for (auto *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!labels.isEmpty() && m_flow->indexOf(child) >= 0)
            child->show();
    }
    setAccessibleName(labels.join(u" › "_s));
    updateGeometry();
}

void ConsolePath::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace ui
