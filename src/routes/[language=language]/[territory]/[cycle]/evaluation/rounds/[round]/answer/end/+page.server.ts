import { getPlace } from '#routes/place.server.ts';
import { openSheet } from '../sheet.server.ts';

export async function load(event) {
  const { territory, base } = await getPlace(event);
  const sheet = await openSheet(event, territory, base);
  return {
    base,
    path: sheet.path,
    answered: sheet.answers.size,
    number: sheet.order.length,
    next: sheet.firstOpen <= sheet.order.length ? `${sheet.path}/${sheet.firstOpen}` : undefined,
  };
}
