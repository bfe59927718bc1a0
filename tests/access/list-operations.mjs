/**
 * Prints every operation that the build answers, as JSON: route, method, and action where it is a page's form. Run in
 * a process of its own, since it loads the whole program: `node tests/access/list-operations.mjs`.
 */
const output = new URL('../../.svelte-kit/output/server/', import.meta.url);
const { manifest } = await import(new URL('manifest-full.js', output).href);

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'];

const found = [];
for (const { id, page, endpoint } of manifest._.routes) {
  if (endpoint) {
    const module = await endpoint();
    for (const method of METHODS) if (method in module) found.push({ route: id, method });
  }
  if (page) {
    found.push({ route: id, method: 'GET' });
    const { server } = await manifest._.nodes[page.leaf]();
    for (const action of Object.keys(server?.actions ?? {})) found.push({ route: id, method: 'POST', action });
  }
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
