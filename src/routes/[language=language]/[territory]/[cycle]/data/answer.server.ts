import { createHash } from 'node:crypto';
import { error, type RequestEvent } from '@sveltejs/kit';
import { findTable } from '#lib/publication/catalogue.server.ts';
import { readTable, type ReadTable } from '#lib/publication/file.server.ts';
import type { Here } from '#lib/publication/table.ts';
import { getPlace, publicPage } from '#routes/place.server.ts';

type Where = RequestEvent<Partial<Record<string, string>>>;

/** Where a request asks for open data: the territory, the cycle, the language. @throws 404 */
export async function hereOf(event: Where): Promise<{ here: Here; base: string }> {
  const { territory, cycle, base } = await getPlace(event);
  return { here: { db: event.locals.house.db, territory, cycle, language: event.locals.language }, base };
}

/** The table that the address names, with what is in it now. @throws 404 */
export async function tableOf(event: Where, here: Here): Promise<ReadTable> {
  const table = findTable(event.params.table ?? '');
  if (!table) error(404, 'not there');
  return readTable(table, here);
}

/**
 * Answers with a whole file, public like the page it is the twin of: kept in memory by the server entry, asked for
 * again only when it has changed, and readable by programs of other sites.
 */
export function answerFile(
  event: Where,
  here: Here,
  file: { readonly body: string; readonly type: string; readonly name: string; readonly download: boolean },
): Response {
  publicPage(event, here.territory.id);
  const etag = etagOf(file.body);
  const headers = {
    etag,
    'content-type': `${file.type}; charset=utf-8`,
    'content-disposition': `${file.download ? 'attachment' : 'inline'}; filename="${file.name}"`,
    'access-control-allow-origin': '*',
  };
  if (event.request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(file.body, { headers });
}

/** As the page cache of the server entry makes it, so that both say the same of the same file. */
function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** `rives-sur-ill-2026-words.csv` */
export function fileNameOf({ territory, cycle }: Here, table: string, ending: string): string {
  return `${territory.slug}-${cycle.slug}-${table}.${ending}`;
}
