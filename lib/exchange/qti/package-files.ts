import { decoded } from '../item/figures.ts'

/** A file of a package. */
export interface PackedFile {
  name: string
  bytes: Uint8Array
}

/** The files of a package by their paths; addresses in one mean others. */
export class PackageFiles {
  readonly #files = new Map<string, PackedFile>()
  readonly #last = new Map<string, PackedFile[]>()

  constructor(files: readonly PackedFile[]) {
    for (const file of files) {
      const path = folded(file.name)
      this.#files.set(path, file)
      const last = lastOf(path)
      const alike = this.#last.get(last)
      if (alike) alike.push(file)
      else this.#last.set(last, [file])
    }
  }

  /** The file that an address in the file `from` means: beside it, from the root, or the only one that is called so. */
  find(from: string, address: string): PackedFile | null {
    const path = folded(decoded(address.replace(/[?#].*$/s, '')).replace(/^\$IMS-CC-FILEBASE\$/i, 'web_resources'))
    if (path === '') return null
    const beside = this.#files.get(joined(folder(folded(from)), path)) ?? this.#files.get(joined('', path))
    const alike = this.#last.get(lastOf(path)) ?? []
    return beside ?? (alike.length === 1 ? (alike[0] ?? null) : null)
  }
}

const folded = (path: string) => path.replaceAll('\\', '/').normalize('NFC').toLowerCase()
const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** `..` and `.` taken out; what leads above the root begins there. */
function joined(base: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : base + path).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
