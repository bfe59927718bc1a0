import { createHash } from 'node:crypto';

/**
 * The order in which one voter meets the proposals: another for each voter, so that nobody is favoured, and the same
 * each time the same voter comes back.
 */
export function orderFor(voter: string, ids: readonly string[]): string[] {
  const place = (id: string) => createHash('sha256').update(`${voter} ${id}`).digest('hex');
  const places = new Map(ids.map((id) => [id, place(id)]));
  return [...ids].sort((a, b) => ((places.get(a) as string) < (places.get(b) as string) ? -1 : 1));
}
