import { error, json, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { translateReason } from '#lib/messages/translate.ts';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import { readForm } from '#routes/read-form.server.ts';

/**
 * Answers a page that sends in the background what a form would have sent: 204 once it is kept, 422 and 409 with the reason in the person's
 * words, 404 for what isn't theirs.
 */
export async function answer<S extends v.GenericSchema>(
  event: RequestEvent,
  schema: S,
  run: (facts: v.InferOutput<S>) => Promise<unknown>,
): Promise<Response> {
  const { language } = event.locals;
  const parsed = v.safeParse(schema, await bodyOf(event));
  if (!parsed.success) return json({ reason: translateReason(language, parsed.issues[0].message) }, { status: 422 });
  try {
    await run(parsed.output);
    return new Response(null, { status: 204 });
  } catch (caught) {
    if (caught instanceof Refusal)
      return json({ reason: translateReason(language, caught.reason, caught.facts) }, { status: 409 });
    if (caught instanceof NotThere) error(404, 'not there');
    throw caught;
  }
}

/** JSON from a script, or a form. What is neither has no fields, as a page that is too old. */
async function bodyOf(event: RequestEvent): Promise<unknown> {
  const { request } = event;
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return Object.fromEntries(await readForm(event));
  try {
    const body: unknown = await request.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch (caught) {
    if (caught instanceof SyntaxError) return {};
    throw caught;
  }
}
