import type { Recognised } from '../recognise/recognise.ts'
import type { RefusedFile } from '../recognise/refused-file.ts'

/** A file to be made into pictures that are nothing but pictures. */
export interface Job {
  id: number
  mediaType: Recognised['mediaType']
  bytes: Uint8Array
  /** a page of an answer, or a picture in the text of a question */
  purpose: 'page' | 'figure'
}

/** A page as it is looked at, and small beside others. Both are JPEG without a word about where or when. */
export interface Picture {
  width: number
  height: number
  large: Uint8Array
  small: Uint8Array
}

export type Developed = { ok: true; pictures: Picture[] } | RefusedFile

export type Answer = { id: number } & ({ done: Developed } | { failed: string })
