import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { drain } from './drain.ts'

/** A server whose answers wait for `answer`; resolves once a request has arrived. */
async function slowServer() {
  let arrived = () => {}
  let answer = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const answers = new Promise<void>((resolve) => {
    answer = resolve
  })
  const server = http.createServer(async (_incoming, outgoing) => {
    arrived()
    await answers
    outgoing.end('saved')
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return { server, arrival, answer, address: `http://localhost:${(server.address() as AddressInfo).port}` }
}

it('a request under way is answered, nobody new is taken', async () => {
  const { server, arrival, answer, address } = await slowServer()
  const save = fetch(address).then((response) => response.text())
  await arrival
  const drained = drain(server, 20_000)
  await expect(fetch(address)).rejects.toThrow()
  answer()
  expect(await save).toBe('saved')
  await drained
})

it('patience has an end', async () => {
  const { server, arrival, address } = await slowServer()
  const save = fetch(address).catch(() => 'cut off')
  await arrival
  await drain(server, 50)
  expect(await save).toBe('cut off')
})
