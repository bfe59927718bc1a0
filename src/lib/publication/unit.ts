import type { Translate } from '#lib/messages/translate.ts';
import type { Kind } from './table.ts';

/** What a column's cells are, in words. @param currency of the territory, such as `EUR` */
export function unitOf(kind: Kind, currency: string, t: Translate): string {
  return t(`publication.kind.${kind}`, { currency });
}
