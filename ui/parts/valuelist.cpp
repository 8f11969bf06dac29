// SPDX-License-Identifier: Apache-2.0
#include "parts/valuelist.h"

#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

ValueList::ValueList(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, 190);
    m_grid->setColumnStretch(1, 1);
}

ValueList::Line &ValueList::line(const QString &key, const QString &label, bool hasWords)
{
    Line &line = m_lines[key];
    if (!line.label) {
        const int row = m_grid->rowCount();
        const QString name = objectName() + u'.' + key;
        line.label = new Text(FontRole::Check, Text::Tone::Plain, name + u".label"_s, this);
        m_grid->addWidget(line.label, row, 0, Qt::AlignVCenter);
        if (hasWords)
            line.words = new Text(FontRole::Check, Text::Tone::Plain, name, this);
        else
            line.copy = new CopyRow(name, this);
        m_grid->addWidget(hasWords ? static_cast<QWidget *>(line.words) : line.copy, row, 1);
    }
    line.label->setText(label);
    return line;
}

void ValueList::setValue(const QString &key, const QString &label, const QString &value)
{
    line(key, label, false).copy->setValue(value, label);
}

void ValueList::setSecret(const QString &key, const QString &label, std::function<QString()> fetch,
                          bool present)
{
    line(key, label, false).copy->setHidden(std::move(fetch), label, present);
}

void ValueList::setWords(const QString &key, const QString &label, const QString &words)
{
    line(key, label, true).words->setText(words);
}

void ValueList::setShown(const QString &key, bool shown)
{
    const Line line = m_lines.value(key);
    for (QWidget *part : std::initializer_list<QWidget *>{line.label, line.copy, line.words}) {
        if (part)
            part->setVisible(shown);
    }
}

} // namespace ui
