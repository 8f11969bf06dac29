// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "setup/stepid.h"

#include <QDialog>
#include <QHash>
#include <QImage>

class QTextBrowser;

namespace ui {

class Button;

// The illustrated guide that ships with the program (resources/guide), opened at the chapter of a step. It
// stays beside the window and follows the language; where a language has no guide of its own, the nearest
// one that people of it read is shown.
class GuideWindow : public QDialog
{
    Q_OBJECT
public:
    explicit GuideWindow(QWidget *parent = nullptr);
    void showFor(setup::StepId step);

    // "en" or "zh_CN" for any language of the program.
    static QString languageOf(const QString &code);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void fitPictures();
    void scrollTo(setup::StepId step);

    QTextBrowser *m_text;
    QHash<QString, QImage> m_pictures; // as they were taken
    Button *m_close;
    setup::StepId m_step = setup::StepId::Welcome;
};

} // namespace ui
