// SPDX-License-Identifier: Apache-2.0
#include "shell/about.h"

#include "parts/buttons.h"
#include "parts/named.h"
#include "parts/openpage.h"
#include "parts/text.h"
#include "shell/licences.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headRole = Qt::UserRole + 1;
constexpr int textRole = Qt::UserRole + 2;

// What stands above a licence's text: whose it is and where it comes from.
QString headOf(const Component &component)
{
    QStringList lines{u"<b>%1</b>"_s.arg(component.name.toHtmlEscaped())};
    if (!component.licence.isEmpty())
        lines << component.licence.toHtmlEscaped();
    if (!component.copyright.isEmpty())
        lines << u"© "_s + component.copyright.toHtmlEscaped();
    if (!component.url.isEmpty())
        lines << u"<a href=\"%1\">%1</a>"_s.arg(component.url.toHtmlEscaped());
    return lines.join(u"<br>"_s);
}

void addRow(QListWidget *list, const Component &component)
{
    auto *item = new QListWidgetItem(component.name, list);
    item->setData(headRole, headOf(component));
    item->setData(textRole, component.text);
    if (!component.licence.isEmpty())
        item->setToolTip(component.licence);
}

void addHeading(QListWidget *list, const QString &text)
{
    auto *item = new QListWidgetItem(text, list);
    item->setFlags(Qt::NoItemFlags);
    item->setFont(Theme::font(FontRole::Group));
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_list(named(new QListWidget(this), u"about.list"_s, tr("Parts and their licences")))
    , m_text(named(new QTextBrowser(this), u"about.text"_s, tr("Licence")))
{
    setObjectName(u"about"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About WeCom Setup"));
    setAccessibleName(windowTitle());
    resize(900, 620);
    auto *title = new Text(FontRole::CardTitle, Text::Tone::Plain, u"about.title"_s, this);
    title->setOwn(tr("WeCom Setup for NocoBase"));
    auto *version = new Text(FontRole::Body, Text::Tone::Plain, u"about.version"_s, this);
    version->setText(tr("Version %1, with Qt %2")
                         .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    version->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *free = new Text(FontRole::Small, Text::Tone::Muted, u"about.licence"_s, this);
    free->setText(tr("Free software under the Apache License 2.0, without any warranty. It is an independent "
                     "project, not affiliated with WeCom or NocoBase; their names belong to them."));
    openLinksOf(m_text);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(m_text, 1);
    auto *close = new Button(Button::Kind::Primary, u"about.close"_s, this);
    close->setLabel(tr("&Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    for (auto *text : {title, version, free})
        layout->addWidget(text);
    layout->addLayout(middle, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(m_list, &QListWidget::currentRowChanged, this, &AboutDialog::showRow);
    fill();
}

void AboutDialog::fill()
{
    for (const auto &component : Licences::ofProgram())
        addRow(m_list, component);
    if (const auto bundle = Licences::ofBundle(); !bundle.isEmpty()) {
        addHeading(m_list, tr("In this package"));
        for (const auto &component : bundle)
            addRow(m_list, component);
    }
    // As wide as its longest name, in whatever size the letters are.
    m_list->setFixedWidth(std::clamp(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth() +
                                         m_list->verticalScrollBar()->sizeHint().width(),
                                     230, 380));
    m_list->setCurrentRow(0);
}

void AboutDialog::showRow(int row)
{
    const auto *item = m_list->item(row);
    if (!item)
        return;
    // Licences have lines of 80 letters.
    const auto look =
        u"white-space: pre-wrap; font-size: %1pt"_s.arg(Theme::font(FontRole::Mono).pointSizeF() * 0.9);
    m_text->setHtml(item->data(headRole).toString() + u"<pre style=\"%1\">"_s.arg(look) +
                    item->data(textRole).toString().toHtmlEscaped() + u"</pre>"_s);
}

} // namespace ui
