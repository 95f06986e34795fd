import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tfjs } from '../operations/operation.ts'
import type { BackendName } from './executor.ts'

/** A backend that can not start on this machine; the message says why in a sentence. */
export class BackendUnavailable extends Error {}

let library: Promise<Tfjs> | undefined
let gpu: Promise<void> | undefined

/** Loads tfjs once, starts a backend and makes it current. Throws BackendUnavailable. */
export async function startBackend(name: BackendName): Promise<Tfjs> {
  if (name === 'webgpu') await loadGpu()
  library ??= quietly(loadLibrary)
  const tf = await library
  const started = await quietly(async () => {
    if (name === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu')
    try {
      return await tf.setBackend(name)
    } catch (error) {
      throw new BackendUnavailable(`tfjs can not start ${name}: ${reason(error)}`)
    }
  })
  if (!started) throw new BackendUnavailable(`tfjs can not start ${name} on this machine.`)
  return tf
}

export async function tfjsVersion(): Promise<string> {
  const tf = await (library ??= quietly(loadLibrary))
  return tf.version.tfjs
}

async function loadLibrary(): Promise<Tfjs> {
  const tf = await import('@tensorflow/tfjs')
  tf.enableProdMode()
  const wasm = await import('@tensorflow/tfjs-backend-wasm')
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')))
  wasm.setWasmPaths(`${folder}${path.sep}`)
  wasm.setThreadsCount(1)
  return tf
}

/** Gives this process WebGPU through Dawn: tfjs looks for navigator.gpu when its WebGPU backend is imported. */
async function loadGpu(): Promise<void> {
  gpu ??= (async () => {
    const { create, globals } = await import('webgpu')
    Object.assign(globalThis, globals)
    const navigator = { gpu: create([]), userAgent: globalThis.navigator?.userAgent ?? 'node' }
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true, writable: true })
  })()
  try {
    await gpu
  } catch (error) {
    throw new BackendUnavailable(`Dawn can not be loaded: ${reason(error)}`)
  }
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

/** tfjs prints advice and duplicate registrations that say nothing to an operator. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info, log } = console
  Object.assign(console, { warn: () => {}, info: () => {}, log: () => {} })
  try {
    return await work()
  } finally {
    Object.assign(console, { warn, info, log })
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
