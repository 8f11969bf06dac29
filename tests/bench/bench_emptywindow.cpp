// SPDX-License-Identifier: Apache-2.0
// What bench_firstpaint compares with: the least that a Qt Widgets program can show.
#include <QApplication>
#include <QLabel>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QLabel label(QStringLiteral("One label"));
    label.show();
    return QApplication::exec();
}
