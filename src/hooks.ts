import type { Reroute } from '@sveltejs/kit';

/** Nothing of ours has an empty character in its address, and PostgreSQL takes none: nothing is there. */
export const reroute: Reroute = ({ url }) => (/%00/.test(url.pathname + url.search) ? '/not-there' : undefined);
