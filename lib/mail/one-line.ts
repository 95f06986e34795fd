/**
 * Text for a header or a subject: names and titles are typed by people, and a line break in one would begin a header of
 * its own.
 */
export function oneLine(text: string, atMost = 200): string {
  const flat = text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return flat.length > atMost ? `${flat.slice(0, atMost - 1)}…` : flat
}

/** An address that one mail may be sent to; lists, comments and line breaks are none. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+$/u.test(address)
}
