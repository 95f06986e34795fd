import sharp from 'sharp'

/** A photograph of a page: words, and what a telephone writes into its files. Turned, as a telephone leaves it. */
export async function photograph(words = 'y = W x', { width = 1200, height = 900 } = {}): Promise<Buffer> {
  const drawn = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1e8"/>
     <path d="M80 200 C 300 80 500 420 900 180" stroke="#1b3a8a" stroke-width="9" fill="none"/>
     <text x="90" y="480" font-size="120" font-family="serif" fill="#1b3a8a">${words}</text></svg>`,
  )
  return sharp(drawn)
    .jpeg({ quality: 80 })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'SecretPhone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
      },
    })
    .toBuffer()
}

/** A PDF of so many pages, each with its number. `extra` is put among its objects. */
export function pdf(pages: number, extra = '', root = ''): Buffer {
  const kids = Array.from({ length: pages }, (_, k) => `${10 + 2 * k} 0 R`).join(' ')
  const objects = Array.from({ length: pages }, (_, k) => {
    const text = `BT /F 48 Tf 72 700 Td (Page ${k + 1}) Tj ET`
    return `${10 + 2 * k} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${11 + 2 * k} 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj
${11 + 2 * k} 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`
  })
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R${root}>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${objects.join('\n')}
${extra}
trailer<</Root 1 0 R>>
%%EOF
`)
}
