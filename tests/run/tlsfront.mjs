// SPDX-License-Identifier: Apache-2.0
// Ends TLS on 127.0.0.1:443 and passes each request on to the loopback port that the map names for its host:
//   node tlsfront.mjs CERTIFICATE_FOLDER MAP_FILE READY_FD
// MAP_FILE is JSON, {"host name": port}, read anew for every request: a test writes it when its servers are up.
// The log has host, method, path and status; never a query, for codes and tokens are there.
import { readFileSync, writeSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

const [folder, mapFile, readyFd] = process.argv.slice(2);

function backend(request) {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  try {
    return { name, port: JSON.parse(readFileSync(mapFile, 'utf8'))[name] };
  } catch {
    return { name };
  }
}

function forwarded(request) {
  return {
    ...request.headers,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-port': '443',
    'x-forwarded-for': request.socket.remoteAddress ?? '',
  };
}

function log(name, request, status) {
  console.log(`${name} ${request.method} ${request.url.replace(/[?#].*/s, '')} ${status}`);
}

const server = https.createServer({
  key: readFileSync(`${folder}/front.key`),
  cert: readFileSync(`${folder}/front.pem`),
});

server.on('request', (request, response) => {
  const { name, port } = backend(request);
  const refuse = (text) => {
    log(name, request, 502);
    if (response.headersSent) return response.destroy();
    response.writeHead(502, { 'content-type': 'text/plain' }).end(`${text}\n`);
  };
  if (!port) return refuse(`nothing stands behind ${name}`);
  const onward = http.request(
    { host: '127.0.0.1', port, method: request.method, path: request.url, headers: forwarded(request) },
    (answer) => {
      log(name, request, answer.statusCode);
      response.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    },
  );
  onward.on('error', (error) => refuse(error.message));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
});

// WebSockets: the request is written again as it came, then both ends are tied together.
server.on('upgrade', (request, socket, head) => {
  const { name, port } = backend(request);
  socket.on('error', () => socket.destroy());
  if (!port) return socket.destroy();
  const onward = net.connect(port, '127.0.0.1', () => {
    const lines = Object.entries(forwarded(request)).map(([key, value]) => `${key}: ${value}`);
    onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
    log(name, request, 'upgrade');
  });
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
});

server.listen(443, '127.0.0.1', () => writeSync(Number(readyFd), 'ready\n'));
