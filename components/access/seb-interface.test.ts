import { describe, expect, it } from 'vitest'
import { safeBrowserKeys } from './seb-interface.ts'

describe('the keys of Safe Exam Browser', () => {
  it('are none in another browser', async () => {
    expect(await safeBrowserKeys({})).toBeNull()
  })

  it('are there when the page is loaded, or when they are asked for', async () => {
    const keys = { configKey: 'c', browserExamKey: 'b' }
    expect(await safeBrowserKeys({ SafeExamBrowser: { security: keys } })).toEqual(keys)
    const security: { configKey?: string; updateKeys: (done: () => void) => void } = {
      updateKeys: (done) => {
        security.configKey = 'late'
        done()
      },
    }
    expect(await safeBrowserKeys({ SafeExamBrowser: { security } })).toEqual({
      configKey: 'late',
      browserExamKey: null,
    })
  })

  it('are none where the browser never answers', async () => {
    const security = { updateKeys: () => {} }
    expect(await safeBrowserKeys({ SafeExamBrowser: { security } }, 1)).toEqual({
      configKey: null,
      browserExamKey: null,
    })
  })
})
