// SPDX-License-Identifier: Apache-2.0
'use strict';

// Where each option lives, as a path into the authenticator's `options`.
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
};

const name = process.env.STANDIN_LAYOUT || 'flat';
const layout = layouts[name];
if (!layout) throw new Error(`STANDIN_LAYOUT is "${name}"; known: ${Object.keys(layouts).join(', ')}`);

function readOptions(options) {
  const at = (path) => path.split('.').reduce((value, key) => value?.[key], options);
  return Object.fromEntries(Object.entries(layout).map(([option, path]) => [option, at(path)]));
}

module.exports = { readOptions };
