import { everyone, type RouteRule } from './role.ts';

const DATA = '/[language=language]/[territory]/[cycle]/data';

/** Open data are everyone's. */
export const PUBLICATION: Readonly<Record<string, RouteRule>> = {
  [DATA]: { GET: everyone },
  [`${DATA}/[table]`]: { GET: everyone },
  [`${DATA}/[table].csv`]: { GET: everyone },
  [`${DATA}/[table].json`]: { GET: everyone },
};
