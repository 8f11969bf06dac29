// SPDX-License-Identifier: Apache-2.0
// The stand-in plugin in a real NocoBase: types, public rows, login addresses and whole logins by plain HTTP,
// in two layouts. WeCom is a few lines here: this is about the plugin; the rehearsal's WeCom has tests of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const phone = '13800000001';

// What the company knows: code -> member. `asked` is every call it got.
function startWecom() {
  const asked = [];
  const members = { good: 'zhangsan', nobody: 'lisi', stranger: null };
  const answers = {
    '/cgi-bin/gettoken': (q) =>
      q.get('corpsecret') === 'right'
        ? { access_token: 'T' }
        : { errcode: 40001, errmsg: 'invalid credential' },
    '/cgi-bin/auth/getuserinfo': (q) => {
      const member = members[q.get('code')];
      if (member === undefined) return { errcode: 40029, errmsg: 'invalid code' };
      if (member === null) return { openid: 'oX' };
      return member === 'zhangsan' ? { userid: member, user_ticket: 'ticket' } : { userid: member };
    },
    '/cgi-bin/user/get': (q) => ({ userid: q.get('userid'), name: 'Member ' + q.get('userid') }),
    '/cgi-bin/auth/getuserdetail': () => ({ userid: 'zhangsan', mobile: phone }),
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://wecom');
    asked.push(pathname);
    const answer = answers[pathname];
    if (!answer) return response.writeHead(404).end();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer(searchParams) }));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () =>
      done({ asked, server, url: `http://127.0.0.1:${server.address().port}` }),
    );
  });
}

