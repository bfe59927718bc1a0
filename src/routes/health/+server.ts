import { json } from '@sveltejs/kit';

/** Whether the program can read its database: for whoever watches over it. */
export async function GET({ locals }) {
  await locals.house.db.selectFrom('territory').select('id').limit(1).execute();
  return json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
