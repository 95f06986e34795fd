import { authHandler } from '../../../../lib/auth/handler.ts'

export { authHandler as GET, authHandler as POST }
