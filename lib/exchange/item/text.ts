/** A text from outside: no half of a pair, no control characters, one kind of line end. */
export function wellFormed(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, ' ')
      .toWellFormed()
  )
}

export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : declared(bytes)
  return wellFormed(new TextDecoder(encoding).decode(bytes))
}

/** UTF-8 unless it is none; then what an XML declaration says, or else the usual old one. */
function declared(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
    const name = /^<\?xml[^>]*encoding=["']([A-Za-z0-9_-]+)["']/.exec(head)?.[1] ?? ''
    return ['iso-8859-1', 'iso-8859-15', 'windows-1252'].find((known) => known === name.toLowerCase()) ?? 'windows-1252'
  }
}

/** One line of at most so many characters. */
export function oneLine(text: string, most = 200): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line
}
