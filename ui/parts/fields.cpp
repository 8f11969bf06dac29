// SPDX-License-Identifier: Apache-2.0
#include "parts/fields.h"

#include "parts/mnemonic.h"
#include "shell/presentation.h"
#include "wecom/identifiers.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QResizeEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit::EchoMode echoNow()
{
    return Presentation::instance().isOn() ? QLineEdit::Password : QLineEdit::Normal;
}

// As QLineEdit names the entry of its menu. It is Qt's own word, so it is in none of our translations.
QString qtsPaste()
{
    static const char word[] = "&Paste";
    return QCoreApplication::translate("QLineEdit", word);
}

} // namespace

TextField::TextField(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_paste(new LinkButton(objectName + u".paste"_s, this))
    , m_label(new Text(FontRole::Label, Text::Tone::Plain, objectName + u".label"_s, this))
    , m_message(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".message"_s, this))
    , m_actions(new QWidget(m_edit))
    , m_key(new QShortcut(this))
{
    setObjectName(objectName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_label->setBuddy(m_edit);
    connect(m_key, &QShortcut::activated, m_edit, qOverload<>(&QWidget::setFocus));
    layout->addWidget(m_label);
    m_edit->setObjectName(objectName + u".edit"_s);
    m_edit->setFont(Theme::font(FontRole::Mono));
    m_edit->installEventFilter(this);
    layout->addWidget(m_edit);
    m_message->hide();
    layout->addWidget(m_message);

    m_actions->setObjectName(objectName + u".actions"_s);
    m_actions->setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(4);
    row->addWidget(m_paste);
    connect(m_paste, &QPushButton::clicked, this, [this] { paste(); });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        tellTooLong(m_tooLong && text.size() >= m_edit->maxLength());
        emit edited(text);
    });
    connect(m_edit, &QLineEdit::inputRejected, this, [this] { tellTooLong(true); });
    connect(m_edit, &QLineEdit::editingFinished, this, &TextField::finished);
    m_edit->setEchoMode(echoNow());
    retranslateField();
    QWidget::setTabOrder(m_edit, m_paste);
}

void TextField::setLabel(const QString &text)
{
    const auto label = labelled(text);
    m_label->setOwn(label.shown);
    m_label->setAccessibleName(label.plain);
    m_label->setVisible(!text.isEmpty());
    m_key->setKey(label.hidden ? label.key : QKeySequence()); // else the label itself has it
    m_edit->setToolTip(label.hidden ? label.key.toString(QKeySequence::NativeText) : QString());
    for (QWidget *part : std::initializer_list<QWidget *>{this, m_edit, m_actions})
        part->setAccessibleName(label.plain);
    retranslateField();
}

void TextField::setHint(const QString &hint)
{
    m_hint = hint;
    setMessage(Tone::Hint, {});
}

void TextField::setMessage(Tone tone, const QString &message)
{
    m_tone = message.isEmpty() ? Tone::Hint : tone;
    m_said = message;
    showMessage();
}

void TextField::tellTooLong(bool on)
{
    if (m_tooLong != on) {
        m_tooLong = on;
        showMessage();
    }
}

void TextField::showMessage()
{
    const QString shown = m_tooLong
                              ? tr("No more than %n character(s) fit here.", nullptr, m_edit->maxLength())
                          : m_said.isEmpty() ? m_hint
                                             : m_said;
    const Tone tone = m_tooLong ? Tone::Warning : m_tone;
    m_message->setTone(tone == Tone::Hint      ? Text::Tone::Muted
                       : tone == Tone::Warning ? Text::Tone::Warn
                                               : Text::Tone::Bad);
    m_message->setText(shown);
    m_message->setVisible(!shown.isEmpty());
    Presentation::instance().describe(m_edit, shown);
}

void TextField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void TextField::setLongest(int characters)
{
    m_edit->setMaxLength(characters);
}

void TextField::setMono(bool mono)
{
    m_edit->setFont(Theme::font(mono ? FontRole::Mono : FontRole::Body));
}

void TextField::setPasteShown(bool shown)
{
    m_paste->setVisible(shown);
    layOutActions();
}

