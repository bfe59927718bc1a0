import { jsonOf } from '#lib/publication/file.server.ts';
import { answerFile, fileNameOf, hereOf, tableOf } from '../answer.server.ts';

export async function GET(event) {
  const { here } = await hereOf(event);
  const read = await tableOf(event, here);
  const name = fileNameOf(here, read.table.name, 'json');
  return answerFile(event, here, { body: jsonOf(read, here), type: 'application/json', name, download: false });
}
