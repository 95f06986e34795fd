import { notFound, redirect } from 'next/navigation'
import { Refusal } from '../lib/http/refusal.ts'

/**
 * Runs a use case for a page. Who is not signed in goes to sign in and comes back; what one may not see is not found.
 * Other refusals are for the page to show.
 */
export async function load<T>(address: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) {
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`)
    }
    if (error instanceof Refusal && (error.status === 403 || error.status === 404)) notFound()
    throw error
  }
}
