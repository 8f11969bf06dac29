// SPDX-License-Identifier: Apache-2.0
'use strict';

const { readFileSync } = require('fs');

// Where each option lives, as a path into the authenticator's `options`. One row is one layout.
const layouts = {
  flat: {
    companyId: 'corpId',
    agentId: 'agentId',
    secret: 'secret',
    origin: 'origin',
    redirectLink: 'redirectLink',
    automaticLogin: 'autoLogin',
    autoSignup: 'public.autoSignup',
    tooltip: 'public.tooltip',
  },
  wecom: {
    companyId: 'wecom.corpid',
    agentId: 'wecom.agentid',
    secret: 'wecom.secret',
    origin: 'wecom.origin',
    redirectLink: 'public.redirect',
    automaticLogin: 'public.autoLogin',
    autoSignup: 'public.autoSignup',
    tooltip: 'public.buttonTooltip',
  },
  internal: {
    companyId: 'internal.appKey',
    agentId: 'internal.agentId',
    secret: 'internal.appSecret',
    origin: 'internal.domain',
    redirectLink: 'internal.redirectUrl',
    automaticLogin: 'public.autoLogin',
    autoSignup: 'public.autoSignup',
    tooltip: 'public.tooltip',
  },
  // As a public re-implementation does it: everybody can read that Secret.
  public: {
    companyId: 'public.corpId',
    agentId: 'agentId',
    secret: 'public.corpSecret',
    origin: 'public.baseUrl',
    redirectLink: 'redirect',
    automaticLogin: 'public.autoLogin',
    autoSignup: 'public.autoSignup',
    tooltip: 'public.tooltip',
  },
  // Names that say something else than what is behind them.
  misleading: {
    companyId: 'token',
    agentId: 'key',
    secret: 'id',
    origin: 'name',
    redirectLink: 'settings.secret',
    automaticLogin: 'settings.origin',
    autoSignup: 'settings.corp',
    tooltip: 'settings.agentId',
  },
};

// The file may be changed while the server runs.
function layoutName() {
  const file = process.env.STANDIN_LAYOUT_FILE;
  return file ? readFileSync(file, 'utf8').trim() : process.env.STANDIN_LAYOUT || 'flat';
}

function layout() {
  const found = layouts[layoutName()];
  if (!found)
    throw new Error(`the layout is "${layoutName()}"; known: ${Object.keys(layouts).join(', ')}`);
  return found;
}
layout(); // a wrong name is said at once

function readOptions(options) {
  const at = (path) => path.split('.').reduce((value, key) => value?.[key], options);
  return Object.fromEntries(Object.entries(layout()).map(([option, path]) => [option, at(path)]));
}

// What everybody may read: as this plugin gives it, or, without such a filter, all of `public`.
function readPublicOptions(options) {
  if (layoutName() === 'public') return options.public;
  const { autoSignup, automaticLogin, tooltip } = readOptions(options);
  return { autoSignup, autoLogin: automaticLogin, tooltip };
}

module.exports = { readOptions, readPublicOptions };
