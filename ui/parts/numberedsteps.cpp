// SPDX-License-Identifier: Apache-2.0
#include "parts/numberedsteps.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class Number : public QWidget
{
public:
    Number(int number, const QString &objectName, QWidget *parent) : QWidget(parent), m_number(number)
    {
        setObjectName(objectName);
        setAccessibleName(QString::number(number));
        setFixedSize(21, 21);
        connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().accentSoft);
        painter.drawEllipse(rect());
        painter.setPen(colours().accent);
        auto font = Theme::font(FontRole::Group);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

} // namespace

NumberedSteps::NumberedSteps(const QString &objectName, int count, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("What to do"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(13);
    for (int i = 0; i < count; ++i) {
        auto *row = new QHBoxLayout;
        row->setSpacing(11);
        row->addWidget(new Number(i + 1, u"%1.number%2"_s.arg(objectName).arg(i + 1), this), 0, Qt::AlignTop);
        auto *box = new QVBoxLayout;
        box->setSpacing(6);
        auto *text = new Text(u"%1.step%2"_s.arg(objectName).arg(i + 1), this);
        text->setOpenExternalLinks(false);
        box->addWidget(text);
        row->addLayout(box, 1);
        layout->addLayout(row);
        m_rows.append({text, box});
    }
}

void NumberedSteps::setRich(int index, const QString &html)
{
    m_rows.at(index).text->setRich(html);
}

void NumberedSteps::addWidget(int index, QWidget *widget)
{
    m_rows.at(index).box->addWidget(widget);
}

} // namespace ui
