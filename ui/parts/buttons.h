// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace ui {

// A button of the design; the primary one is filled. Pressed by Enter as well as by Space.
class Button : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind { Plain, Primary };
    Button(Kind kind, const QString &objectName, QWidget *parent = nullptr);
    explicit Button(const QString &objectName, QWidget *parent = nullptr)
        : Button(Kind::Plain, objectName, parent)
    {}
    bool isPrimary() const { return m_kind == Kind::Primary; }
    void setLabel(const QString &text); // with its mnemonic; the accessible name without
    void setKind(Kind kind);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Kind m_kind;
};

bool isPrimary(const QWidget *widget);

// An action that looks like a link: "Copy", "Check again".
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &objectName, QWidget *parent = nullptr);
    void setLabel(const QString &text, const QString &accessibleName = {}); // has no access key
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_said; // as it was given
};

} // namespace ui
