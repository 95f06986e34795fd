import { Refusal } from '../lib/http/refusal.ts'

/** What a page shows to instructors and leaves out for assistants: null where the role is too small. */
export async function forInstructors<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) return null
    throw error
  }
}
