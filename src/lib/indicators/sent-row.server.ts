import { hashOf } from '#lib/platform/hash.server.ts';
import type { Actor } from '#lib/platform/journal.server.ts';
import { randomId } from '#lib/platform/random-id.ts';

/**
 * The id of the row that a sent form makes: the same form again names the same row, the same id with other content
 * another one. Drawn at random where nothing was sent (the program's own work).
 */
export function sentRowId(actor: Actor, sentId: string | undefined, ...content: unknown[]): string {
  if (sentId === undefined) return randomId();
  return hashOf(JSON.stringify([actor.id, sentId, ...content])).slice(0, 22);
}
