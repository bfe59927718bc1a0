import { TABLES } from '#lib/publication/catalogue.server.ts';
import { csvOf, readTable, sha256 } from '#lib/publication/file.server.ts';
import { publicPage } from '#routes/place.server.ts';
import { hereOf } from './answer.server.ts';

const SECTIONS = ['definitions', 'indicators', 'evaluation', 'plan', 'process'] as const;

/** Everything public, by step: how much there is, where to download it, and by what to check it. */
export async function load(event) {
  const { here, base } = await hereOf(event);
  publicPage(event, here.territory.id);
  const read = await Promise.all(TABLES.map((table) => readTable(table, here)));
  const listed = read.map((one) => ({
    name: one.table.name,
    section: one.table.step ?? 'process',
    rows: one.rows.length,
    hash: sha256(csvOf(one)),
  }));
  return {
    base,
    cycleName: here.cycle.name,
    territoryName: here.territory.name,
    address: event.url.origin + event.url.pathname,
    sections: SECTIONS.map((section) => ({ section, tables: listed.filter((one) => one.section === section) })),
  };
}
