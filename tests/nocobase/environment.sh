# SPDX-License-Identifier: Apache-2.0
# The environment in which NocoBase's own command line would run its server, for `source`.
# In: ROOT, a folder with node_modules. Everything that an instance may want to differ in can be set before.
# Even the empty ones must be set: an unset CDN_BASE_URL, for instance, turns pm:listEnabled into an error 500.
set -a
STORAGE_PATH=${STORAGE_PATH:-$ROOT/storage}
PUBLIC_BASE=${PUBLIC_BASE:-}

NODE_OPTIONS=--preserve-symlinks
NODE_PATH=$ROOT/node_modules
NODE_MODULES_PATH=$ROOT/node_modules
APP_PACKAGE_ROOT=$ROOT/node_modules/@nocobase/app

APP_ENV=production
APP_KEY=${APP_KEY:-only-for-tests-0123456789}
APP_PORT=${APP_PORT:-13000}
APP_HOST=127.0.0.1
TZ=UTC
DB_TIMEZONE=+00:00
DB_DIALECT=sqlite
DB_STORAGE=$STORAGE_PATH/db/nocobase.sqlite
DB_LOGGING=off

LOCAL_STORAGE_DEST=$STORAGE_PATH/uploads
PLUGIN_STORAGE_PATH=$STORAGE_PATH/plugins
SOCKET_PATH=$STORAGE_PATH/gateway.sock
PM2_HOME=$STORAGE_PATH/.pm2
PLUGIN_PACKAGE_PREFIX=@nocobase/plugin-,@nocobase/plugin-sample-,@nocobase/preset-

APP_PUBLIC_PATH=$PUBLIC_BASE/
API_BASE_PATH=$PUBLIC_BASE/api/
WS_PATH=$PUBLIC_BASE/ws
PLUGIN_STATICS_PATH=$PUBLIC_BASE/static/plugins/
CDN_BASE_URL=$PUBLIC_BASE
APP_MODERN_CLIENT_PREFIX=/v/
APP_CLIENT_ENTRY_MODE=legacy-default
APP_SERVER_BASE_URL=
APP_BASE_URL=
API_BASE_URL=
WS_URL=
ESM_CDN_BASE_URL=
ESM_CDN_SUFFIX=
NOCOBASE_APP_DEV=false
API_CLIENT_STORAGE_PREFIX=NOCOBASE_
API_CLIENT_STORAGE_TYPE=localStorage
API_CLIENT_SHARE_TOKEN=false
DEFAULT_STORAGE_TYPE=local
CACHE_DEFAULT_STORE=memory
LOGGER_TRANSPORT=console
LOGGER_LEVEL=${LOGGER_LEVEL:-warn}

INIT_ROOT_EMAIL=admin@nocobase.com
INIT_ROOT_PASSWORD=admin123
INIT_ROOT_NICKNAME="Super Admin"
INIT_ROOT_USERNAME=nocobase
INIT_APP_LANG=${INIT_APP_LANG:-en-US}
set +a
