import { expect, test } from 'vitest';
import { NotThere, Refusal } from '#lib/platform/refusal.ts';
import { findPact, listSignatures, signPact, writePact } from '#lib/plan/pact.server.ts';
import { eachDatabase } from '#tests/support/database.ts';
import { readyTown } from './ready.ts';

eachDatabase('the pact', (open) => {
  test('is written, decided, signed, and then changed by nobody', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const other = await readyTown(house, 'Autre');
    const [one, two, foreign] = [await ready.enter('Une'), await ready.enter('Deux'), await other.enter('Là')];
    const write = (text: string) =>
      house.write((db, now) => writePact(db, { ...ready.by, title: 'Pacte', text, reviewOn: '2027-01-01' }, now));
    const sign = (actorIds: readonly string[]) =>
      house.write((db, now) => signPact(db, { ...ready.by, actorIds, day: '2026-05-07' }, now));
    await expect(sign([one])).rejects.toBeInstanceOf(NotThere);
    const id = await write('Ensemble.');
    expect(await write('Ensemble.')).toBe(id);
    await expect(sign([one])).rejects.toMatchObject({ reason: 'decision.needed' });
    await ready.decide('sign-pact', id);
    await expect(sign([])).rejects.toMatchObject({ reason: 'plan.nobodySigns' });
    await expect(sign([one, foreign])).rejects.toBeInstanceOf(NotThere);
    await sign([one, two, one]);
    const signatures = await listSignatures(house.db, ready.territoryId, id);
    expect(signatures.map((signature) => signature.name)).toEqual(['Deux', 'Une']);
    await expect(sign([one])).rejects.toMatchObject({ reason: 'plan.signed' });
    await expect(write('Autrement.')).rejects.toBeInstanceOf(Refusal);
    expect((await findPact(house.db, ready.territoryId, ready.cycleId))?.text).toBe('Ensemble.');
  });

  test('is signed only in the words that were decided', async () => {
    const house = await open();
    const ready = await readyTown(house);
    const actorId = await ready.enter('Une');
    const write = (text: string) =>
      house.write((db, now) => writePact(db, { ...ready.by, title: 'Pacte', text, reviewOn: '2027-01-01' }, now));
    const id = await write('Ensemble.');
    await ready.decide('sign-pact', id);
    house.setClock(house.clock() + 1);
    await write('Ensemble, un peu.');
    const sign = () =>
      house.write((db, now) => signPact(db, { ...ready.by, actorIds: [actorId], day: '2026-05-07' }, now));
    await expect(sign()).rejects.toMatchObject({ reason: 'plan.changedSince' });
    await ready.decide('sign-pact', id);
    await sign();
  });
});
