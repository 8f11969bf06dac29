// SPDX-License-Identifier: Apache-2.0
// Inside a room with --realnames: a plain server on loopback is https://crm.example.com for a client with no hook.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const server = http.createServer((request, response) => {
  response.setHeader('set-cookie', ['a=1', 'b=2']);
  response.end(JSON.stringify({ url: request.url, headers: request.headers }));
});
server.on('upgrade', (request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\nhello'));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
writeFileSync(process.env.ROOM_FRONT, JSON.stringify({ 'crm.example.com': server.address().port }));

const get = (url, options = {}) => new Promise((done, failed) => {
  https.get(url, options, (answer) => {
    let body = '';
    answer.on('data', (data) => (body += data));
    answer.on('end', () => done({ answer, body }));
  }).on('error', failed);
});

const { answer, body } = await get('https://crm.example.com/api/x?code=canary-1');
const { url, headers } = JSON.parse(body);
assert.equal(answer.statusCode, 200);
assert.equal(url, '/api/x?code=canary-1');
assert.equal(headers.host, 'crm.example.com');
assert.equal(headers['x-forwarded-proto'], 'https');
assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2']);

// A name with nothing behind it says so, rather than hang.
assert.equal((await get('https://open.work.weixin.qq.com/')).answer.statusCode, 502);

const greeting = await new Promise((done, failed) => {
  const request = https.get('https://crm.example.com/ws', { headers: { connection: 'upgrade', upgrade: 'x' } });
  request.on('error', failed);
  request.on('upgrade', (reply, socket, head) => {
    let text = head.toString();
    socket.on('data', (data) => (text += data));
    socket.on('end', () => { done(text); socket.end(); });
  });
});
assert.equal(greeting, 'hello');

const log = readFileSync(process.env.ROOM_FRONT_LOG, 'utf8');
assert.match(log, /^crm\.example\.com GET \/api\/x 200$/m);
assert.doesNotMatch(log, /canary/);
server.close();
