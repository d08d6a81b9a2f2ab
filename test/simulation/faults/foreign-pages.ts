/** What others than the platform answer with, and HTTP 200. */
export const foreignPages: readonly string[] = [
  '<html><head><title>Guest Wi-Fi</title></head><body><form action="/login">Accept</form></body></html>',
  '<html><head><title>Access denied</title></head><body>Blocked by policy: calendar</body></html>',
  '{"success":true,"redirect":"https://login.example.com/"}',
  '{"code":"0","message":"ok"}',
  '{"code":105001,"msg":"internal error"}',
  '[]',
  'null',
]
