/**
 * The floor of durable writes: node:http and prepared statements on better-sqlite3 with `synchronous = FULL`, nothing
 * around them. One commit a request, or, gathered, one for all that arrived while the last one ran. Whoever asks with GET
 * is told of each new note by server-sent events.
 *
 *     node write-floor.ts note|ballot FILE PORT [gathered]
 */
import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import SqliteDatabase from 'better-sqlite3';
import type { Place } from './writing.ts';

const [kind = '', file = '', port, gathered] = process.argv.slice(2);
const place = JSON.parse(process.env.PLACE ?? '{}') as Place;
const database = new SqliteDatabase(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('foreign_keys = ON');
const id = () => randomBytes(16).toString('base64url');

/** A note and its counter, once however often it is sent. Says whether it is new. */
function noteKeeper(): (fields: URLSearchParams) => boolean {
  const insert = database.prepare(
    `insert into note (territory_id, id, cycle_id, group_id, gathering_id, question_id, language, text, source, sender,
       sent_id, author_id, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'phone', ?, ?, ?, ?) on conflict (territory_id, sender, sent_id) do nothing`,
  );
  const count = database.prepare(
    `insert into note_count (territory_id, group_id, gathering_id, question_id, cycle_id, notes, criteria)
     values (?, ?, ?, ?, ?, 1, 0)
     on conflict (territory_id, group_id, gathering_id, question_id) do update set notes = notes + 1`,
  );
  const { territory, cycle, group, gathering, author } = place;
  return (fields) => {
    const [question, language, text] = [fields.get('question'), fields.get('language'), fields.get('text')];
    const sent = fields.get('sentId');
    const values = [
      territory,
      id(),
      cycle,
      group,
      gathering,
      question,
      language,
      text,
      author,
      sent,
      author,
      Date.now(),
    ];
    if (insert.run(...values).changes === 0) return false;
    count.run(territory, group, gathering, question, cycle);
    return true;
  };
}

/** A voter on the roll, a ballot in the box, a receipt, and the counter. Receipts are not signed here. */
function ballotKeeper(): (fields: URLSearchParams) => boolean {
  const enter = database.prepare(
    `insert into roll_entry (territory_id, vote_id, voter_hash, state) values (?, ?, ?, 'used')
     on conflict (territory_id, vote_id, voter_hash) do nothing`,
  );
  const ballot = database.prepare('insert into ballot (territory_id, vote_id, ballot_id, choices) values (?, ?, ?, ?)');
  const receipt = database.prepare(
    "insert into receipt (territory_id, vote_id, receipt_hash, signature) values (?, ?, ?, '')",
  );
  const count = database.prepare(
    'update ballot_count set ballots = ballots + 1 where territory_id = ? and vote_id = ? and taking = 1',
  );
  const { territory, vote } = place;
  return (fields) => {
    if (enter.run(territory, vote, fields.get('receipt')).changes === 0) return false;
    count.run(territory, vote);
    receipt.run(territory, vote, fields.get('receipt'));
    ballot.run(territory, vote, id(), JSON.stringify(fields.getAll('choices')));
    return true;
  };
}

const keep = kind === 'note' ? noteKeeper() : ballotKeeper();
const keepOne = database.transaction(keep);
const keepAll = database.transaction((batch: readonly Waiting[]) => batch.forEach(({ fields }) => keep(fields)));

interface Waiting {
  readonly fields: URLSearchParams;
  readonly res: ServerResponse;
}

let waiting: Waiting[] = [];

function gather(one: Waiting): void {
  if (waiting.push(one) > 1) return;
  setImmediate(() => {
    const batch = waiting;
    waiting = [];
    keepAll(batch);
    for (const { res } of batch) answer(res);
  });
}

function answer(res: ServerResponse): void {
  // As ours does: nothing to say but that it is kept.
  if (kind === 'note') return void res.writeHead(204).end();
  res.writeHead(200, { 'content-type': 'text/plain', 'content-length': 2 });
  res.end('ok');
}

function read(body: string, type?: string): URLSearchParams {
  return new URLSearchParams(type === 'application/json' ? (JSON.parse(body) as Record<string, string>) : body);
}

const listening = new Set<ServerResponse>();

function listen(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  res.write('event: wall\ndata: []\n\n');
  listening.add(res);
  res.on('close', () => listening.delete(res));
}

function tell(fields: URLSearchParams): void {
  if (listening.size === 0) return;
  const note = { id: id(), text: fields.get('text'), language: 'fr', questionId: fields.get('question') };
  const message = `event: change\ndata: ${JSON.stringify({ put: [note], taken: [] })}\n\n`;
  for (const res of listening) res.write(message);
}

createServer((req, res) => {
  if (req.method === 'GET') return listen(res);
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const fields = read(Buffer.concat(chunks).toString(), req.headers['content-type']);
    if (gathered) return gather({ fields, res });
    if (keepOne(fields)) tell(fields);
    answer(res);
  });
}).listen(Number(port), '127.0.0.1', () => console.log('open'));
