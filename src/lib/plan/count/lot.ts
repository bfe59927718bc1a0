/** A project and the SHA-256 of its draw text (see `drawText`), in hexadecimal. */
export interface Draw {
  readonly id: string;
  readonly digest: string;
}

/**
 * The text whose SHA-256 decides a project's place in the lot: the seed, a line feed, the project's id, in UTF-8.
 * The seed is published before the count, best one that nobody could choose, such as a public draw to come. Anyone can
 * repeat the lot: printf 'SEED\nID' | sha256sum, for each id, then sort. Hashing is the caller's, since it is no rule.
 */
export function drawText(seed: string, id: string): string {
  return `${seed}\n${id}`;
}

/** The order that a lot gives: digests ascending, letters in either case. Throws a RangeError for what isn't one. */
export function lotOrder(draws: readonly Draw[]): string[] {
  const drawn = draws.map(({ id, digest }) => ({ id, digest: digest.toLowerCase() }));
  const wrong = drawn.find(({ digest }) => !/^[0-9a-f]{64}$/.test(digest));
  if (wrong) throw new RangeError(`The draw of ${wrong.id} is no SHA-256 digest.`);
  return drawn.sort((a, b) => compareText(a.digest, b.digest) || compareText(a.id, b.id)).map(({ id }) => id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
