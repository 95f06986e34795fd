/** What became of sending a file: the server has it, it will not take it, or it may take it later. */
export type Sent =
  | { outcome: 'kept' | 'accepted' | 'late' }
  | { outcome: 'refused'; status: number; code: string; message: string }
  | { outcome: 'trouble' }

/** Milliseconds without a byte going out or coming in after which a request is given up. */
const patience = 60_000

/** Sends a file to an address of the exam's path. `onShare`: how much of it has left, from 0 to 1. */
export function sendFile(
  address: string,
  blob: Blob,
  onShare: (share: number) => void,
  headers: Record<string, string> = {},
): Promise<Sent> {
  return new Promise((resolve) => {
    // fetch does not tell how much has left
    const request = new XMLHttpRequest()
    request.open('PUT', address)
    request.timeout = patience
    request.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request.status, request.responseText))
    request.onerror = () => resolve({ outcome: 'trouble' })
    request.ontimeout = () => resolve({ outcome: 'trouble' })
    request.onabort = () => resolve({ outcome: 'trouble' })
    request.send(blob)
  })
}

export function read(status: number, text: string): Sent {
  const json = parsed(text)
  const { outcome, error } = json as { outcome?: string; error?: { code?: unknown; message?: unknown } }
  if (status === 200 && (outcome === 'kept' || outcome === 'accepted' || outcome === 'late')) return { outcome }
  const passing = status >= 500 || status === 408 || status === 429 || status === 0
  if (passing || !error) return { outcome: 'trouble' }
  return { outcome: 'refused', status, code: String(error.code), message: String(error.message) }
}

function parsed(text: string): object {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}
