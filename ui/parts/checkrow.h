// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/againbutton.h"
#include "parts/statusicon.h"
#include "parts/text.h"

#include <QVBoxLayout>
#include <QWidget>

namespace ui {

// Icon, title, small lines under it, and links at the right, or under the texts where those would become a
// narrow column beside them; a hairline above all but the first.
class CheckRow : public QWidget
{
    Q_OBJECT
public:
    explicit CheckRow(const QString &objectName, QWidget *parent = nullptr);
    void setFirst(bool first);
    // For narrow places: only an arrow stands beside the texts.
    void setNarrow();
    void setMarkShown(bool shown) { m_icon->setVisible(shown); }
    void setContent(Mark mark, const QString &title, const QString &detail);
    void setTodo(const QStringList &todo);
    // The link with this name, made when first asked for; an empty label hides it, and then the row has its
    // focus. Nothing comes back for a hidden new one.
    LinkButton *setLink(const QString &name, const QString &label);
    void focusLink(const QString &name); // where it is shown
    // The button that looks again at this row; an empty label hides it. compact: an arrow instead of the
    // words.
    AgainButton *setAgain(const QString &label, bool compact);
    // What was found now, for a screen reader.
    void announce();
    // For a question about the row, under its text.
    QVBoxLayout *below() const { return m_below; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void stand(bool under);
    void take(QWidget *link);
    void place(LinkButton *link, const QString &name);

    StatusIcon *m_icon;
    Text *m_title;
    Text *m_detail;
    Text *m_todo;
    QHBoxLayout *m_row;
    QVBoxLayout *m_texts;
    QVBoxLayout *m_links;
    QVBoxLayout *m_below;
    bool m_first = true;
    bool m_narrow = false;
    bool m_under = false; // where the links are
};

} // namespace ui
