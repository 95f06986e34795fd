import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tfjs } from '../operations/operation.ts'
import type { BackendName } from './executor.ts'
import { loadGpu } from './gpu.ts'
import { BackendUnavailable, reason } from './unavailable.ts'

let library: Promise<Tfjs> | undefined

/** Loads tfjs once, starts a backend and makes it current. Throws BackendUnavailable. */
export async function startBackend(name: BackendName): Promise<Tfjs> {
  if (name === 'webgpu') await loadGpu()
  const tf = await loadedLibrary()
  const started = await quietly(async () => {
    if (name === 'webgpu') {
      await import('@tensorflow/tfjs-backend-webgpu')
      // else small tensors are computed on the processor: a probe would not try the GPU, and results would hang on batch size
      tf.env().set('WEBGPU_CPU_FORWARD', false)
    }
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
  return (await loadedLibrary()).version.tfjs
}

function loadedLibrary(): Promise<Tfjs> {
  library ??= quietly(loadLibrary)
  return library
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
