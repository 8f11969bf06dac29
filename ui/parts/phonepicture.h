// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QVariantAnimation>
#include <QWidget>

namespace ui {

// A drawn phone. What stands on its screen are real texts and buttons, put into screen(); behind them it
// draws what the camera sees and the sign of the answer.
class PhonePicture : public QWidget
{
    Q_OBJECT
public:
    enum class Shows { Nothing, Camera, Question, Yes, No };
    explicit PhonePicture(const QString &objectName, QWidget *parent = nullptr);

    QWidget *screen() const { return m_screen; }
    void setShown(Shows shows);
    // The QR code that the camera is held at, module by module.
    void setCode(const QImage &modules) { m_code = modules; }
    // The code comes into the camera's view, then scanned() follows; at once where nothing is to move.
    void scan();
    bool isScanning() const { return m_scanning; }
    QSize sizeHint() const override { return {172, 232}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void scanned();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRectF glass() const;
    void drawCamera(QPainter &painter, const QRectF &area) const;
    void drawSign(QPainter &painter, const QRectF &area) const;

    QWidget *m_screen;
    Shows m_shows = Shows::Nothing;
    QImage m_code;
    QVariantAnimation m_motion; // 0: the code is outside, 1: it is in view
    bool m_scanning = false;
};

} // namespace ui
