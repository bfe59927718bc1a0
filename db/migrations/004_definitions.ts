import { index, territorial, within, type AnyDb } from '../column.ts';

/** Step 1: notes, their approval and publication, syntheses, visits of relays, imports, and the counters beside them. */
export async function up(db: AnyDb): Promise<void> {
  await createVisits(db);
  await createImports(db);
  await createNotes(db);
  await createApproval(db);
  await createSyntheses(db);
}

/** A relay at somebody's door. What was noted joins the group's words once it has been read back. */
async function createVisits(db: AnyDb): Promise<void> {
  const visit = territorial(db, 'relay_visit')
    .has('cycle_id', 'id')
    .has('group_id', 'id')
    .has('relay_id', 'id')
    .mayHave('participant_id', 'id')
    .has('sent_id', 'id')
    .has('language', 'text')
    .has('agreed_at', 'time')
    .mayHave('read_back_at', 'time')
    .refers(['relay_id'], 'account', ['id'])
    .unique('territory_id', 'relay_id', 'sent_id');
  within(within(visit, 'cycle_id', 'cycle'), 'group_id', 'group');
  await within(visit, 'participant_id', 'participant').create();
}

/** A file of statements: kept while it is being mapped, emptied once every line of it is accounted for. */
async function createImports(db: AnyDb): Promise<void> {
  await within(territorial(db, 'import_batch'), 'cycle_id', 'cycle')
    .has('cycle_id', 'id')
    .has('file_name', 'text')
    .has('content_hash', 'id')
    .has('content', 'text')
    .has('encoding', 'text')
    .has('delimiter', 'text')
    .has('columns', 'json')
    .has('line_count', 'count')
    .mayHave('mapping', 'json')
    .has('uploaded_by', 'id')
    .has('uploaded_at', 'time')
    .mayHave('confirmed_at', 'time')
    .mayHave('finished_at', 'time')
    .refers(['uploaded_by'], 'account', ['id'])
    .create();
  await index(db, 'import_batch', 'territory_id', 'cycle_id', 'content_hash');

  await within(territorial(db, 'import_line', ['batch_id', ['line', 'count']]), 'batch_id', 'import_batch')
    .has('outcome', 'text')
    .mayHave('note_id', 'id')
    .check(
      'outcome',
      "outcome in ('imported', 'duplicate', 'empty', 'too-long', 'rejected', 'unknown-question', 'unknown-group', 'malformed')",
    )
    .create();
}

/** The words themselves: no line of the journal, no order in which rows came. */
async function createNotes(db: AnyDb): Promise<void> {
  const note = territorial(db, 'note', ['id'], { noRowid: true })
    .has('cycle_id', 'id')
    .has('group_id', 'id')
    .mayHave('gathering_id', 'id')
    .mayHave('visit_id', 'id')
    .has('question_id', 'id')
    .has('language', 'text')
    .has('text', 'text')
    .has('source', 'text')
    .has('sender', 'id')
    .has('sent_id', 'id')
    .mayHave('author_id', 'id')
    .mayHave('entered_by', 'id')
    .has('created_at', 'time')
    .mayHave('kept_to_group_at', 'time')
    .mayHave('withdrawn_at', 'time')
    .mayHave('erased_at', 'time')
    .mayHave('erased_because', 'text')
    .unique('territory_id', 'sender', 'sent_id')
    .check('source', "source in ('phone', 'facilitator', 'relay', 'paper', 'import')")
    .check('words', "(erased_at is null and text <> '') or (erased_at is not null and text = '')")
    .check(
      'erased',
      "(erased_at is null) = (erased_because is null) and coalesce(erased_because, 'author') in ('author', 'time')",
    )
    .refers(['entered_by'], 'account', ['id']);
  within(within(within(note, 'cycle_id', 'cycle'), 'group_id', 'group'), 'gathering_id', 'gathering');
  within(within(note, 'visit_id', 'relay_visit'), 'question_id', 'question');
  await within(note, 'author_id', 'participant').create();
  await index(db, 'note', 'territory_id', 'group_id', 'question_id');
  await index(db, 'note', 'territory_id', 'gathering_id', 'question_id');
  await indexFilled(db, 'note', ['territory_id', 'author_id']);
  await indexFilled(db, 'note', ['territory_id', 'visit_id']);

  await within(territorial(db, 'note_hiding'), 'note_id', 'note')
    .has('note_id', 'id')
    .has('reason', 'text')
    .has('hidden_by', 'id')
    .has('hidden_at', 'time')
    .mayHave('shown_by', 'id')
    .mayHave('shown_at', 'time')
    .create();
  await onlyOne(db, 'note_hiding', ['territory_id', 'note_id'], 'shown_at');

  // Kept with each note and each criterion; `gathering_id` is empty for words that came outside a gathering.
  const count = territorial(db, 'note_count', ['group_id', 'gathering_id', 'question_id'])
    .has('cycle_id', 'id')
    .has('notes', 'count')
    .has('criteria', 'count')
    .check('counts', 'notes >= 0 and criteria >= 0');
  await within(within(count, 'group_id', 'group'), 'question_id', 'question').create();
  await index(db, 'note_count', 'territory_id', 'cycle_id');

  await within(territorial(db, 'gathering_presence', ['gathering_id']), 'gathering_id', 'gathering')
    .has('people', 'count')
    .has('entered_by', 'id')
    .has('entered_at', 'time')
    .check('people', 'people between 0 and 10000')
    .create();
}

