import { frameOf } from '#routes/frame.server.ts';

export async function load(event) {
  return { language: event.locals.language, frame: await frameOf(event) };
}
