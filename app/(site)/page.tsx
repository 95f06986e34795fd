import { Landing } from '../../components/site/landing.tsx'
import { currentPrincipal } from '../../lib/auth/current.ts'
import { requestSettings } from '../request.ts'

export default async function LandingPage() {
  const [{ locale }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  return <Landing locale={locale} signedIn={principal !== null} />
}
