import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/database.ts';

eachDatabase('limits', (open) => {
  test('eight tries at an account, and the ninth is refused with how long to wait', async () => {
    const { limits } = await open();
    for (let turn = 0; turn < 8; turn++) await limits.spend('sign-in-account', 'a@x.example');
    await expect(limits.spend('sign-in-account', 'a@x.example')).rejects.toMatchObject({
      reason: 'limits.wait',
      facts: { minutes: 15 },
    });
    await limits.spend('sign-in-account', 'b@x.example');
    await limits.spend('sign-in-address', 'a@x.example');
  });

  test('are forgotten after a success', async () => {
    const { limits } = await open();
    for (let turn = 0; turn < 8; turn++) await limits.spend('sign-in-account', 'a@x.example');
    await limits.forgive('sign-in-account', 'a@x.example');
    await limits.spend('sign-in-account', 'a@x.example');
  });

  test('count tries that are made at once', async () => {
    const { limits } = await open();
    const tries = Array.from({ length: 30 }, () => limits.spend('sign-in-account', 'a@x.example'));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(8);
  });
});
