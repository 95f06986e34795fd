import { createHash } from 'node:crypto'
import { pictureName } from '../../../grader/question/picture-name.ts'
import { recognise } from '../../uploads/recognise/recognise.ts'
import { placeFigure } from '../markup/markers.ts'
import type { PlacePicture } from '../markup/pictures.ts'
import type { ItemFigure } from './item.ts'
import { oneLine } from './text.ts'

const mostOfOne = 40

/** The pictures that a question brings, each with its place; why one is not carried is told. */
export class Figures {
  readonly all: ItemFigure[] = []
  readonly bytes = new Map<string, Buffer>()
  readonly #note: (sentence: string) => void

  constructor(note: (sentence: string) => void) {
    this.#note = note
  }

  /** What stands in place of pictures of which `find` knows the bytes; pictures inside of the text itself need none. */
  placing(find: (source: string) => Uint8Array | null): PlacePicture {
    return (source, alt) => {
      const inside = /^data:[^,;]*(?:;[^,;]*)*?;base64,([\s\S]*)$/i.exec(source)?.[1]
      const called = inside === undefined ? nameOf(source) : ''
      const bytes = inside === undefined ? find(source) : Buffer.from(inside, 'base64')
      if (!bytes) return this.#lost(called, elsewhere(source))
      return this.#place(called, alt, Buffer.from(bytes))
    }
  }

  #place(called: string, alt: string, bytes: Buffer): string | null {
    if (this.all.length >= mostOfOne) return this.#lost(called, `a question has ${mostOfOne} pictures at most`)
    const picture = recognise(bytes)
    if (!picture.ok || picture.mediaType === 'application/pdf')
      return this.#lost(called, 'it is no PNG, JPEG or WebP that can be read; save it as PNG and upload it')
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const type = picture.mediaType === 'image/jpeg' ? 'jpg' : 'png'
    const file = pictureName(called, { width: picture.width, height: picture.height, hash, type })
    const name = `picture_${this.all.length + 1}`
    this.all.push({ name, file, alt: oneLine(alt, 300) })
    this.bytes.set(file, bytes)
    return placeFigure(name)
  }

  #lost(called: string, why: string): null {
    this.#note(`${called === '' ? 'A picture in the text itself' : `The picture ${called}`} was not carried: ${why}.`)
    return null
  }
}

const elsewhere = (source: string) =>
  /^(?:https?:)?\/\//i.test(source) ? 'it lies elsewhere; upload it in the editor' : 'it is not in the file'

/** What a picture is called where it lies. */
function nameOf(source: string): string {
  const path = source.replace(/[?#].*$/s, '')
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return oneLine(decoded(last), 60) || 'without a name'
}

/** `%20` and the like are letters; what is no such sign stays. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
