-- Up Migration

-- A moment as the hub knows it: milliseconds since 1970, and back.
CREATE FUNCTION ms(moment timestamptz) RETURNS bigint IMMUTABLE PARALLEL SAFE
  RETURN (extract(epoch FROM moment) * 1000)::bigint;
CREATE FUNCTION moment(ms double precision) RETURNS timestamptz IMMUTABLE PARALLEL SAFE
  RETURN to_timestamp(ms / 1000);

-- One row. The epoch is its key, so that a take-over, which changes the key, waits for the writes of the
-- leading hub (FOR KEY SHARE), and a renewal does not.
CREATE TABLE lease (
  epoch integer PRIMARY KEY,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_lease ON lease ((true));
INSERT INTO lease VALUES (0, '', '-infinity');

CREATE TABLE check_ins (
  id text PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY,
  room text NOT NULL,
  door text NOT NULL,
  booking text NOT NULL,
  meeting text NOT NULL,
  organizer text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  is_presumed boolean NOT NULL
);
CREATE INDEX ON check_ins (ends_at);

CREATE TABLE attempts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  epoch integer NOT NULL,
  room text NOT NULL,
  booking text NOT NULL,
  verdict text NOT NULL,
  door text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('done', 'refused', 'uncertain'))
);
CREATE INDEX ON attempts (ends_at);
-- What makes "once": whoever leads, and whatever a hub believes, a booking has one attempt that stands
-- (`isStanding` in hub/store/kept.ts).
CREATE UNIQUE INDEX one_standing_attempt ON attempts (room, booking)
  WHERE outcome IS DISTINCT FROM 'refused' AND NOT (verdict = 'accept' AND outcome IS NOT DISTINCT FROM 'done');

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE reservations (
  id text PRIMARY KEY,
  room text NOT NULL,
  door text NOT NULL,
  wish text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  state jsonb NOT NULL,
  is_open boolean NOT NULL,
  CONSTRAINT one_open_reservation
    EXCLUDE USING gist (room WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_open)
);
CREATE INDEX ON reservations (ends_at);

CREATE TABLE doors (
  id text PRIMARY KEY,
  room text NOT NULL,
  is_assigned boolean NOT NULL,
  session text,
  next_password text,
  enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE enrolment_codes (
  hash text PRIMARY KEY,
  room text NOT NULL,
  expires_at timestamptz NOT NULL,
  door text REFERENCES doors
);

CREATE TABLE audit (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  act text NOT NULL,
  by_whom text NOT NULL,
  room text,
  door text,
  order_id text,
  order_expires_at timestamptz,
  outcome text
);
