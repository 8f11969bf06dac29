// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

#include <QList>

namespace ui {

class ConsolePicture;
class Text;

// A picture with its words, to be chosen like a button.
class SightTile : public QPushButton
{
    Q_OBJECT
public:
    SightTile(const QString &id, const QString &objectName, QWidget *parent = nullptr);
    QString id() const { return m_id; }
    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id;
    ConsolePicture *m_picture;
    Text *m_words;
};

// "What did you see?": the known ends of a login as pictures (checks/sights.h), one of which is chosen.
// Object names: "<name>.<sight>".
class SightPicker : public QWidget
{
    Q_OBJECT
public:
    explicit SightPicker(const QString &objectName, QWidget *parent = nullptr);
    void setChosen(const QString &id); // empty for none
    void retranslate();

signals:
    void chosen(const QString &id);

private:
    QList<SightTile *> m_tiles;
};

} // namespace ui
