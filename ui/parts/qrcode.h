// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace ui {

// A QR code, always black on white with its quiet zone, whatever the theme: phones need that.
class QrCode : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(const QString &objectName, QWidget *parent = nullptr);
    void setText(const QString &text, const QString &description);
    bool isValid() const { return !m_modules.isNull(); }
    // Large enough for a phone: at least three pixels a module.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    static QImage modules(const QString &text); // one pixel per module; null when it does not fit

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};

} // namespace ui
