/** The text of a file that says nothing of its encoding, and what it was taken for. */
export interface DecodedText {
  text: string
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
] as const

function read(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/** Without a mark, every second byte of western text in UTF-16 is zero. */
function unmarked16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 400)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const half = head.length / 2
  if ((zeros[1] ?? 0) > half * 0.6) return 'utf-16le'
  return (zeros[0] ?? 0) > half * 0.6 ? 'utf-16be' : null
}

/**
 * By the byte order mark where there is one; else UTF-8 where the bytes are that, which other encodings hardly ever are by
 * chance; else what spreadsheets of western Europe write (Windows-1252, of which Latin-1 is a part).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const { bytes: mark, label, encoding } of marks)
    if (mark.every((byte, at) => bytes[at] === byte)) return { text: clean(read(bytes, label, false) ?? ''), encoding }
  const wide = unmarked16(bytes)
  if (wide) return { text: clean(read(bytes, wide, false) ?? ''), encoding: 'UTF-16' }
  const utf8 = read(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: clean(utf8), encoding: 'UTF-8' }
  return { text: clean(read(bytes, 'windows-1252', false) ?? ''), encoding: 'Windows-1252' }
}

/** No database text holds a NUL, and nothing means one. */
const clean = (text: string) => text.replaceAll('\u0000', '')
