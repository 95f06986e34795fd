import type { ExportReport, Format, ReadReport } from './exchange.ts'

export type Asked<T> = { ok: true; value: T } | { ok: false; code: string; message: string | null }

const routes = '/api/staff/v1/exchange'

async function ask<T>(path: string, init?: RequestInit): Promise<Asked<T>> {
  try {
    const response = await fetch(`${routes}/${path}`, init)
    const answer = (await response.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null
    if (response.ok) return { ok: true, value: answer as T }
    return { ok: false, code: answer?.error?.code ?? String(response.status), message: answer?.error?.message ?? null }
  } catch {
    return { ok: false, code: 'unreachable', message: null }
  }
}

export function askRead(file: Blob, format: string): Promise<Asked<ReadReport>> {
  const headers = { 'content-type': 'application/octet-stream' }
  return ask(`read?${new URLSearchParams({ format })}`, { method: 'PUT', headers, body: file })
}

export function askPicture(courseId: string, file: string, base64: string): Promise<Asked<{ file: string }>> {
  const headers = { 'content-type': 'application/octet-stream' }
  const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return ask(`pictures/${courseId}/${file}`, { method: 'PUT', headers, body })
}

export const outgoing = (format: Format, slugs: readonly string[], seed: string) =>
  new URLSearchParams({ format, slugs: slugs.join(','), seed: seed.trim() || 'export' }).toString()

export const askReport = (query: string) => ask<ExportReport>(`report?${query}`)

export const downloadAddress = (query: string) => `${routes}/export?${query}`
