import { tmpdir } from 'node:os'
import { BackendUnavailable, reason } from './unavailable.ts'

let gpu: Promise<void> | undefined
let own: PropertyDescriptor | undefined

/** Gives this process WebGPU through Dawn: tfjs looks for navigator.gpu when its WebGPU backend is imported. */
export async function loadGpu(): Promise<void> {
  gpu ??= (async () => {
    const { create, globals } = await import('webgpu')
    // without it the Vulkan loader complains to the terminal
    process.env.XDG_RUNTIME_DIR ??= tmpdir()
    Object.assign(globalThis, globals)
    const navigator = { gpu: create([]), userAgent: globalThis.navigator?.userAgent ?? 'node' }
    own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true, writable: true })
  })()
  try {
    await gpu
  } catch (error) {
    throw new BackendUnavailable(`Dawn can not be loaded: ${reason(error)}`)
  }
}

/** Gives Node its own navigator back: Dawn, held by it, would keep its memory and threads. */
export function releaseGpu(): void {
  if (!gpu) return
  gpu = undefined
  if (own) Object.defineProperty(globalThis, 'navigator', own)
}

export interface GpuAdapter {
  description: string
  software: boolean
}

/** The adapter that WebGPU would use; null where there is none. Throws BackendUnavailable where Dawn can not be loaded. */
export async function gpuAdapter(): Promise<GpuAdapter | null> {
  await loadGpu()
  const adapter = await globalThis.navigator.gpu.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) return null
  const { vendor, architecture, device, description } = adapter.info
  const words = [vendor, architecture, device, description].filter((word) => word !== '').join(' ')
  return { description: words, software: isSoftware(words, adapter.info.isFallbackAdapter === true) }
}

/** Whether an adapter computes on the processor: correct, but slower than wasm. */
export function isSoftware(description: string, fallback: boolean): boolean {
  return fallback || /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i.test(description)
}
