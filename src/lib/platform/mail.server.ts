import { createTransport } from 'nodemailer';
import type { Settings } from './settings.server.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Undefined where no mail server is set: pages then offer another way. */
export type Mail = ((letter: Letter) => Promise<void>) | undefined;

export function openMail(settings: Settings): Mail {
  if (!settings.mailUrl) return undefined;
  const transport = createTransport(settings.mailUrl);
  return async (letter) => {
    await transport.sendMail({ from: settings.mailFrom, ...letter });
  };
}
