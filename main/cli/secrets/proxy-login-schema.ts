import * as v from 'valibot'

/** The tablet's login at its proxy. A colon ends the name on the wire (RFC 7617, 2). */
export const proxyLoginSchema = v.strictObject({
  user: v.pipe(v.string(), v.regex(/^[^:]+$/)),
  password: v.pipe(v.string(), v.nonEmpty()),
})

/** The rule for each path, as a sentence. */
export const proxyLoginRules = {
  proxyLogin: 'proxyLogin must be an object with user and password',
  'proxyLogin.user': 'proxyLogin.user must be a text without a colon',
  'proxyLogin.password': 'proxyLogin.password must be the proxy’s password, as text',
}
