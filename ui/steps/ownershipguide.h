// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts/copyrow.h"
#include "setup/setup.h"

#include <QWidget>

class QRadioButton;

namespace ui {

// Where the verification file goes, for the usual web servers: what to write into which file, ready to be
// copied. Shown once the file's name is known.
class OwnershipGuide : public QWidget
{
    Q_OBJECT
public:
    explicit OwnershipGuide(const QString &objectName, QWidget *parent = nullptr);
    void render(const setup::DomainFile &file, const QString &origin);
    void retranslate();

private:
    enum class Server { Nginx, Caddy, Docker };
    Server server() const;
    void show();

    Text *m_where;
    QRadioButton *m_nginx, *m_caddy, *m_docker;
    Text *m_how;
    CopyRow *m_snippet;
    setup::DomainFile m_file;
    QString m_origin;
};

// The rule that answers the file's address with its content: for nginx's server block, Caddy's site block,
// and docker-compose.yml of NocoBase's own image. Without a plain content the file itself is to be put on the
// server.
QString nginxRule(const setup::DomainFile &file);
QString caddyRule(const setup::DomainFile &file);
QString dockerVolume(const setup::DomainFile &file);

} // namespace ui
