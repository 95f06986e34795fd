import { existsSync } from 'node:fs'

/** Where a Chromium keeps the description of its own Vulkan driver, SwiftShader, which computes on the processor. */
const places = [
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/usr/lib/chromium-browser/vk_swiftshader_icd.json',
  '/opt/google/chrome/vk_swiftshader_icd.json',
]

/** What a machine with a GPU has. Its drivers alone say nothing: they are installed with many packages. */
const devices = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg']

/**
 * For checks only: where a machine has no GPU of its own, names SwiftShader to the loader, so that WebGPU can be
 * tested without a GPU. Correct and slow; the ladder of the grading process never takes it. To be called before Dawn
 * starts. Gives the file that was named, or null.
 */
export function offerSoftwareGpu(env: Record<string, string | undefined> = process.env): string | null {
  if (env.VK_ICD_FILENAMES || env.VK_DRIVER_FILES) return null
  if (devices.some((device) => existsSync(device))) return null
  const found = places.find((file) => existsSync(file)) ?? null
  if (found) env.VK_ICD_FILENAMES = found
  return found
}
