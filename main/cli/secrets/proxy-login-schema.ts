import * as v from 'valibot'

/** Who the tablet is to its proxy, as IT hands it over. A colon ends the name on the wire (RFC 7617, 2). */
export const proxyLoginSchema = v.strictObject({
  user: v.pipe(v.string(), v.regex(/^[^:]+$/)),
  password: v.pipe(v.string(), v.nonEmpty()),
})

/** What is right for each path. */
export const proxyLoginRules = {
  proxyLogin: 'proxyLogin must be an object with user and password',
  'proxyLogin.user': 'proxyLogin.user must be a text without a colon',
  'proxyLogin.password': 'proxyLogin.password must be the proxy’s password, as text',
}
