import { gunzipSync } from 'node:zlib'

const largest = 1_000_000
const encrypted = ['pkhs', 'phsk', 'pswd', 'pwcc']

export type SettingsFile = { ok: true; xml: string } | { ok: false; problem: string }

function unzip(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largest })
  } catch {
    return null
  }
}

const unreadable =
  'This is no settings file of Safe Exam Browser that can be read here: save it unencrypted (no password, no certificate) and upload it again.'

/** The XML in a .seb file. Plain files are XML, or packed once or twice with a mark of four letters between. */
export function readSettingsFile(bytes: Buffer): SettingsFile {
  if (bytes.length > largest)
    return { ok: false, problem: 'The file is larger than a megabyte: it is no settings file.' }
  let content = unzip(bytes)
  const mark = content?.subarray(0, 4).toString('latin1') ?? ''
  if (encrypted.includes(mark)) {
    return {
      ok: false,
      problem: 'This file is encrypted, so its Config Key cannot be computed. Upload it unencrypted, or paste the key.',
    }
  }
  if (content && mark === 'plnd') content = unzip(content.subarray(4))
  if (!content) return { ok: false, problem: unreadable }
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return /<plist/.test(xml) ? { ok: true, xml } : { ok: false, problem: unreadable }
  } catch {
    return { ok: false, problem: unreadable }
  }
}
