import { error, redirect } from '@sveltejs/kit';
import { findKept } from '#routes/kept.server.ts';

/** What had been typed when the session ended: shown, and sent on to where it was going with one button. */
export async function load(event) {
  const { language, person } = event.locals;
  if (!person.account) redirect(303, `/${language}/sign-in?kept=${encodeURIComponent(event.params.kept)}`);
  const kept = await findKept(event, event.params.kept);
  if (!kept) error(404, 'not there');
  // What a person typed, without the ids that our own pages put into their forms.
  const typed = kept.fields.map(([, value]) => value).filter((value) => value !== '' && !/^[\w-]{16,64}$/.test(value));
  return { path: kept.path, fields: kept.fields, typed };
}
