/** Formats that are known and not taken, so that the student is told what to do instead. */
const others: [name: string, test: (head: Buffer) => boolean][] = [
  ['HEIC', (head) => brand(head, /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/)],
  ['AVIF', (head) => brand(head, /^avi[fs]/)],
  ['GIF', (head) => head.subarray(0, 4).equals(Buffer.from('GIF8'))],
  ['TIFF', (head) => ['49492a00', '4d4d002a', '49492b00', '4d4d002b'].includes(head.toString('hex', 0, 4))],
  ['BMP', (head) => head.toString('latin1', 0, 2) === 'BM'],
  ['SVG', (head) => /<svg[\s>]/i.test(head.toString('latin1'))],
  ['HTML', (head) => /<(!doctype|html|script|body)/i.test(head.toString('latin1'))],
  ['ZIP', (head) => head.toString('latin1', 0, 2) === 'PK'],
  ['JPEG XL', (head) => head.toString('hex', 0, 2) === 'ff0a' || head.toString('latin1', 4, 8) === 'JXL '],
  ['JPEG 2000', (head) => head.toString('latin1', 4, 8) === 'jP  '],
]

function brand(head: Buffer, names: RegExp): boolean {
  return head.toString('latin1', 4, 8) === 'ftyp' && names.test(head.toString('latin1', 8, 12))
}

/** The name of a known format that is not taken, by its first bytes. */
export function otherFormat(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 512)
  return others.find(([, test]) => test(head))?.[0] ?? null
}
