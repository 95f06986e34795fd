import type http from 'node:http'

/**
 * Takes no new connection and lets every request under way be answered, each on a connection that then closes. Resolves
 * when the last one is answered, or after `patience` milliseconds.
 */
export function drain(server: http.Server, patience: number): Promise<void> {
  server.prependListener('request', (_incoming, outgoing: http.ServerResponse) => {
    if (!outgoing.headersSent) outgoing.setHeader('connection', 'close')
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections()
      resolve()
    }, patience)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
    // a connection whose answer went out meanwhile is idle now
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.once('close', () => clearInterval(sweep))
  })
}
