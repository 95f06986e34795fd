import localFont from 'next/font/local'

/** The text face as pages need it at once: English letters, from book to semibold. How it was cut: README.md. */
export const serif = localFont({
  src: './source-serif.woff2',
  weight: '400 600',
  style: 'normal',
  display: 'swap',
  variable: '--font-source-serif',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+20-7E, U+A0, U+B0, U+B7, U+D7, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+2212',
    },
  ],
})

/** All its Latin letters: fetched by a page that shows one that the cut has not (a name with an accent). */
export const wholeSerif = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  preload: false,
  variable: '--font-whole-serif',
  adjustFontFallback: 'Times New Roman',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+A1-AF, U+B1-B6, U+B8-D6, U+D8-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+304, U+308, U+329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2025, U+2027-206F, U+20AC, U+2122, U+2191, U+2193, U+2215',
    },
  ],
})
