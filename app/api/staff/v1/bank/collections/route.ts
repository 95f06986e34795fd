import { mutation } from '../../../../../../lib/http/route.ts'
import { makeCollection, newCollection } from '../../../../../../lib/questions/bank/collections.ts'

export const POST = mutation({ body: newCollection }, ({ principal, body }) => makeCollection(principal, body))
