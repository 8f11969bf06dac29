// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fault.h"
#include "setup/repository.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class CheckRow;
class SessionHost;

// The saved setups, each with how far it is: opens one, duplicates it, gives it another name, and removes it
// after a question. Rows are named "welcome.setup.<id>".
class SetupList : public QWidget
{
    Q_OBJECT
public:
    SetupList(SessionHost *host, QWidget *parent);
    void render();
    bool isEmpty() const { return m_isEmpty; }
    QString lastUsed() const { return m_lastUsed; } // id of one that can be opened; empty when there is none
    QWidget *opener() const;                        // of that one
    QList<QWidget *> controls() const { return m_controls; } // in the order of the keyboard

signals:
    void goTo(setup::StepId id);
    void failed(const net::Fault &fault); // one could not be opened or duplicated
    void controlsChanged();

private:
    // What is open under a row.
    enum class Asks { Nothing, NewName, Removal };

    void tell(const net::Result<void> &opened);
    void addRow(const setup::Listed &listed, bool first);
    void addLinks(CheckRow *row, const setup::Listed &listed, const QString &name);
    QWidget *link(CheckRow *row, const QString &key, const QString &label,
                  const std::function<void()> &pressed);
    void ask(const QString &id, Asks what);
    void focus(const QString &name);
    void askName(CheckRow *row, const QString &id, const QString &name);
    void askRemoval(CheckRow *row, const QString &id, const QString &name);

    SessionHost *m_host;
    QVBoxLayout *m_rows;
    QList<QWidget *> m_controls;
    QString m_lastUsed;
    QString m_askedOf; // id
    Asks m_asks = Asks::Nothing;
    bool m_isEmpty = true;
};

} // namespace ui
