import { csvOf, sha256 } from '#lib/publication/file.server.ts';
import { publicPage } from '#routes/place.server.ts';
import { hereOf, tableOf } from '../answer.server.ts';

/** Rows on one page. */
const PAGE = 50;

/** One public table to read, without the identifiers that only programs need, and what each column means. */
export async function load(event) {
  const { here, base } = await hereOf(event);
  const { table, rows } = await tableOf(event, here);
  publicPage(event, here.territory.id);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(1, Number.parseInt(event.url.searchParams.get('page') ?? '1', 10) || 1), pages);
  const columns = table.columns.map(({ name, kind, codes }) => ({ name, kind, codes }));
  return {
    base,
    name: table.name,
    step: table.step,
    territoryName: here.territory.name,
    cycleName: here.cycle.name,
    currency: here.territory.currency,
    address: event.url.origin + event.url.pathname,
    hash: sha256(csvOf({ table, rows })),
    columns,
    shown: columns.filter(({ kind }) => kind !== 'id' && kind !== 'ids'),
    lines: rows.slice((page - 1) * PAGE, page * PAGE),
    total: rows.length,
    page,
    pages,
    from: (page - 1) * PAGE + 1,
    to: Math.min(page * PAGE, rows.length),
  };
}
