// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/page.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QMenu;
class QVBoxLayout;
class QWebEnginePage;
class QWebEngineView;

namespace ui::viewer {

// The browser as the person sees it: an address line, always masked, over the page, and below it a line that
// says what the page asked for and did not get (property "refused" of the label browserNotice); it goes with
// the next page. A menu of its own, since WebEngine's offers what makes no sense in a login (save, source, a
// raw address to copy). Zoom by Ctrl and +, - or 0; it stays for the next test.
class BrowserWidget : public QWidget
{
    Q_OBJECT
public:
    explicit BrowserWidget(QWidget *parent = nullptr);

    QWebEngineView *makeView(QWebEnginePage *page);
    void showAddress(const QUrl &raw);
    void clear(); // the view is going; an empty area stays
    void tellRefusal(Page::Refusal what, const QString &about);
    void forgetRefusal(); // another page is on its way
    // Said for as long as it is so: nobody is to find out later.
    void tellSandboxOff(bool off);
    void zoomBy(int steps); // 0: back to the page's own size

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void addZoom(QMenu *menu);
    void addShortcuts();
    void applyZoom();
    void keepTabOrder();
    void showNotice();
    QString refusalText() const;
    void retranslate();
    void elide();

    QLabel *m_address;
    QLabel *m_notice;
    QVBoxLayout *m_layout;
    QWebEngineView *m_view = nullptr;
    QString m_masked;
    std::optional<Page::Refusal> m_refusal;
    QString m_about;
    int m_zoom = 0; // steps from the page's own size
    bool m_sandboxOff = false;
};

} // namespace ui::viewer
