import type { Principal } from '../../auth/principal.ts'
import type { Gives, Outcome, State, Who } from './gives.ts'
import type { World } from './testing/world.ts'

type UseCase<Rest extends unknown[]> = (principal: Principal | null, ...rest: Rest) => unknown

interface Extra<Rest> {
  /** addresses that lead to it: 'POST /api/staff/v1/exams/[examId]/release' */
  routes?: string[]
  /** what the route is sent, where it is not the last of the arguments */
  body?: (world: World, rest: Rest) => unknown
  search?: string
  /** its answers name no student to an assistant */
  nameless?: boolean
}

export interface Row {
  use: UseCase<never>
  gives: Gives
  args: (world: World) => readonly unknown[]
  call: (principal: Principal | null, world: World) => unknown
  callWith: (principal: Principal | null, args: readonly unknown[]) => unknown
  body: (world: World) => unknown
  routes: readonly string[]
  search: string
  nameless: boolean
}

/** What everybody gets of a use case in every state of an exam. `args`: a valid call, after the principal. */
export function row<Rest extends unknown[] | []>(
  use: UseCase<Rest>,
  gives: Gives,
  args: (world: World) => NoInfer<Rest>,
  extra: Extra<NoInfer<Rest>> | string = {},
): Row {
  const { routes = [], body, search = '', nameless = false } = typeof extra === 'string' ? { routes: [extra] } : extra
  const last = (rest: unknown[]) => (typeof rest.at(-1) === 'object' ? rest.at(-1) : {})
  return {
    use,
    gives,
    args,
    callWith: (principal, given) => use(principal, ...(given as Rest)),
    call: (principal, world) => use(principal, ...args(world)),
    body: (world) => (body ? body(world, args(world)) : last(args(world))),
    routes,
    search,
    nameless,
  }
}

/** A page: `gives` as of a use case. It sends to the sign-in for 401 and finds nothing for 403 and 404. */
export interface PageRow {
  address: string
  gives: (who: Who, state: State) => Outcome
  search: Record<string, string>
  nameless: boolean
}

export function page(address: string, gives: Gives, extra: Partial<Omit<PageRow, 'address' | 'gives'>> = {}): PageRow {
  const seen: Gives = (who, state) => (gives(who, state) === 403 ? 404 : gives(who, state))
  return { address, gives: seen, search: {}, nameless: false, ...extra }
}
