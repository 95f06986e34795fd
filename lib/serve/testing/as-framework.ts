import type http from 'node:http'
import { NextRequest } from 'next/server'
import { answerError } from '../../http/answer.ts'
import { findHandler, type Route } from '../route-files.ts'

/** Answers as the pages' framework calls the same route files: with a request of its own kind, and what they answer as it is. */
export function asFramework(routes: readonly Route[]): http.RequestListener {
  return async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`)
    const found = findHandler(routes, incoming.method ?? '', url.pathname)
    if (!found) return void outgoing.writeHead(404).end()
    const body = incoming.method === 'GET' ? null : Buffer.concat(await incoming.toArray())
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
    const request = new NextRequest(url, { method: incoming.method ?? 'GET', headers, body })
    const response = await found.handle(request, { params: Promise.resolve(found.params) }).catch(answerError)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  }
}
