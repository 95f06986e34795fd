import { expect, it, vi } from 'vitest'
import { authorsExecutors } from './authors-executors.ts'

it('asks for no adapter, whose driver would talk to the terminal, unless it is told to', async () => {
  vi.stubEnv('REFEREE_BACKEND', '')
  const { choice } = await authorsExecutors()
  expect(choice.backend).toBe('wasm')
  expect(choice.ladder.join()).not.toMatch(/webgpu/)
  vi.stubEnv('REFEREE_BACKEND', 'cpu')
  expect((await authorsExecutors()).choice.backend).toBe('cpu')
})
