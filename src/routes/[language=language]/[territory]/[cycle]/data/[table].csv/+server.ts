import { BYTE_ORDER_MARK } from '#lib/platform/csv.server.ts';
import { csvOf } from '#lib/publication/file.server.ts';
import { answerFile, fileNameOf, hereOf, tableOf } from '../answer.server.ts';

/** `?bom=1` puts a byte order mark in front, by which some spreadsheets tell UTF-8. */
export async function GET(event) {
  const { here } = await hereOf(event);
  const read = await tableOf(event, here);
  const mark = event.url.searchParams.get('bom') === '1' ? BYTE_ORDER_MARK : '';
  const name = fileNameOf(here, read.table.name, 'csv');
  return answerFile(event, here, { body: mark + csvOf(read), type: 'text/csv', name, download: true });
}
