import { readAloud } from '#lib/ui/read-aloud.ts';
import { renew, roomOf } from '../../[territory]/[cycle]/definitions/gatherings/[gathering]/document.ts';
import { listen } from '../../[territory]/[cycle]/definitions/gatherings/[gathering]/listen.ts';

readAloud();
if (document.querySelector('[data-room]')) waitForOpening();

/** A phone that came too early: as soon as the gathering opens, the door stands open on it too. */
function waitForOpening(): void {
  const { phase, live } = roomOf<{ phase: string; live: string }>();
  const stop = listen(live, {
    state: (state) => {
      if (state.phase === phase) return;
      stop();
      void renew(location.pathname, () => undefined);
    },
  });
}
