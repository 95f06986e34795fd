import type { Messages, Namespace, Translate } from './catalogue.ts'
import { formatMessage } from './format.ts'

/** Prints messages of the given part of a catalogue; a key that is not in it is a bug and throws. */
export function translator(messages: Messages, locale: string): Translate {
  return (key, given) => {
    const dot = key.indexOf('.')
    const message = messages[key.slice(0, dot) as Namespace]?.[key.slice(dot + 1)]
    if (message === undefined) throw new Error(`Message ${key} is not at hand`)
    return formatMessage(message, locale, given)
  }
}
