import { fileOf, getTallyHere } from '../here.server.ts';

export async function GET(event) {
  const { tally } = await getTallyHere(event);
  return fileOf('result.json', 'application/json', tally.published.result);
}
