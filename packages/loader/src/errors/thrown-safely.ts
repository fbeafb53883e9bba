/** Reads from what a plugin made, whose getters, proxies and methods may throw, too. */
export function safely<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}
