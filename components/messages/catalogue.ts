import { en } from './en.ts'
import type { Arguments } from './format.ts'
import { translator } from './translate.ts'

export type Namespace = keyof typeof en
/** `namespace.message`, checked against the English catalogue. */
export type MessageKey = { [N in Namespace]: `${N}.${keyof (typeof en)[N] & string}` }[Namespace]
/** What a locale must provide: every message of the English catalogue. */
export type Catalogue = { [N in Namespace]: { [K in keyof (typeof en)[N]]: string } }
/** The part of a catalogue that a page sends to the browser. */
export type Messages = Partial<Record<Namespace, Record<string, string>>>
/** Prints a message; a key that was not sent along is a bug and throws. */
export type Translate = (key: MessageKey, given?: Arguments) => string

/** Every language the product speaks. A new one is a file beside `en.ts` and a line here. */
const catalogues: Record<string, Catalogue> = { en }

export const defaultLocale = 'en'

/** The translator of a server-rendered page. */
export function messagesIn(locale: string): Translate {
  return translator(catalogues[locale] ?? en, locale)
}

/** Only the namespaces that a page's interactive parts need. */
export function pickMessages(locale: string, namespaces: readonly Namespace[]): Messages {
  const catalogue = catalogues[locale] ?? en
  return Object.fromEntries(namespaces.map((namespace) => [namespace, catalogue[namespace]]))
}
