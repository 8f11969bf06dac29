// SPDX-License-Identifier: Apache-2.0
'use strict';

Object.defineProperty(exports, '__esModule', { value: true });
const { Plugin } = require('@nocobase/server');
const {
  buildRedirectPath,
  resolveSigninPrefix,
} = require('@nocobase/plugin-auth/dist/server/utils/buildRedirectPath');
const { WecomAuth } = require('./auth');
const { readPublicOptions } = require('./layouts');
const { translated } = require('./messages');
const { decodeState } = require('./wecom');

const appPublicPath = process.env.APP_PUBLIC_PATH || '/';

async function getAuthUrl(ctx, next) {
  ctx.body = ctx.auth.authUrl(ctx.action.params.values?.redirect);
  await next();
}

async function redirect(ctx, next) {
  const state = decodeState(ctx.action.params.state);
  try {
    const auth = await ctx.app.authManager.get(state.name, ctx);
    const { token } = await auth.signIn();
    const target = buildRedirectPath({ appPublicPath, target: state.redirect });
    const query = new URLSearchParams({ authenticator: state.name, token });
    ctx.redirect(`${target}${target.includes('?') ? '&' : '?'}${query}`);
  } catch (error) {
    const prefix = resolveSigninPrefix({
      appPublicPath,
      redirect: buildRedirectPath({ appPublicPath, target: state.redirect }),
    });
    const query = new URLSearchParams({
      ...(state.redirect ? { redirect: state.redirect } : {}),
      authenticator: state.name,
      error: await translated(ctx, error.message),
    });
    ctx.redirect(`${prefix}/signin?${query}`);
  }
  await next();
}

class PluginAuthWecomServer extends Plugin {
  async load() {
    this.app.authManager.registerTypes('wecom', {
      auth: WecomAuth,
      title: '{{t("WeCom", { ns: "@nocobase/plugin-auth-wecom" })}}',
      // What the sign-in page needs before anybody is signed in.
      getPublicOptions: (options) => readPublicOptions(options || {}),
    });
    this.app.resourceManager.define({ name: 'wecom', actions: { getAuthUrl, redirect } });
    this.app.acl.allow('wecom', ['getAuthUrl', 'redirect'], 'public');
  }
}

exports.default = PluginAuthWecomServer;
