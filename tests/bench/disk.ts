import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How often a second this disk confirms that a page has been written: the bound of one commit a request. */
export function measureDisk(folder: string, lasts = 1000): number {
  const place = join(folder, 'disk');
  const file = openSync(place, 'w');
  const page = Buffer.alloc(4096, 1);
  const begun = performance.now();
  let times = 0;
  while (performance.now() - begun < lasts) {
    writeSync(file, page);
    fdatasyncSync(file);
    times++;
  }
  closeSync(file);
  rmSync(place);
  return Math.round((times * 1000) / (performance.now() - begun));
}
