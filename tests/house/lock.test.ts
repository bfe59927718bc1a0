import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };

/** Where `name` is found from the package at `place`, as Node.js looks for it. */
function isFound(place: string, name: string): boolean {
  const inside = `${place && `${place}/`}node_modules/${name}`;
  if (inside in packages) return true;
  return place !== '' && isFound(place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
}

test('the lock file holds everything that it names, for every kind of machine: else npm ci refuses it', () => {
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isFound(place, name))
      .map((name) => `${name} of ${place}`),
  );
  expect(missing).toEqual([]);
  const unversioned = Object.entries(packages).filter(([place, { version }]) => place !== '' && !version);
  expect(unversioned).toEqual([]);
});
