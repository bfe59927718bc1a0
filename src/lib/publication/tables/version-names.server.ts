import { listVersions } from '#lib/indicators/indicator-words.server.ts';
import { readingIn } from '../here.ts';
import type { Here } from '../table.ts';

/** Names of indicators by the id of their version, in the reader's language. */
export async function listVersionNames(here: Here, versionIds: readonly string[]): Promise<Map<string, string>> {
  const versions = await listVersions(here.db, here.territory.id, [...new Set(versionIds)], readingIn(here));
  return new Map(versions.map((version) => [version.id, version.name]));
}
