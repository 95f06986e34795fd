const callNames =
  /^(?:(?:np|numpy|torch|tf|jnp|jax\.numpy|mx|cupy|sympy|sp)\.)?(?:array|tensor|matrix|Matrix|ImmutableMatrix|Tensor|FloatTensor|DoubleTensor|LongTensor|IntTensor|constant|asarray|Array|DeviceArray)\s*\(/
const callOptions = /,\s*(?:dtype|device|grad_fn|requires_grad|shape|size|layout)\s*=/

/**
 * The values of a paste without what programs print around them: `A =`, `array(…)`, `tensor(…, grad_fn=…)`,
 * `<tf.Tensor: … numpy=…>`, quotes of code, a semicolon at the end.
 */
export function bare(text: string): string {
  let source = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^\s*```[a-z]*\n([\s\S]*?)\n?```\s*$/, '$1')
    .replace(/^[\n ]+|\s+$/g, (blank) => blank.replace(/[\n ]/g, ''))
  source = source.replace(/^(?:>>>|In \[\d*\]:|Out\[\d*\]:)\s*/, '')
  const eager = /^<tf\.Tensor:[^>]*?numpy=\s*([\s\S]*)>$/.exec(source)
  if (eager?.[1]) source = eager[1].trim()
  source = source.replace(/^(?:\$+|\\\[)?\s*[A-Za-z_][\w.'{}^]{0,30}\s*:?=\s*/, '').replace(/;$|(?<=[\])}])\s*,$/, '')
  if (callNames.test(source) && source.endsWith(')')) {
    source = source.replace(callNames, '').slice(0, -1)
    const options = callOptions.exec(source)
    source = (options ? source.slice(0, options.index) : source).trim()
  }
  // Mathematica and C write lists in braces
  if (/^\{[\d\s{},.eE+\-−]*\}$/.test(source)) source = source.replace(/\{/g, '[').replace(/\}/g, ']')
  return source
}
