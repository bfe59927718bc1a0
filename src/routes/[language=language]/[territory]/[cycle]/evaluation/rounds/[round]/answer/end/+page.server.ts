import { openSheet } from '../sheet.server.ts';

export async function load(event) {
  const sheet = await openSheet(event);
  return {
    base: sheet.base,
    path: sheet.path,
    answered: sheet.answers.size,
    number: sheet.order.length,
    next: sheet.firstOpen <= sheet.order.length ? `${sheet.path}/${sheet.firstOpen}` : undefined,
  };
}
