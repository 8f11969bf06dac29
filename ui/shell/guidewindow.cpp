// SPDX-License-Identifier: Apache-2.0
#include "shell/guidewindow.h"

#include "checks/catalogue.h"
#include "parts/buttons.h"
#include "parts/openpage.h"
#include "shell/language.h"

#include <QEvent>
#include <QFile>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int chapterLevel = 2;

QString textOf(const QString &language)
{
    QFile file(u":/guide/%1.md"_s.arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QTextBlock chapter(const QTextDocument *document, const QString &title)
{
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == chapterLevel && block.text() == title)
            return block;
    }
    return {};
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
    , m_close(new Button(Button::Kind::Primary, u"guide.close"_s, this))
{
    setObjectName(u"guide"_s);
    resize(780, 680);
    m_text->setObjectName(u"guide.text"_s);
    openLinksOf(m_text);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(20);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    load();
}

QString GuideWindow::languageOf(const QString &code)
{
    return code.startsWith(u"zh"_s) ? u"zh_CN"_s : u"en"_s;
}

void GuideWindow::load()
{
    const QString language = languageOf(Language::instance().code());
    setWindowTitle(tr("Guide"));
    setAccessibleName(windowTitle());
    m_text->setAccessibleName(windowTitle());
    m_close->setLabel(tr("&Close"));
    m_text->setSearchPaths({u":/guide/pictures/"_s + language});
    m_pictures.clear();
    m_text->setMarkdown(textOf(language));
    fitPictures();
}

// A picture is as wide as the text, and never wider than it was taken. It is made smaller here: the document
// would leave out pixels, and letters with them.
void GuideWindow::fitPictures()
{
    auto *document = m_text->document();
    const int room = m_text->viewport()->width() - 2 * int(document->documentMargin());
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto fragment = it.fragment();
            if (!fragment.charFormat().isImageFormat())
                continue;
            auto format = fragment.charFormat().toImageFormat();
            const QUrl name(format.name());
            auto &picture = m_pictures[format.name()];
            if (picture.isNull()) {
                document->addResource(QTextDocument::ImageResource, name, {}); // of another language
                picture = document->resource(QTextDocument::ImageResource, name).value<QImage>();
            }
            const int width = picture.isNull() ? room : std::min(room, picture.width());
            if (int(format.width()) == width)
                continue;
            format.setWidth(width);
            if (!picture.isNull()) {
                const qreal ratio = devicePixelRatioF();
                auto fitting = picture.scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation);
                fitting.setDevicePixelRatio(ratio);
                document->addResource(QTextDocument::ImageResource, name, fitting);
            }
            QTextCursor cursor(document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            break; // the fragments of this block are others now; a picture stands in a block of its own
        }
    }
}

void GuideWindow::scrollTo(setup::StepId step)
{
    m_step = step;
    const QString language = languageOf(Language::instance().code());
    const auto block = chapter(m_text->document(), checks::Catalogue::instance().step(step, language).title);
    if (!block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    const auto top = m_text->cursorRect().top() + m_text->verticalScrollBar()->value();
    constexpr int above = 8; // nothing is seen of the chapter before
    m_text->verticalScrollBar()->setValue(top - above);
}

void GuideWindow::showFor(setup::StepId step)
{
    show();
    raise();
    activateWindow();
    fitPictures(); // the first time it has its size only now
    scrollTo(step);
}

void GuideWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    load();
    scrollTo(m_step);
}

void GuideWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitPictures();
}

} // namespace ui
