import { index, table, territorial, within, type AnyDb } from '../column.ts';

/** Accounts, sessions, roles; participants without an account. */
export async function up(db: AnyDb): Promise<void> {
  await table(db, 'account')
    .has('id', 'id')
    .has('email', 'text')
    .has('name', 'text')
    .has('language', 'text')
    .mayHave('password_hash', 'text')
    .mayHave('verified_at', 'time')
    .flag('is_owner')
    .flag('may_found')
    .mayHave('invited_in', 'id')
    .has('created_at', 'time')
    .mayHave('closed_at', 'time')
    .key('id')
    .unique('email')
    .create();

  await table(db, 'session')
    .has('id_hash', 'id')
    .has('account_id', 'id')
    .has('expires_at', 'time')
    .key('id_hash')
    .refers(['account_id'], 'account', ['id'])
    .create();
  await index(db, 'session', 'account_id');

  // A link that lets its holder choose a password. It goes when it is used. Only one that came by mail proves whose address it is.
  await table(db, 'account_link')
    .has('token_hash', 'id')
    .has('account_id', 'id')
    .has('purpose', 'text')
    .flag('mailed')
    .has('expires_at', 'time')
    .key('token_hash')
    .refers(['account_id'], 'account', ['id'])
    .check('purpose', "purpose in ('invitation', 'address', 'password')")
    .create();
  await index(db, 'account_link', 'account_id');

  // Somebody who wants an account: there is none until they have opened the link sent to their address.
  await table(db, 'registration')
    .has('token_hash', 'id')
    .has('email', 'text')
    .has('name', 'text')
    .has('language', 'text')
    .has('expires_at', 'time')
    .key('token_hash')
    .create();

  await territorial(db, 'role_grant')
    .has('account_id', 'id')
    .has('role', 'text')
    .mayHave('granted_by', 'id')
    .has('granted_at', 'time')
    .mayHave('withdrawn_by', 'id')
    .mayHave('withdrawn_at', 'time')
    .refers(['account_id'], 'account', ['id'])
    .check('role', "role in ('coordinator', 'facilitator', 'relay')")
    .create();
  await index(db, 'role_grant', 'account_id');
  await db.schema
    .createIndex('role_grant_held_once')
    .unique()
    .on('role_grant')
    .columns(['territory_id', 'account_id', 'role'])
    .where('withdrawn_at' as never, 'is', null)
    .execute();

  // A device that takes part. Its secret is kept as a hash; the private code lets its owner come back from elsewhere.
  await territorial(db, 'participant')
    .has('secret_hash', 'id')
    .has('code_hash', 'id')
    .has('day', 'day')
    .unique('territory_id', 'secret_hash')
    .unique('territory_id', 'code_hash')
    .create();

  await within(territorial(db, 'notice_reading', ['participant_id']), 'participant_id', 'participant')
    .has('day', 'day')
    .flag('of_age')
    .flag('parents_agree')
    .create();
}
