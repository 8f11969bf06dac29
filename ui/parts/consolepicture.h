// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QSvgRenderer;

namespace ui {

// A schematic picture of a place in WeCom's console with the spot marked, in the theme's colours. Made from
// resources/console/<name>.svg, or resources/<name>.svg for a name with a folder: ${accent} and the like
// stand for colours, ${1}, ${2}, … for labels; a label longer than its text's data-width goes on in further
// lines.
class ConsolePicture : public QWidget
{
    Q_OBJECT
public:
    explicit ConsolePicture(const QString &objectName, QWidget *parent = nullptr);
    // The description is what a screen reader says instead.
    void setPicture(const QString &name, const QStringList &labels, const QString &description);
    bool isValid() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void load();
    void takeHeight();
    QString m_name;
    QStringList m_labels;
    QSvgRenderer *m_svg;
};

} // namespace ui
