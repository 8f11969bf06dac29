// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/buttons.h"
#include "parts/text.h"
#include "vault/secret.h"

#include <QLineEdit>
#include <QWidget>

class QShortcut;

namespace ui {

// A labelled line with a hint or message under it. What was typed is never changed behind the person's back.
// A paste over everything goes to who listens to pasted() and puts in what it wants; where nobody does, it is
// put in cleaned (wecom::cleaned) and told by edited(). Object names: "<name>" the whole, "<name>.edit" the
// line, "<name>.paste", "<name>.message".
class TextField : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Hint, Warning, Problem };

    explicit TextField(const QString &objectName, QWidget *parent = nullptr);

    void setLabel(const QString &label); // with mnemonic
    void setHint(const QString &hint);
    // Shown instead of the hint; empty brings the hint back.
    void setMessage(Tone tone, const QString &message);
    void setPlaceholder(const QString &text);
    // No more characters than these are taken, which is said when somebody wants to put in more.
    void setLongest(int characters);
    void setMono(bool mono);
    void setPasteShown(bool shown);

    QString text() const;
    // Does nothing while the line holds the same text, so that the cursor stays where it is.
    void setText(const QString &text);
    QLineEdit *edit() const { return m_edit; }

signals:
    void edited(const QString &text); // by the person, each change
    void pasted(const QString &raw);  // by link, keyboard or menu, instead of edited(); not put in yet
    void finished();                  // focus left, or Enter

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void addAction(QWidget *widget);
    void paste();
    void showMenu(const QPoint &at);
    void showMessage();
    void tellTooLong(bool on);
    bool pastesOverAll() const;
    void layOutActions();
    virtual void retranslateField();

    QLineEdit *m_edit;
    LinkButton *m_paste;

private:
    Text *m_label;
    Text *m_message;
    QWidget *m_actions;
    QShortcut *m_key;
    QString m_hint, m_said;
    Tone m_tone = Tone::Hint;
    bool m_tooLong = false; // more was typed or pasted than fits
};

// The same for a value that must not be seen: dots, Show/Hide (not in a presentation), and a Secret in and
// out. Leaves no undo history, cannot be dragged, and is not offered to input methods for learning.
class SecretField : public TextField
{
    Q_OBJECT
public:
    explicit SecretField(const QString &objectName, QWidget *parent = nullptr);
    vault::Secret secret() const;
    // A stored value is shown as dots of its length; Show reveals it.
    void setSecret(const vault::Secret &secret);

protected:
    void hideEvent(QHideEvent *event) override;
    void retranslateField() override;

private:
    void setShown(bool shown);
    LinkButton *m_show;
};

} // namespace ui
