// SPDX-License-Identifier: Apache-2.0
'use strict';

const { BaseAuth } = require('@nocobase/auth');
const { readOptions } = require('./layouts');
const { LoginFailure } = require('./messages');
const wecom = require('./wecom');

// Signs a person in by the code that WeCom's login page or client hands over.
class WecomAuth extends BaseAuth {
  constructor(config) {
    super({ ...config, userCollection: config.ctx.db.getCollection('users') });
  }

  get settings() {
    return readOptions(this.options || {});
  }

  authUrl(redirect) {
    const { companyId, agentId, origin, redirectLink } = this.settings;
    const isWeComBrowser = /wxwork/i.test(this.ctx.get('User-Agent'));
    const own = origin || `${this.ctx.protocol}://${this.ctx.host}`;
    const link = {
      companyId: String(companyId ?? ''),
      agentId: String(agentId ?? ''),
      redirectUri: `${own.replace(/\/+$/, '')}${process.env.API_BASE_PATH || '/api/'}wecom:redirect`,
      state: wecom.encodeState({
        redirect: redirect || redirectLink || '',
        app: this.ctx.app.name,
        name: this.authenticator.name,
        isWeComBrowser,
      }),
    };
    return isWeComBrowser ? wecom.oauthLink(link) : wecom.webLoginLink(link);
  }

  async validate() {
    const { code } = this.ctx.action.params;
    if (!code) throw new LoginFailure('code');
    const member = await this.memberOf(code);
    const linked = await this.authenticator.findUser(member.userid);
    return linked || this.linkedNow(member);
  }

  async memberOf(code) {
    const { companyId, secret } = this.settings;
    const step = (reason, task) =>
      task.catch((error) => {
        this.ctx.logger.error(`wecom sign-in failed: ${error.message}`, {
          authenticator: this.authenticator.name,
        });
        throw new LoginFailure(reason, error);
      });
    const { access_token } = await step(
      'accessToken',
      wecom.ask('gettoken', { corpid: companyId, corpsecret: secret }),
    );
    const identity = await step('userid', wecom.ask('auth/getuserinfo', { access_token, code }));
    // Somebody who is not a member of the company has an openid instead.
    if (!identity.userid) throw new LoginFailure('userid');
    const profile = await step('api', wecom.ask('user/get', { access_token, userid: identity.userid }));
    const ticket = identity.user_ticket;
    const detail = ticket
      ? await step('api', wecom.ask('auth/getuserdetail', { access_token }, { user_ticket: ticket }))
      : {};
    return {
      userid: identity.userid,
      name: profile.name,
      mobile: detail.mobile || profile.mobile,
      email: detail.biz_mail || detail.email,
    };
  }

  // A first login: the user with this phone number, or a new one.
  async linkedNow({ userid, name, mobile, email }) {
    const known = mobile && (await this.userRepository.findOne({ filter: { phone: mobile } }));
    if (known) {
      await this.authenticator.addUser(known, { through: { uuid: userid } });
      return known;
    }
    if (!this.settings.autoSignup) throw new LoginFailure(mobile ? 'user' : 'mobile');
    const taken = await this.userRepository.findOne({ filter: { username: userid } });
    return this.authenticator.newUser(userid, {
      nickname: name || userid,
      ...(taken ? {} : { username: userid }),
      ...(mobile ? { phone: mobile } : {}),
      ...(email ? { email } : {}),
    });
  }
}

module.exports = { WecomAuth };
