import { createTransport } from 'nodemailer';
import type { Settings } from './settings.server.ts';
import { SECOND } from './time.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Undefined where no mail server is set: pages then offer another way. */
export type Mail = ((letter: Letter) => Promise<void>) | undefined;

export function openMail(settings: Settings): Mail {
  if (!settings.mailUrl) return undefined;
  // Somebody waits for the page that says the letter was sent.
  const transport = createTransport({
    url: settings.mailUrl,
    connectionTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  });
  return async (letter) => {
    await transport.sendMail({ from: settings.mailFrom, ...letter });
  };
}