QString TextField::text() const
{
    return m_edit->text();
}

void TextField::setText(const QString &text)
{
    if (m_edit->text() != text)
        m_edit->setText(text);
}

void TextField::addAction(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_actions->layout())->insertWidget(0, widget);
    layOutActions();
}

void TextField::layOutActions()
{
    const int width = m_actions->layout()->sizeHint().width();
    m_actions->setGeometry(m_edit->width() - width, 0, width, m_edit->height());
    m_edit->setTextMargins(8, 0, width > 8 ? width : 8, 0);
}

void TextField::paste()
{
    const auto text = QGuiApplication::clipboard()->text();
    if (text.isEmpty())
        return;
    static const auto listened = QMetaMethod::fromSignal(&TextField::pasted);
    if (isSignalConnected(listened)) {
        emit pasted(text);
    } else {
        const QString cleaned = wecom::cleaned(text);
        setText(cleaned);
        tellTooLong(cleaned.size() > m_edit->maxLength());
        emit edited(m_edit->text());
    }
    m_edit->setFocus();
}

bool TextField::pastesOverAll() const
{
    return m_edit->selectedText().size() == m_edit->text().size();
}

// The line's own menu, whose Paste does the same as the link's.
void TextField::showMenu(const QPoint &at)
{
    auto *menu = m_edit->createStandardContextMenu();
    menu->setObjectName(objectName() + u".menu"_s);
    menu->setAccessibleName(m_edit->accessibleName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto actions = menu->actions();
    for (auto *action : actions) {
        if (!pastesOverAll() || !action->text().startsWith(qtsPaste()))
            continue;
        action->setObjectName(objectName() + u".menu.paste"_s);
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        connect(action, &QAction::triggered, this, &TextField::paste);
    }
    menu->popup(at);
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::Resize)
            layOutActions();
        // A paste by the keyboard over everything (or into an empty line) is cleaned like one by the link.
        if (event->type() == QEvent::KeyPress &&
            static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste) && pastesOverAll()) {
            paste();
            return true;
        }
        if (event->type() == QEvent::ContextMenu) {
            showMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TextField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (!qobject_cast<SecretField *>(this)) // a secret is shown by its own button alone
        m_edit->setEchoMode(echoNow());
    retranslateField();
}

void TextField::retranslateField()
{
    m_paste->setLabel(tr("Paste"), tr("Paste: %1").arg(m_edit->accessibleName()));
    layOutActions();
}

SecretField::SecretField(const QString &objectName, QWidget *parent)
    : TextField(objectName, parent)
    , m_show(new LinkButton(objectName + u".show"_s, m_edit))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setDragEnabled(false);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                Qt::ImhSensitiveData);
    addAction(m_show);
    // A line edit remembers what was typed for Undo; setting the text anew forgets it.
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const int cursor = m_edit->cursorPosition();
        m_edit->setText(text);
        m_edit->setCursorPosition(cursor);
    });
    connect(m_show, &QPushButton::clicked, this,
            [this] { setShown(m_edit->echoMode() == QLineEdit::Password); });
    setShown(false);
}

vault::Secret SecretField::secret() const
{
    return vault::Secret::fromText(m_edit->text());
}

void SecretField::setSecret(const vault::Secret &secret)
{
    if (this->secret() == secret)
        return;
    m_edit->setText(secret.revealText());
}

void SecretField::setShown(bool shown)
{
    const bool mayShow = !Presentation::instance().isOn();
    shown = shown && mayShow;
    m_show->setVisible(mayShow);
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setLabel(shown ? tr("Hide") : tr("Show"),
                     (shown ? tr("Hide: %1") : tr("Show: %1")).arg(m_edit->accessibleName()));
    layOutActions();
}

void SecretField::retranslateField()
{
    TextField::retranslateField();
    setShown(m_edit->echoMode() == QLineEdit::Normal);
}

void SecretField::hideEvent(QHideEvent *event)
{
    TextField::hideEvent(event);
    setShown(false); // a revealed value does not wait on a page that is left
}

} // namespace ui
