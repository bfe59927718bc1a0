import { keepRetention } from '#lib/definitions/retention.server.ts';
import { forgetOldDevices } from '#lib/people/device.server.ts';
import { forgetEndedLinks } from '#lib/people/link.server.ts';
import { forgetEndedSessions } from '#lib/people/session.server.ts';
import type { House } from '#lib/platform/house.server.ts';
import { forgetKeptForms } from '#lib/platform/kept-form.server.ts';
import { HOUR } from '#lib/platform/time.ts';

/** What is done again and again while the program runs. Each job may be done twice or late without harm. */
const JOBS: Readonly<Record<string, (house: House) => Promise<unknown>>> = {
  'forget ended sessions': forgetEndedSessions,
  'forget links that have ended': ({ write }) => write(forgetEndedLinks),
  'forget browsers long not used': ({ write }) => write(forgetOldDevices),
  'forget kept forms': ({ write }) => write(forgetKeptForms),
  'keep the times of the privacy notice': keepRetention,
  'study the tables': async ({ connections }) => connections.study(),
};

/** Runs every job now and each hour. @returns a function that stops them, once the one under way is done */
export function startJobs(house: House): () => Promise<void> {
  const stopped = new AbortController();
  let running = runJobs(house, stopped.signal);
  const timer = setInterval(() => (running = runJobs(house, stopped.signal)), HOUR);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopped.abort();
    await running;
  };
}

export async function runJobs(house: House, stopped?: AbortSignal): Promise<void> {
  for (const [name, job] of Object.entries(JOBS)) {
    if (stopped?.aborted) return;
    try {
      await job(house);
    } catch (error) {
      // A job that fails is tried again in an hour and must not keep the others from running.
      house.log.error({ err: error, job: name }, 'a job failed');
    }
  }
}
