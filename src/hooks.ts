import type { Reroute } from '@sveltejs/kit';

/** Names that every object has: as the name of a form they would be found, and not be one. */
const EVERY_OBJECTS = new Set(Object.getOwnPropertyNames(Object.prototype).map((name) => `/${name}`));

/** Nothing of ours has an empty character in its address, and PostgreSQL takes none: nothing is there. */
export const reroute: Reroute = ({ url }) => {
  const isOdd =
    /%00/.test(url.pathname + url.search) || [...url.searchParams.keys()].some((key) => EVERY_OBJECTS.has(key));
  return isOdd ? '/not-there' : undefined;
};
