// SPDX-License-Identifier: Apache-2.0
'use strict';

const bases = {
  api: process.env.WECOM_API_BASE || 'https://qyapi.weixin.qq.com',
  login: process.env.WECOM_LOGIN_BASE || 'https://login.work.weixin.qq.com',
  oauth: process.env.WECOM_OAUTH_BASE || 'https://open.weixin.qq.com',
};
const timeout = 10000;

// WeCom says no: `code` is for the log, never for the person.
class WecomError extends Error {
  constructor(call, code, message) {
    super(`${call}: ${code} ${message}`);
    this.code = code;
  }
}

// HTTP 200 means nothing here; an errcode other than 0 is the failure.
async function ask(call, query, body) {
  const url = `${bases.api}/cgi-bin/${call}?${new URLSearchParams(query)}`;
  const request = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeout) });
  const answer = await response.json();
  if (answer.errcode) throw new WecomError(call, answer.errcode, answer.errmsg);
  return answer;
}

const trimmed = (base) => base.replace(/\/+$/, '');

// The page with the QR code, for a browser on a computer (document path 98171).
function webLoginLink({ companyId, agentId, redirectUri, state }) {
  const query = new URLSearchParams({
    login_type: 'CorpApp',
    appid: companyId,
    agentid: agentId,
    redirect_uri: redirectUri,
    state,
  });
  return `${trimmed(bases.login)}/wwlogin/sso/login?${query}`;
}

// Inside the WeCom client (document path 96441). Without agentid the private fields, and so the phone number,
// do not come.
function oauthLink({ companyId, agentId, redirectUri, state }) {
  const query = new URLSearchParams({
    appid: companyId,
    agentid: agentId,
    response_type: 'code',
    scope: 'snsapi_privateinfo',
    state,
    redirect_uri: redirectUri,
  });
  return `${trimmed(bases.oauth)}/connect/oauth2/authorize?${query}#wechat_redirect`;
}

function encodeState({ redirect, app, name, isWeComBrowser }) {
  const text = `redirect=${encodeURIComponent(redirect)}&app=${app}&name=${name}&isWeComBrowser=${isWeComBrowser}`;
  return Buffer.from(text).toString('base64');
}

function decodeState(state) {
  const query = new URLSearchParams(Buffer.from(state || '', 'base64').toString());
  return {
    redirect: query.get('redirect') || '',
    app: query.get('app') || 'main',
    name: query.get('name') || '',
    isWeComBrowser: query.get('isWeComBrowser') === 'true',
  };
}

module.exports = { ask, decodeState, encodeState, oauthLink, webLoginLink };
