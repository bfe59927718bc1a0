import { strToU8, zipSync } from 'fflate';

/** A workbook or open document as programs write them, of the parts that are given. */
export function packed(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

/** Sheets by name; each row its cells as XML (`text('…')`, `number(…)`). */
export function xlsxOf(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  more: { readonly strings?: string; readonly after?: string; readonly states?: readonly string[] } = {},
): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}" state="${more.states?.[at] ?? 'visible'}"/>`,
  );
  const targets = names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot; days&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${more.strings ?? ''}</sst>`,
  };
  for (const [at, name] of names.entries()) {
    const rows = (sheets[name] ?? []).map((cells) => `<row>${cells.join('')}</row>`).join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet><sheetData>${rows}</sheetData>${more.after ?? ''}</worksheet>`;
  }
  return packed(parts);
}

export const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
export const number = (value: number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;

/** An open document of one sheet, its rows as XML. */
export function odsOf(rows: string, manifest = '<manifest/>'): Buffer {
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': manifest,
    'content.xml':
      '<office:document-content><office:body><office:spreadsheet>' +
      `<table:table table:name="Paroles">${rows}</table:table>` +
      '</office:spreadsheet></office:body></office:document-content>',
  });
}
