import { asWritten } from '../../points/export/inert.ts'

/** Text on one line, as people write names: whatever else breaks lines or hides goes. */
export function oneName(text: string): string {
  return asWritten(text)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Z}]+/gu, ' ')
    .trim()
}
