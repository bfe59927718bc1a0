/** The floor of public pages: node:http, one page in memory, nothing around it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file = ''] = process.argv.slice(2);
const body = readFileSync(file);
const lines = (process.env.HEADERS ?? '').split('\n');
const unwanted = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];
const headers = lines
  .flatMap((name, place) => (place % 2 === 0 ? [[name.toLowerCase(), lines[place + 1] ?? ''] as const] : []))
  .filter(([name]) => !unwanted.includes(name));

createServer((_req, res) => {
  res.writeHead(200, { ...Object.fromEntries(headers), 'content-length': body.length });
  res.end(body);
}).listen(Number(port), '127.0.0.1', () => console.log('open'));
