import { describe, expect, it } from 'vitest'
import { offerSoftwareGpu } from './software-gpu.ts'

describe('a software GPU for checks', () => {
  it('leaves a machine alone whose driver was named', () => {
    const env = { VK_ICD_FILENAMES: '/somewhere/nvidia_icd.json' }
    expect(offerSoftwareGpu(env)).toBeNull()
    expect(env).toEqual({ VK_ICD_FILENAMES: '/somewhere/nvidia_icd.json' })
  })

  it('names the file it found and no other', () => {
    const env: Record<string, string | undefined> = {}
    const found = offerSoftwareGpu(env)
    expect(env.VK_ICD_FILENAMES ?? null).toBe(found)
  })
})
