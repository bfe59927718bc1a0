/** The part of `saxen` that is used here; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Attributes = Record<string, string>;

  export class Parser {
    on(
      event: 'openTag',
      heard: (name: string, attributes: () => Attributes, decode: Decode, selfClosing: boolean) => void,
    ): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    on(event: 'text', heard: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', heard: (text: string) => void): this;
    on(event: 'error', heard: (problem: Error) => void): this;
    parse(xml: string): void;
  }
}
