import { Refusal } from '../../http/refusal.ts'

/** Why a file is not taken: `message` is a sentence for the student, `code` for the page that may try another way. */
export interface RefusedFile {
  ok: false
  code: 'empty' | 'too-large' | 'not-taken' | 'damaged' | 'suspicious' | 'too-many-pixels' | 'too-many-pages'
  message: string
}

export const refuseFile = (code: RefusedFile['code'], message: string): RefusedFile => ({ ok: false, code, message })

export const damaged = () =>
  refuseFile('damaged', 'This file is damaged or not complete. Please take the photograph again.')

export const suspicious = () =>
  refuseFile(
    'suspicious',
    'There is something else hidden in this file. Please take a new photograph, or save it anew.',
  )

export const tooManyPixels = () =>
  refuseFile('too-many-pixels', 'This picture has more than 50 megapixels. Please choose a smaller size.')

export const tooManyPages = (most: number) =>
  refuseFile('too-many-pages', `This PDF has more than ${most} pages. Please send the pages that belong here.`)

export const refusalOf = ({ code, message }: RefusedFile) => new Refusal(422, code, message)
