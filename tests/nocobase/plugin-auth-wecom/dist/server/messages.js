// SPDX-License-Identifier: Apache-2.0
'use strict';

// All that a person is told of a failed login.
const failures = {
  accessToken: 'Failed to get accessToken',
  api: 'The WeCom API call failed. Please check the logs to troubleshoot the issue.',
  code: 'Authorization code does not exist.',
  mobile: 'Failed to get mobile',
  user: 'User not found.',
  userid: 'Failed to get userid',
};
const languages = { 'zh-CN': require('../locale/zh-CN.json') };

class LoginFailure extends Error {
  constructor(reason, cause) {
    super(failures[reason], { cause });
  }
}

// A callback is a plain visit of a browser, so usually only the application's own language is known.
async function languageOf(ctx) {
  const asked = ctx.get('X-Locale') || ctx.request.query.locale;
  if (asked) return asked;
  const settings = await ctx.db.getRepository('systemSettings')?.findOne();
  return settings?.get('appLang') || 'en-US';
}

async function translated(ctx, text) {
  return languages[await languageOf(ctx)]?.[text] || text;
}

module.exports = { LoginFailure, translated };
