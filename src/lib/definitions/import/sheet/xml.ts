import { Parser } from 'saxen';
import { Damaged } from './archive.ts';

/** Attributes by their names without prefix: programs choose prefixes as they like. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface Hearing {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML from beginning to end, names without prefix. Entities of its own making are never unfolded. @throws Damaged */
export function hearXml(xml: string, { open, close, text }: Hearing): void {
  const parser = new Parser();
  parser.on('error', (problem) => {
    throw new Damaged('xml', { cause: problem });
  });
  if (open) parser.on('openTag', (name, attributes, decode) => open(local(name), named(attributes(), decode)));
  if (close) parser.on('closeTag', (name) => close(local(name)));
  if (text) {
    parser.on('text', (raw, decode) => text(decode(raw)));
    parser.on('cdata', (raw) => text(raw));
  }
  parser.parse(xml);
}

function named(attributes: Record<string, string>, decode: (text: string) => string): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), decode(value)]));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
