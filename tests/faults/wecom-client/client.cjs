// SPDX-License-Identifier: Apache-2.0
// Asks the rehearsal's WeCom with node-easywechat, as a program written for the real WeCom would.
'use strict';
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');
const { CacheInterface, Work } = require('node-easywechat');
const { default: WeWork } = require('node-socialite/dist/Providers/WeWork');

class Memory extends CacheInterface {
  constructor() { super(); this.kept = new Map(); }
  async get(key) { return this.kept.get(key) ?? null; }
  async has(key) { return this.kept.has(key); }
  async set(key, data) { this.kept.set(key, data); return true; }
  async delete(key) { return this.kept.delete(key); }
  async clear() { this.kept.clear(); return true; }
}

class Server {
  constructor(program) {
    this.process = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }
  async line() { return (await this.lines.next()).value; }
  async tell(text) { this.process.stdin.write(text + '\n'); assert.equal(await this.line(), 'done', text); }
  end() {
    this.process.stdin.end();
    return new Promise(done => this.process.on('exit', done));
  }
}

function application(hello, changes = {}) {
  const app = new Work({ corp_id: hello.companyId, secret: hello.secret, agent_id: hello.agentId,
    http: { baseURL: hello.wecom + '/' }, oauth: { scopes: 'snsapi_privateinfo', redirect_url: hello.nocobase + '/api/wecom:redirect' },
    ...changes });
  app.setCache(new Memory());
  return app;
}

async function ask(app, path, params = {}) {
  return (await app.getClient().request('get', path, { params })).toObject();
}

// The address that node-socialite makes for the client's browser, opened by one; the code it comes back with.
async function codeFromInside(app, hello) {
  const address = new URL((await app.getOAuth()).redirect());
  assert.equal(address.host, 'open.weixin.qq.com');
  const here = new URL(address.pathname + address.search, hello.wecom);
  const answer = await fetch(here, { redirect: 'manual', headers: { 'User-Agent': 'Mozilla/5.0 wxwork/5.0.6 MicroMessenger/7.0.1' } });
  assert.equal(answer.status, 302);
  return new URL(answer.headers.get('location')).searchParams.get('code');
}

const tests = {
  async 'a token is got, and the same one again'(hello) {
    const first = await application(hello).getAccessToken().getToken();
    assert.ok(first.length > 0 && first.length <= 512);
    assert.equal(await application(hello).getAccessToken().getToken(), first);
  },
  async 'a wrong Secret and a wrong company are refused'(hello) {
    await assert.rejects(application(hello, { secret: 'x'.repeat(43) }).getAccessToken().getToken(), /"errcode":40001/);
    await assert.rejects(application(hello, { corp_id: 'ww0000000000000001' }).getAccessToken().getToken(), /"errcode":40013/);
  },
  async 'an address that is not trusted is told its own'(hello) {
    const answer = await ask(application(hello), 'cgi-bin/agent/get', { agentid: hello.agentId });
    assert.equal(answer.errcode, 60020);
    assert.match(answer.errmsg, new RegExp(`, from ip: ${hello.server.replaceAll('.', '\\.')}, more info at `));
  },
  async 'the app is read'(hello, server) {
    for (const step of ['create', 'callback', 'trusted-domain', 'trusted-ip']) await server.tell('perform ' + step);
    const app = application(hello);
    const agent = await ask(app, 'cgi-bin/agent/get', { agentid: hello.agentId });
    assert.equal(agent.errcode, 0);
    assert.equal(String(agent.agentid), hello.agentId);
    assert.equal(agent.close, 0);
    assert.equal(agent.redirect_domain, new URL(hello.nocobase).host);
    assert.ok(agent.allow_partys.partyid.length > 0);
    const list = await ask(app, 'cgi-bin/agent/list');
    assert.deepEqual(list.agentlist.map(row => String(row.agentid)), [hello.agentId]);
    assert.equal((await ask(app, 'cgi-bin/agent/get', { agentid: '1000099' })).errcode, 301002);
  },
  async 'a code becomes a member, once'(hello) {
    const app = application(hello);
    const code = await codeFromInside(app, hello);
    const who = await ask(app, 'cgi-bin/auth/getuserinfo', { code });
    assert.equal(who.userid, 'LiWei');
    assert.equal((await ask(app, 'cgi-bin/auth/getuserinfo', { code })).errcode, 40029);
    const detail = (await app.getClient().request('post', 'cgi-bin/auth/getuserdetail',
      { json: { user_ticket: who.user_ticket } })).toObject();
    assert.match(detail.mobile, /^1\d{10}$/);
    assert.equal((await ask(app, 'cgi-bin/user/get', { userid: 'LiWei' })).mobile, undefined);
  },
  async "the older way through node-socialite's own provider"(hello) {
    const app = application(hello);
    app.setOAuthFactory(() => {
      const provider = new WeWork({ client_id: hello.companyId, client_secret: hello.secret, agent_id: hello.agentId,
        base_url: hello.wecom });
      provider._baseUrl = hello.wecom; // 1.4.1 forgets the one it was given
      return provider;
    });
    const code = await codeFromInside(application(hello), hello);
    assert.equal((await (await app.getOAuth()).userFromCode(code)).getId(), 'LiWei');
  },
  async 'the trusted domain counts when a code is exchanged'(hello, server) {
    const app = application(hello);
    const code = await codeFromInside(app, hello);
    await server.tell('fault domain.oauth.mismatch');
    app.setCache(new Memory());
    assert.equal((await ask(application(hello), 'cgi-bin/auth/getuserinfo', { code })).errcode, 50001);
    await server.tell('fault');
  },
};

async function main() {
  const server = new Server(process.argv[2]);
  const hello = JSON.parse(await server.line());
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(hello, server);
      console.log('ok   ' + name);
    } catch (problem) {
      failed += 1;
      console.log('FAIL ' + name + '\n' + problem.stack);
    }
  }
  if (await server.end() !== 0) failed += 1;
  console.log(`${Object.keys(tests).length} tests, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
main();
