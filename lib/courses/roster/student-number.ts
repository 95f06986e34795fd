import { oneName } from './one-name.ts'

/** A student number as text; spreadsheets make `1234567.0` of it. Empty where there is none. */
export const readNumber = (text: string): string => oneName(text).replace(/\s/g, '').replace(/\.0+$/, '')

/** Numbers are the same with or without the zeros that spreadsheets drop. */
export const numberKey = (number: string): string => number.replace(/^0+(?=.)/, '').toLowerCase()
