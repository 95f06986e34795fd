/** What a rule may look at: everything that is settled before anything runs. */
export interface GradientCall {
  /** shapes of the executed arguments `x_1`, `x_2`, … */
  shapes: readonly (readonly number[])[]
  /** the shape of the result */
  shape: readonly number[]
  statics: readonly number[]
  /** numbers of those executed arguments that are constants in the program */
  known: readonly (number | undefined)[]
}

/**
 * What flows back to every executed argument of an operation, written in the language itself, so that it is made of
 * operations of the library again. Names: `g` is the gradient of the result, `y` the result, `x_1`, `x_2`, … the
 * arguments, `x` the first. Null: nothing flows to this argument (a condition, a mask).
 *
 * The value is brought to the argument's shape: a scalar is repeated, and where the argument is a scalar, a tensor is summed.
 */
export type GradientRule = readonly Flow[] | ((call: GradientCall) => readonly Flow[])

export type Flow = string | null
