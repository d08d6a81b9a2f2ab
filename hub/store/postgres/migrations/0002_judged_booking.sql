-- Up Migration

-- An administrator's verdict is about a booking.
ALTER TABLE audit ADD COLUMN booking text;
