import { setPassword, setPasswordBody } from '../../../lib/courses/passwords/set-password.ts'
import { mutation } from '../../../lib/http/route.ts'

export const POST = mutation({ body: setPasswordBody }, ({ principal, body }) => setPassword(principal, body))
