/** Texts as long as a text may be that make a reader work, or a page grow. */
export const longest = 20_000

const fill = (text: string) => text.repeat(Math.floor(longest / text.length))

export const bombs: Readonly<Record<string, string>> = {
  'one line without a space': 'x'.repeat(longest),
  'one line of wide letters': fill('﷽'),
  'quotes a thousand deep': `${'>'.repeat(1000)} bottom`,
  'lists a thousand deep': Array.from({ length: 140 }, (_, k) => `${'  '.repeat(Math.min(k, 60))}- level ${k}`).join(
    '\n',
  ),
  'a thousand markers in a row': `${'- '.repeat(1000)}bottom`,
  'emphasis that never ends': fill('*a _b '),
  'brackets that never close': fill('[a]('),
  'links in links': `${'['.repeat(2000)}x${'](y)'.repeat(2000)}`,
  'a table of a thousand columns': `|${'a|'.repeat(900)}\n|${'-|'.repeat(900)}\n|${'b|'.repeat(900)}`,
  'formulas by the thousand': fill('$x^2$ '),
  'a formula of nested fractions': `$$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$$`,
  'a formula that multiplies itself': `$$\\def\\a{xx}${'abcdefghij'
    .split('')
    .map((to, k, all) => `\\def\\${all[k + 1] ?? 'z'}{\\${to}\\${to}}`)
    .join('')}\\z$$`,
  'backticks that never close': fill('`` ` '),
  'entities by the thousand': fill('&NotEqualTilde;'),
  'lines by the thousand': '\n'.repeat(9000) + 'bottom',
  'marks on one letter': `a${'\u0335'.repeat(4000)}`,
  'right to left and back': fill('\u202ea\u202bb\u2067c'),
}
