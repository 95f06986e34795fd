import { readLanguage } from '../../../../../../lib/authoring/language.ts'
import { reading } from '../../../../../../lib/http/route.ts'

export const GET = reading({ etag: true }, ({ principal }) => readLanguage(principal))