function startNocobase(args, environment) {
  const child = spawn(process.execPath, [join(here, 'server.mjs'), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((done, failed) => {
    createInterface({ input: child.stdout }).once('line', (line) => done({ child, ...JSON.parse(line) }));
    child.once('exit', (code) => failed(new Error(`server.mjs ended with ${code}`)));
  });
}

class Api {
  constructor(url) {
    this.url = url;
  }

  async send(action, { query = {}, body, headers = {} } = {}) {
    return fetch(`${this.url}api/${action}?${new URLSearchParams(query)}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'X-Authenticator': 'basic',
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        'Content-Type': 'application/json',
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
  }

  async data(action, options) {
    const answer = await this.send(action, options);
    assert.equal(answer.status, 200, `${action}: ${answer.status}`);
    return (await answer.json()).data;
  }

  async signIn() {
    this.token = (
      await this.data('auth:signIn', { body: { account: 'nocobase', password: 'admin123' } })
    ).token;
  }

  // Where a browser ends up that comes back from WeCom with these.
  async callback(state, code, language) {
    const query = { state, ...(code ? { code } : {}), ...(language ? { locale: language } : {}) };
    const answer = await this.send('wecom:redirect', { query, headers: { 'X-Authenticator': '' } });
    assert.equal(answer.status, 302);
    return new URL(answer.headers.get('location'), this.url);
  }
}

const layouts = {
  flat: (origin, more) => ({
    corpId: 'ww0123456789abcdef',
    agentId: '1000002',
    secret: 'right',
    origin,
    ...more,
    public: { autoSignup: false },
  }),
  wecom: (origin, more) => ({
    wecom: { corpid: 'ww0123456789abcdef', agentid: '1000002', secret: 'right', origin, ...more },
    public: { autoSignup: false, autoLogin: true },
  }),
};

for (const [layout, options] of Object.entries(layouts)) {
  describe(`the stand-in plugin, layout ${layout}`, () => {
    let wecom, nocobase, api, state;
    const origin = 'https://crm.example.com';

    before(async () => {
      wecom = await startWecom();
      // The second one comes without the plugin enabled, and under a path.
      const args = layout === 'flat' ? [] : ['--plugin', 'off', '--base', '/nb'];
      nocobase = await startNocobase(['--layout', layout, ...args], { WECOM_API_BASE: wecom.url });
      api = new Api(nocobase.url);
      await api.signIn();
    });
    after(() => {
      nocobase?.child.removeAllListeners('exit');
      nocobase?.child.stdin.end();
      wecom?.server.close();
    });

    it('registers its type once it is enabled', async () => {
      const listed = (await api.data('pm:list')).find(
        (plugin) => plugin.packageName === '@nocobase/plugin-auth-wecom',
      );
      assert.equal(listed.enabled, layout === 'flat');
      if (!listed.enabled) {
        assert.equal((await api.send('wecom:redirect')).status, 404);
        await api.data('pm:enable', { query: { filterByTk: listed.name, awaitResponse: 'true' }, body: {} });
      }
      const types = await api.data('authenticators:listTypes');
      assert.ok(types.some((type) => type.name === 'wecom'));
    });

    it('shows what a sign-in page needs, and no more', async () => {
      await api.data('authenticators:create', {
        body: {
          name: 'company',
          authType: 'wecom',
          title: 'Our WeCom',
          enabled: true,
          options: options(origin),
        },
      });
      const row = (await new Api(nocobase.url).data('authenticators:publicList')).find(
        ({ name }) => name === 'company',
      );
      assert.match(row.authTypeTitle, /WeCom/);
      assert.equal(row.options.autoSignup, false);
      assert.equal(row.options.autoLogin, layout === 'wecom' ? true : undefined);
      assert.ok(!JSON.stringify(row).includes('right'));
    });

    it('makes the login address of a computer and of the WeCom client', async () => {
      const ask = (agent) =>
        api.data('wecom:getAuthUrl', {
          body: { redirect: '/admin/x' },
          headers: { 'X-Authenticator': 'company', 'User-Agent': agent },
        });
      const pc = new URL(await ask('Mozilla/5.0'));
      assert.equal(pc.origin + pc.pathname, 'https://login.work.weixin.qq.com/wwlogin/sso/login');
      assert.equal(pc.searchParams.get('login_type'), 'CorpApp');
      const base = layout === 'flat' ? '/' : '/nb/';
      for (const url of [pc, new URL(await ask('Mozilla/5.0 wxwork/4.1'))]) {
        assert.equal(url.searchParams.get('appid'), 'ww0123456789abcdef');
        assert.equal(url.searchParams.get('agentid'), '1000002');
        assert.equal(url.searchParams.get('redirect_uri'), `${origin}${base}api/wecom:redirect`);
        const inClient = url.host === 'open.weixin.qq.com';
        state = url.searchParams.get('state');
        assert.equal(
          Buffer.from(state, 'base64').toString(),
          `redirect=%2Fadmin%2Fx&app=main&name=company&isWeComBrowser=${inClient}`,
        );
        assert.equal(url.searchParams.get('scope'), inClient ? 'snsapi_privateinfo' : null);
        assert.equal(url.hash, inClient ? '#wechat_redirect' : '');
      }
    });

    it('says only its public sentences when a login fails', async () => {
      const cases = [
        [undefined, 'Authorization code does not exist.', '授权码不存在。'],
        ['wrong', 'Failed to get userid', '未获取到userid'],
        ['stranger', 'Failed to get userid', '未获取到userid'],
        ['nobody', 'Failed to get mobile', '未获取到手机号'],
        ['good', 'User not found.', '用户不存在。'],
      ];
      for (const [code, english, chinese] of cases) {
        const page = await api.callback(state, code);
        assert.ok(page.pathname.endsWith('/signin'), page.pathname);
        assert.equal(page.searchParams.get('authenticator'), 'company');
        assert.equal(page.searchParams.get('error'), english);
        assert.equal((await api.callback(state, code, 'zh-CN')).searchParams.get('error'), chinese);
      }
    });

    it('finds a user by phone, links it, and signs it in', async () => {
      await api.data('users:create', {
        body: { nickname: 'Zhang', phone, username: 'zhang', password: 'x-123456' },
      });
      const page = await api.callback(state, 'good');
      assert.ok(page.pathname.endsWith('/admin/x'), page.href);
      const visitor = new Api(nocobase.url);
      visitor.token = page.searchParams.get('token');
      assert.equal((await visitor.data('auth:check')).nickname, 'Zhang');
      const [{ id }] = await api.data('authenticators:list', {
        query: { filter: JSON.stringify({ name: 'company' }) },
      });
      const { users } = await api.data('authenticators:get', { query: { filterByTk: id, appends: 'users' } });
      assert.deepEqual(
        users.map((user) => user.usersAuthenticators.uuid),
        ['zhangsan'],
      );
    });

    it('makes a new user only where that is allowed, and never with a wrong Secret', async () => {
      const [row] = await api.data('authenticators:list', {
        query: { filter: JSON.stringify({ name: 'company' }) },
      });
      const change = (changed) =>
        api.data('authenticators:update', {
          query: { filterByTk: row.id },
          body: { id: row.id, enabled: true, options: changed },
        });
      await change({ ...row.options, public: { autoSignup: true } });
      assert.ok((await api.callback(state, 'nobody')).searchParams.get('token'));
      await change(options(origin, { secret: 'other' }));
      assert.equal(
        (await api.callback(state, 'good')).searchParams.get('error'),
        'Failed to get accessToken',
      );
      assert.ok(wecom.asked.includes('/cgi-bin/auth/getuserdetail'));
    });
  });
}
