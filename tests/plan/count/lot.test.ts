import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawText, lotOrder } from '#lib/plan/count/lot.ts';

function draw(seed: string, id: string) {
  return { id, digest: createHash('sha256').update(drawText(seed, id)).digest('hex') };
}

test('a lot can be repeated with sha256sum: the digest of seed, line feed and id decides', () => {
  // printf 'lundi\nA' | sha256sum gives 5d2a51e2…, for B 637d31e3…, for C 572489c1….
  const draws = ['A', 'B', 'C'].map((id) => draw('lundi', id));
  expect(draws.map(({ digest }) => digest.slice(0, 8))).toEqual(['5d2a51e2', '637d31e3', '572489c1']);
  expect(lotOrder(draws)).toEqual(['C', 'A', 'B']);
  expect(lotOrder([...draws].reverse())).toEqual(['C', 'A', 'B']);
});

test('another seed gives another order', () => {
  const ids = [...'abcdefghij'];
  expect(lotOrder(ids.map((id) => draw('one', id)))).not.toEqual(lotOrder(ids.map((id) => draw('two', id))));
});

test('digests may be written in capitals; what is no digest is refused', () => {
  const [low, high] = ['0a'.repeat(32), '0B'.repeat(32)];
  expect(
    lotOrder([
      { id: 'b', digest: high },
      { id: 'a', digest: low },
    ]),
  ).toEqual(['a', 'b']);
  expect(() => lotOrder([{ id: 'a', digest: low.slice(1) }])).toThrow('a is no SHA-256');
});
