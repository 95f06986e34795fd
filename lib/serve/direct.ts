import type http from 'node:http'
import { answerError } from '../http/answer.ts'
import { requestOf, send } from './exchange.ts'
import { findHandler, type Route } from './route-files.ts'

/** Answers requests for the routes given; false: not for us. */
export function directly(
  routes: readonly Route[],
  always: readonly (readonly [string, string])[],
): (incoming: http.IncomingMessage, outgoing: http.ServerResponse) => boolean {
  return (incoming, outgoing) => {
    const url = incoming.url ?? '/'
    const mark = url.indexOf('?')
    const found = findHandler(routes, incoming.method ?? '', mark < 0 ? url : url.slice(0, mark))
    if (!found) return false
    const { handle, params } = found
    requestOf(incoming)
      .then((request) => handle(request, { params: Promise.resolve(params) }).catch(answerError))
      .then((response) => send(incoming, outgoing, response, always))
      // who has gone in the middle of a request hears no answer
      .catch(() => outgoing.destroy())
    return true
  }
}
