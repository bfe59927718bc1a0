/** `npm start`: from a fresh clone to a page. `npm run dev`: the same with the development server. */
import { become, build, buildIfOld, installWhatIsMissing, prepare, run } from './prepare.mjs';

const [wish, ...rest] = process.argv.slice(2);

prepare(() => {
  installWhatIsMissing();
  if (wish === 'dev') return run('vite', ['dev', ...rest]);
  if (wish === 'build') return build();
  buildIfOld();
  become('src/server.ts');
});
