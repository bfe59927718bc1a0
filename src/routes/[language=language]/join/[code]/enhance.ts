import { readAloud } from '#lib/ui/read-aloud.ts';
import { isCopy, isFresh, keepCopy } from '../../[territory]/[cycle]/definitions/gatherings/[gathering]/copy.ts';
import { renew, roomOf } from '../../[territory]/[cycle]/definitions/gatherings/[gathering]/document.ts';
import { listen } from '../../[territory]/[cycle]/definitions/gatherings/[gathering]/listen.ts';

readAloud();
if (isClosed()) waitForOpening();
keepCopy();

/** A phone that came too early: as soon as the gathering opens, the door stands open on it too. */
function waitForOpening(): void {
  const look = () =>
    void renew(location.pathname, () => {
      if (isCopy()) isFresh();
      if (!isClosed()) stop();
    });
  const stop = listen(roomOf<{ live: string }>().live, { state: look, lost: look });
}

function isClosed(): boolean {
  return document.querySelector('[data-room]') !== null;
}
