import { z } from 'zod'
import { visitOf } from '../access/visit.ts'
import { principalOfRequest } from '../auth/of-request.ts'
import type { Principal } from '../auth/principal.ts'
import { environment } from '../environment.ts'
import { answerError, answerJson, answerTagged } from './answer.ts'
import { readFile, readJson } from './body.ts'
import { requireSameOrigin } from './origin.ts'
import { parse } from './parse.ts'
import { notFound } from './refusal.ts'

interface Call<Params, Body> {
  principal: Principal | null
  params: Params
  body: Body
  request: Request
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

const none = z.strictObject({})
type None = typeof none

/** Ids in the address that are none lead nowhere. */
async function readParams<Params extends z.ZodType>(
  schema: Params,
  given: Promise<unknown>,
): Promise<z.output<Params>> {
  const parsed = schema.safeParse((await given) ?? {})
  if (!parsed.success) throw notFound()
  return parsed.data
}

/** Who makes the request, and from where. */
async function asker(request: Request): Promise<Principal | null> {
  const principal = await principalOfRequest(request)
  return principal && { ...principal, visit: visitOf(request.headers, request.url) }
}

/** A GET handler: parse the address, call the use case, answer its value as JSON (or the Response it returns). */
export function reading<Params extends z.ZodType = None>(
  options: { params?: Params; etag?: boolean },
  run: (call: Omit<Call<z.output<Params>, never>, 'body'>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const params = await readParams(options.params ?? (none as unknown as Params), context.params)
      const value = await run({ principal: await asker(request), params, request })
      if (value instanceof Response) return value
      return options.etag ? answerTagged(request, value) : answerJson(value)
    } catch (error) {
      return answerError(error)
    }
  }
}

/** A handler for POST or PUT: same origin and JSON only, body parsed strictly; otherwise as `reading`. */
export function mutation<Body extends z.ZodType = None, Params extends z.ZodType = None>(
  options: { params?: Params; body?: Body },
  run: (call: Call<z.output<Params>, z.output<Body>>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const publicUrl = environment().NEXTAUTH_URL
      requireSameOrigin(request.headers, publicUrl ? new URL(publicUrl).origin : undefined)
      const params = await readParams(options.params ?? (none as unknown as Params), context.params)
      const principal = await asker(request)
      const body = parse(options.body ?? (none as unknown as Body), await readJson(request))
      const value = await run({ principal, params, body, request })
      return value instanceof Response ? value : answerJson(value ?? {})
    } catch (error) {
      return answerError(error)
    }
  }
}

/** A handler for PUT of a file: same origin; its bytes are read when the use case asks, after it knows who sends them. */
export function receiving<Params extends z.ZodType = None>(
  options: { params?: Params; most: number },
  run: (call: Omit<Call<z.output<Params>, never>, 'body'> & { bytes: () => Promise<Buffer> }) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const publicUrl = environment().NEXTAUTH_URL
      requireSameOrigin(request.headers, publicUrl ? new URL(publicUrl).origin : undefined)
      const params = await readParams(options.params ?? (none as unknown as Params), context.params)
      const principal = await asker(request)
      const value = await run({ principal, params, request, bytes: () => readFile(request, options.most) })
      return value instanceof Response ? value : answerJson(value ?? {})
    } catch (error) {
      return answerError(error)
    }
  }
}
