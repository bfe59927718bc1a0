import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedIfNew } from '#db/seed.ts';
import { openSession, SESSION_COOKIE } from '#lib/people/session.server.ts';
import { newFile, openTestHouse, type TestHouse } from '#tests/support/database.ts';
import { startServer, type RunningServer } from '#tests/support/server.ts';

const file = newFile();
let house: TestHouse;
let server: RunningServer;

beforeAll(async () => {
  house = await openTestHouse(file.url);
  // The program that serves it lives today.
  house.setClock(Date.now());
  await seedIfNew(house);
  server = await startServer(file.url);
}, 120_000);

afterAll(async () => {
  await server.stop();
  await house.close();
  await file.remove();
});

/** A page as anyone gets it, or as somebody who is signed in. */
async function read(path: string, name?: string): Promise<string> {
  const headers: Record<string, string> = name ? { cookie: await cookieOf(name) } : {};
  return (await fetch(server.origin + path, { headers })).text();
}

async function cookieOf(name: string): Promise<string> {
  const email = `${name}@rives-sur-ill.example`;
  const { id } = await house.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  return `${SESSION_COOKIE}=${(await openSession(house, id)).secret}`;
}

describe('a word that everyone may read', () => {
  test('leads on by links: to its indicator, the results, the objective, what is done and who promised what', async () => {
    const page = await read(`/fr${await wordBehindAnAction()}`);
    const [, trace = ''] = /<ol[^>]*aria-label="Ce qu’est devenue cette parole"[^>]*>([\s\S]*?)<\/ol>/.exec(page) ?? [];
    const stops = [...trace.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
    const kinds = ['grid', 'indicators', 'results', 'objective', 'action', 'commitment'];
    const places = [
      /\/indicators\/grid#/,
      /\/indicators\/[\w-]+$/,
      /\/evaluation\/rounds\/[\w-]+\/indicators\/[\w-]+$/,
      /\/plan\/objectives\/[\w-]+$/,
      /\/plan\/actions\/[\w-]+$/,
      /\/plan\/commitments\/[\w-]+$/,
    ];
    const order = places.map((place) => stops.findIndex((href) => place.test(href)));
    expect(order.map((at, one) => (at < 0 ? kinds[one] : 'there'))).toEqual(kinds.map(() => 'there'));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    for (const href of new Set(stops)) expect((await fetch(server.origin + href)).status, href).toBe(200);
  });
});

describe('a word to be sorted', () => {
  test('says to which question it answers, among several and alone', async () => {
    const asked = await house.db
      .selectFrom('question')
      .innerJoin('cycle', 'cycle.id', 'question.cycle_id')
      .select(['question.id', 'question.polarity'])
      .where('cycle.slug', '=', 'cycle-2026')
      .where('retired_at', 'is', null)
      .orderBy('question.position')
      .execute();
    const short = { 'well-being': 'Bien-être', 'ill-being': 'Mal-être' } as Readonly<Record<string, string>>;
    for (const [place, { id, polarity }] of asked.entries()) {
      const words = `Question ${place + 1} · ${short[polarity] ?? ''}`;
      const board = `/fr/rives-sur-ill/cycle-2026/indicators/sorting`;
      const page = await read(`${board}?state=all&question=${id}`, 'nadia.kessler');
      const boxes = [...page.matchAll(/<div class="box[^"]*">/g)].length;
      expect(boxes).toBeGreaterThan(5);
      expect(page.split(words).length - 1).toBe(boxes);
      expect(await read(`${board}/one?state=all&question=${id}`, 'nadia.kessler')).toContain(words);
    }
  });
});

describe('the page of a territory', () => {
  test('says of each cycle whether it is open, and which steps are under way', async () => {
    const page = await read('/fr/rives-sur-ill');
    const cards = [...page.matchAll(/<section class="card[^]*?<\/section>/g)].map(([card]) => card);
    const cardOf = (slug: string) => cards.find((card) => card.includes(`/fr/rives-sur-ill/${slug}"`)) ?? '';
    expect(cardOf('cycle-2026')).toMatch(/En ce moment\u00a0: [^<]*Évaluer/);
    expect(cardOf('cycle-2025')).toContain('href="/fr/rives-sur-ill/cycle-2025"');
    expect(cardOf('cycle-2025')).not.toContain('En ce moment');
  });
});

describe('the page of one’s account', () => {
  test('says what can be done today, and how what one has proposed stands', async () => {
    const email = 'jeanne.riss@rives-sur-ill.example';
    const { id } = await house.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const vote = await house.db
      .selectFrom('vote')
      .select('id')
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    const round = await house.db
      .selectFrom('round')
      .select('id')
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    await house.write((db) => db.updateTable('proposal').set({ sender: 'nobody' }).execute());
    const before = await read('/fr/account', 'jeanne.riss');
    expect(before).toContain(`/plan/votes/${vote.id}"`);
    expect(before).toContain(`/evaluation/rounds/${round.id}/answer"`);
    expect(before).toContain('/plan/proposals/new"');
    expect(before).not.toContain('Mes propositions');
    const { id: proposalId } = await house.db
      .selectFrom('proposal')
      .innerJoin('proposal_review', 'proposal_review.proposal_id', 'proposal.id')
      .select('proposal.id')
      .where('outcome', '=', 'accepted')
      .executeTakeFirstOrThrow();
    await house.write((db) => db.updateTable('proposal').set({ sender: id }).where('id', '=', proposalId).execute());
    const after = await read('/fr/account', 'jeanne.riss');
    expect(after).toContain('Mes propositions');
    expect(after).toContain(`/plan/proposals/${proposalId}"`);
    expect(await read('/fr/account', 'odile.brandt')).not.toContain(`/plan/proposals/${proposalId}"`);
  });
});

describe('an English page', () => {
  test('marks what the territory’s people have written as being in their language', { timeout: 60_000 }, async () => {
    const said = await listSaid();
    expect(said.size).toBeGreaterThan(200);
    for (const name of [undefined, 'odile.brandt']) {
      const unmarked: string[] = [];
      let marked = 0;
      for (const [address, page] of await walk('/en/rives-sur-ill', name))
        for (const { text, lang } of textsOf(page)) {
          if (!said.has(text)) continue;
          if (lang === 'fr') marked += 1;
          else unmarked.push(`${address}: ${text}`);
        }
      expect(unmarked).toEqual([]);
      expect(marked).toBeGreaterThan(200);
    }
  });

  test('marks nothing where it is in the same language', async () => {
    const page = await read('/fr/rives-sur-ill/cycle-2026/plan/votes');
    expect(page.slice(page.indexOf('<main'))).not.toMatch(/ lang=/);
  });
});

/** What people have written of the plan, votes, rounds and bodies; nothing that is a name of people or places. */
async function listSaid(): Promise<Set<string>> {
  const columns = {
    objective: ['title', 'why'],
    action: ['title'],
    proposal: ['title', 'description'],
    proposal_review: ['reasons'],
    scenario: ['name', 'description', 'on_worst_off'],
    scenario_objection: ['objection', 'answer'],
    commitment: ['words'],
    commitment_status: ['reason'],
    actor: ['description'],
    pact: ['title'],
    vote: ['name', 'question', 'who_decides'],
    round: ['name'],
    body: ['mandate'],
    group: ['stands_for'],
    decision: ['title', 'text', 'dissent'],
    action_report: ['words'],
  } as const;
  const texts: string[] = [];
  for (const [table, names] of Object.entries(columns))
    for (const name of names) {
      const { rows } = await sql<{
        text: string | null;
      }>`select ${sql.ref(name)} as text from ${sql.table(table)}`.execute(house.db);
      texts.push(...rows.map(({ text }) => plain(text ?? '')));
    }
  return new Set(texts.filter((text) => text.includes(' ')));
}

/** Every kind of page that links lead to, once. */
async function walk(from: string, name: string | undefined): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const kinds = new Set<string>();
  const headers: Record<string, string> = name ? { cookie: await cookieOf(name) } : {};
  const waiting = [from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = address.replace(/[?#].*/, '').replace(/[\w-]{22}(?=\/|$)/g, '·');
    // The journal and the tables to download hold names and titles in one column.
    if (kinds.has(kind) || /sign-out|staff\/journal|\/data\/|\.(ics|csv|json|pb)$/.test(kind)) continue;
    kinds.add(kind);
    const answer = await fetch(server.origin + address, { headers });
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    const page = await answer.text();
    pages.set(address, page);
    for (const [, href = ''] of page.matchAll(/<a\b[^>]*? href="([^"]*)"/g))
      if (href.startsWith('/en/rives-sur-ill')) waiting.push(href.replaceAll('&amp;', '&'));
  }
  expect(pages.size).toBeGreaterThan(40);
  return pages;
}

/** Each text of a page's body with the language it stands under; what is typed or chosen in a field left out. */
function textsOf(page: string): { text: string; lang: string }[] {
  const found: { text: string; lang: string }[] = [];
  const open: { tag: string; lang: string }[] = [{ tag: '', lang: '' }];
  const isVoid = /^(area|br|col|embed|hr|img|input|link|meta|source|wbr)$/;
  const body = page
    .slice(page.indexOf('<body'))
    .replace(/<!--[\s\S]*?-->|<(script|style|template|textarea)\b[\s\S]*?<\/\1>/g, '');
  const lang = /<html lang="([^"]*)"/.exec(page)?.[1] ?? '';
  for (const [, close, tag = '', attributes = '', text = ''] of body.matchAll(
    /<(\/?)([\w-]+)((?:"[^"]*"|[^>"])*)>|([^<]+)/g,
  )) {
    const around = open.at(-1)?.lang || lang;
    if (text) found.push({ text: plain(text), lang: around });
    else if (close) open.splice(open.findLastIndex((one) => one.tag === tag));
    else if (!isVoid.test(tag) && !attributes.endsWith('/'))
      open.push({ tag, lang: / lang="([^"]*)"/.exec(attributes)?.[1] ?? around });
  }
  return found;
}

/** As it is read: characters instead of their escapes, one space for several. */
function plain(text: string): string {
  const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  return text
    .replace(/&\w+;/g, (name) => named[name] ?? name)
    .replace(/\s+/g, ' ')
    .trim();
}

/** One that is summed up in an indicator with an objective that an action and a promise answer: its page. */
async function wordBehindAnAction(): Promise<string> {
  const { slug, id } = await house.db
    .selectFrom('note_publication as published')
    .innerJoin('proposition_source as source', 'source.criterion_id', 'published.criterion_id')
    .innerJoin('version_proposition as sums', 'sums.proposition_id', 'source.proposition_id')
    .innerJoin('objective', 'objective.indicator_version_id', 'sums.indicator_version_id')
    .innerJoin('commitment', 'commitment.objective_id', 'objective.id')
    .innerJoin('action_objective as answers', 'answers.objective_id', 'objective.id')
    .innerJoin('indicator_version as version', 'version.id', 'sums.indicator_version_id')
    .innerJoin('cycle', 'cycle.id', 'version.cycle_id')
    .select(['cycle.slug', 'published.criterion_id as id'])
    .executeTakeFirstOrThrow();
  return `/rives-sur-ill/${slug}/indicators/criteria/${id}`;
}
