import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run -s bench -- NAME [FILE]`: prints for people what it does, and last one line of JSON. */
const folder = fileURLToPath(new URL('.', import.meta.url));

/** A benchmark is a file that begins with what it measures. */
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && /^\/\*\*\n \* How /.test(readFileSync(folder + file, 'utf8')))
  .map((file) => file.replace(/\.ts$/, ''));

const [name = '', ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`Say which: npm run -s bench -- NAME\n${names.map((one) => `  ${one}`).join('\n')}\n`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [`${folder}${name}.ts`, ...rest], { stdio: 'inherit' });
process.exit(status ?? 1);
