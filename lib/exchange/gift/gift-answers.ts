import { hidden, showEscapes } from './gift-text.ts'

export interface GiftAnswer {
  text: string
  /** share of the points */
  share: number
  feedback: string
}

/** One answer of a block: `%50%text#feedback`; `share` where it says none. */
export function readAnswer(source: string, share: number): GiftAnswer {
  const [, weight, rest = ''] = /^\s*(?:%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(source) ?? []
  const [text = '', ...feedback] = rest.split('#')
  return {
    text: showEscapes(text).trim(),
    share: weight === undefined ? share : Number(weight) / 100,
    feedback: showEscapes(feedback.join('#')).trim(),
  }
}

const apart = /`[^`\n]*`|\\\(.*?\\\)|\$(?![\s=~])[^$\n]*(?<![\s=~])\$(?!\d)/g

/** A sign that an answer begins with, as in `$5 =$6`. */
const begun = /\s[=~]\S/

/** `=right ~wrong …`, in their order; `signed` says with which sign each stood. A sign in code or a formula parts nothing. */
export function splitAnswers(block: string): { sign: '=' | '~'; source: string }[] {
  const whole = block.replaceAll(apart, (found) => (begun.test(found) ? found : found.replaceAll(/[=~]/g, hidden)))
  return [...whole.matchAll(/([=~])([^=~]*)/g)].map(([, sign, source = '']) => ({
    sign: sign === '=' ? '=' : '~',
    source,
  }))
}

/** A number of a numerical question: `3.14:0.01`, `1..5` or `7`; null where it is none. */
export function readRange(text: string): { value: number; text: string; tolerance: number } | null {
  const numeral = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?'
  const range = new RegExp(`^(${numeral})\\s*\\.\\.\\s*(${numeral})$`).exec(text)
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])]
    const middle = Number(((low + high) / 2).toPrecision(12))
    return { value: middle, text: String(middle), tolerance: Math.abs(Number(((high - low) / 2).toPrecision(12))) }
  }
  const around = new RegExp(`^(${numeral})\\s*(?::\\s*(${numeral})?)?$`).exec(text)
  if (!around) return null
  return { value: Number(around[1]), text: around[1] ?? '', tolerance: Math.abs(Number(around[2] ?? 0)) }
}
