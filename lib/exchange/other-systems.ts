import { Refusal } from '../http/refusal.ts'

const refused = (message: string) => new Refusal(422, 'another-format', message)

/** What a file is that holds questions, but none that can be read here; null: it may be. */
export function otherSystem(bytes: Uint8Array, text: string): Refusal | null {
  const [first, second] = bytes
  if (first === 0x1f && second === 0x8b)
    return refused('This is packed with gzip, as backups of Moodle are (.mbz). Export the questions as Moodle XML.')
  if (text.startsWith('%PDF-')) return refused('This is a PDF. Questions cannot be read from it.')
  if (first === 0xd0 && second === 0xcf) return refused('This is a document of an office program, not a question file.')
  if (/^\/\/\s*Numbas version/i.test(text.trimStart()))
    return refused('This is an exam of Numbas. Its questions are programs of their own, which are not read.')
  return isJson(text) ? refused('This is JSON, which none of the formats is. Export as QTI or Moodle XML.') : null
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]\s*["{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const packages: readonly [RegExp, string][] = [
  [/^h5p\.json$/i, 'This is H5P, which is not read. Export the questions from the course as QTI or Moodle XML.'],
  [/^\[Content_Types\]\.xml$/, 'This is a document of an office program, not a package of questions.'],
  [/^moodle_backup\.xml$/i, 'This is a backup of Moodle. Export the questions as Moodle XML.'],
]

/** The same for an archive, by the names of its files. */
export function otherPackage(names: readonly string[]): Refusal | null {
  const known = packages.find(([name]) => names.some((one) => name.test(one)))
  if (known) return refused(known[1])
  if (names.some((name) => /\.md$/i.test(name)) && !names.some((name) => /\.(?:xml|txt|gift|qti|dat)$/i.test(name)))
    return refused('These are question files of this house: take them in under “Files”.')
  return null
}