/** From a note to criteria, by the group; and from there to the public, by a body's decision. */
async function createApproval(db: AnyDb): Promise<void> {
  // Somebody wants to talk about this note: nobody knows who, when or how many.
  const request = territorial(db, 'discussion_request', ['note_id'], { noRowid: true });
  await within(request, 'note_id', 'note').create();

  const approval = territorial(db, 'note_approval')
    .has('note_id', 'id')
    .mayHave('gathering_id', 'id')
    .has('outcome', 'text')
    .flag('together')
    .mayHave('agreed', 'count')
    .mayHave('disagreed', 'count')
    .mayHave('approved_by', 'id')
    .has('approved_at', 'time')
    .mayHave('undone_by', 'id')
    .mayHave('undone_at', 'time')
    .check('outcome', "outcome in ('whole', 'excerpts', 'minority')")
    .check('numbers', 'coalesce(agreed, 0) between 0 and 10000 and coalesce(disagreed, 0) between 0 and 10000');
  await within(within(approval, 'note_id', 'note'), 'gathering_id', 'gathering').create();
  await onlyOne(db, 'note_approval', ['territory_id', 'note_id'], 'undone_at');

  const criterion = territorial(db, 'criterion')
    .has('note_id', 'id')
    .has('approval_id', 'id')
    .has('position', 'count')
    .has('words', 'text')
    .mayHave('approved_by', 'id')
    .has('approved_at', 'time')
    .mayHave('undone_by', 'id')
    .mayHave('undone_at', 'time')
    .unique('territory_id', 'approval_id', 'position');
  await within(within(criterion, 'note_id', 'note'), 'approval_id', 'note_approval').create();
  await index(db, 'criterion', 'territory_id', 'note_id');

  const publication = territorial(db, 'note_publication', ['criterion_id'])
    .has('note_id', 'id')
    .has('decision_id', 'id')
    .has('published_by', 'id')
    .has('published_at', 'time');
  within(within(publication, 'criterion_id', 'criterion'), 'note_id', 'note');
  await within(publication, 'decision_id', 'decision').create();
  await index(db, 'note_publication', 'territory_id', 'note_id');
}

/** What a group has said, put together by question; validated at a second meeting; public by a body's decision. */
async function createSyntheses(db: AnyDb): Promise<void> {
  const synthesis = territorial(db, 'synthesis')
    .has('cycle_id', 'id')
    .has('group_id', 'id')
    .has('number', 'count')
    .has('revision', 'count')
    .has('language', 'text')
    .mayHave('written_by', 'id')
    .has('written_at', 'time')
    .mayHave('validated_on', 'day')
    .mayHave('present', 'count')
    .mayHave('validated_by', 'id')
    .mayHave('validated_at', 'time')
    .unique('territory_id', 'group_id', 'number')
    .check(
      'validated',
      '(validated_at is null) = (validated_on is null) and (validated_at is null) = (present is null)',
    );
  await within(within(synthesis, 'cycle_id', 'cycle'), 'group_id', 'group').create();

  const part = territorial(db, 'synthesis_part', ['synthesis_id', 'question_id']).has('text', 'text');
  await within(within(part, 'synthesis_id', 'synthesis'), 'question_id', 'question').create();

  const publication = territorial(db, 'synthesis_publication', ['synthesis_id'])
    .has('decision_id', 'id')
    .has('published_by', 'id')
    .has('published_at', 'time');
  await within(within(publication, 'synthesis_id', 'synthesis'), 'decision_id', 'decision').create();
}

/** At most one row of which `ended` is empty: what holds now, beside its history. */
async function onlyOne(db: AnyDb, table: string, columns: string[], ended: string): Promise<void> {
  await db.schema
    .createIndex(`${table}_holds_once`)
    .unique()
    .on(table)
    .columns(columns)
    .where(ended as never, 'is', null)
    .execute();
}

/** An index over the rows whose last column is filled. */
async function indexFilled(db: AnyDb, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .where(columns.at(-1) as never, 'is not', null)
    .execute();
}
