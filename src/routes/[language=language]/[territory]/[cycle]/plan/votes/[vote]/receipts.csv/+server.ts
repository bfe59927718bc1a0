import { listReceipts } from '#lib/plan/tally.server.ts';
import { fileOf, getTallyHere } from '../here.server.ts';

/** The signed receipts, in the order of their hashes: a list apart from the ballots. */
export async function GET(event) {
  const { vote } = await getTallyHere(event);
  const receipts = await listReceipts(event.locals.house.db, vote.territory_id, vote.id);
  const lines = receipts.map(({ receipt_hash, signature }) => `${receipt_hash},${signature}`);
  return fileOf('receipts.csv', 'text/csv; charset=utf-8', ['receipt_sha256,signature', ...lines, ''].join('\r\n'));
}
