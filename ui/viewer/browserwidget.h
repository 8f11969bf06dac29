// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QVBoxLayout;
class QWebEnginePage;
class QWebEngineView;

namespace ui::viewer {

// The browser as the person sees it: an address line, always masked, over the page. A menu of its own, since
// WebEngine's offers what makes no sense in a login (save, source, a raw address to copy).
class BrowserWidget : public QWidget
{
    Q_OBJECT
public:
    explicit BrowserWidget(QWidget *parent = nullptr);

    QWebEngineView *makeView(QWebEnginePage *page);
    void showAddress(const QUrl &raw);
    void clear(); // the view is going; an empty area stays

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void retranslate();
    void elide();

    QLabel *m_address;
    QVBoxLayout *m_layout;
    QWebEngineView *m_view = nullptr;
    QString m_masked;
};

} // namespace ui::viewer
