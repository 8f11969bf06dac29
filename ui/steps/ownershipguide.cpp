// SPDX-License-Identifier: Apache-2.0
#include "steps/ownershipguide.h"

#include "parts/mnemonic.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Nothing that a web server's configuration would read as its own.
bool isPlain(const QString &content)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_.=+/-]{1,200}$"_s);
    return plain.match(content).hasMatch();
}

} // namespace

QString nginxRule(const setup::DomainFile &file)
{
    if (isPlain(file.content))
        return u"location = /%1 {\n    default_type text/plain;\n    return 200 \"%2\";\n}"_s.arg(
            file.name, file.content);
    return u"location = /%1 {\n    default_type text/plain;\n    root /var/www/wecom;\n}"_s.arg(file.name);
}

QString caddyRule(const setup::DomainFile &file)
{
    if (isPlain(file.content))
        return u"handle /%1 {\n    header Content-Type text/plain\n    respond \"%2\" 200\n}"_s.arg(
            file.name, file.content);
    return u"handle /%1 {\n    root * /var/www/wecom\n    file_server\n}"_s.arg(file.name);
}

QString dockerVolume(const setup::DomainFile &file)
{
    // Where NocoBase's image keeps its pages, which its nginx looks through before it answers with the app
    // (packages/core/cli/nocobase.conf.tpl).
    return u"volumes:\n  - ./%1:/app/nocobase/node_modules/@nocobase/app/dist/client/%1:ro"_s.arg(file.name);
}

OwnershipGuide::OwnershipGuide(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_where(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".where"_s, this))
    , m_nginx(new QRadioButton(this))
    , m_caddy(new QRadioButton(this))
    , m_docker(new QRadioButton(this))
    , m_how(new Text(FontRole::Small, Text::Tone::Muted, objectName + u".how"_s, this))
    , m_snippet(new CopyRow(objectName + u".snippet"_s, this))
{
    setObjectName(objectName);
    m_nginx->setObjectName(objectName + u".nginx"_s);
    m_caddy->setObjectName(objectName + u".caddy"_s);
    m_docker->setObjectName(objectName + u".docker"_s);
    m_nginx->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_where);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(16);
    for (auto *button : {m_nginx, m_caddy, m_docker}) {
        choice->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &OwnershipGuide::show);
    }
    choice->addStretch(1);
    layout->addLayout(choice);
    layout->addWidget(m_how);
    layout->addWidget(m_snippet);
}

OwnershipGuide::Server OwnershipGuide::server() const
{
    return m_docker->isChecked() ? Server::Docker : m_caddy->isChecked() ? Server::Caddy : Server::Nginx;
}

void OwnershipGuide::render(const setup::DomainFile &file, const QString &origin)
{
    m_file = file;
    m_origin = origin;
    setVisible(!file.name.isEmpty() && !origin.isEmpty());
    show();
}

void OwnershipGuide::show()
{
    const bool plain = isPlain(m_file.content);
    const auto folder = plain ? QString() : u' ' + tr("Put the file into /var/www/wecom first.");
    m_where->setText(
        tr("It must answer at %1 with exactly what the file holds, and stay there. Who runs the web "
           "server adds this:")
            .arg(m_origin + u'/' + m_file.name));
    switch (server()) {
    case Server::Nginx:
        m_how->setText(tr("Into the server block of your site, then reload nginx.") + folder);
        m_snippet->setValue(nginxRule(m_file), tr("Rule for nginx"));
        break;
    case Server::Caddy:
        m_how->setText(tr("Into the block of your site in the Caddyfile, then reload Caddy.") + folder);
        m_snippet->setValue(caddyRule(m_file), tr("Rule for Caddy"));
        break;
    case Server::Docker:
        m_how->setText(tr("Where nothing stands in front of NocoBase's own image: put the file beside "
                          "docker-compose.yml, add this to the app, then run docker compose up -d."));
        m_snippet->setValue(dockerVolume(m_file), tr("Volume for Docker"));
        break;
    }
}

void OwnershipGuide::retranslate()
{
    setAccessibleName(tr("Where the file goes"));
    setLabel(m_nginx, u"ngin&x"_s);
    setLabel(m_caddy, u"Ca&ddy"_s);
    setLabel(m_docker, tr("NocoBase's Doc&ker image"));
    show();
}

} // namespace ui
