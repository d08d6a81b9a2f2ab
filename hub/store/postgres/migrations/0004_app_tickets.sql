-- Up Migration

-- What Feishu pushes to a store app each hour. Sealed with a key that comes of the app's secret, which no database has.
CREATE TABLE app_tickets (
  app text PRIMARY KEY,
  sealed text NOT NULL,
  at timestamptz NOT NULL
);
