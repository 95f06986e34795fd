/** What the server tells a telephone that opened a code. */
export interface CameraView {
  exam: string
  question: string
  label: string
  open: boolean
  pages: number
  mostPages: number
}

/** Asks for what the code is for; the first device that asks has it. `trouble` null: nobody answered. */
export async function openCamera(token: string): Promise<{ view: CameraView } | { trouble: string | null }> {
  if (token === '') return { trouble: null }
  try {
    const response = await fetch('/api/exam/v1/camera', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      redirect: 'error',
    })
    const json = (await response.json()) as CameraView & { error?: { message?: string } }
    return response.ok ? { view: json } : { trouble: json.error?.message ?? null }
  } catch {
    return { trouble: null }
  }
}
