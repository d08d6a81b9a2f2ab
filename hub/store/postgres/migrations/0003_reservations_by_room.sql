-- Up Migration

-- A door can book another room than its own, and its own room's engine carries that out.
ALTER TABLE reservations ADD COLUMN by_room text;
UPDATE reservations SET by_room = room;
ALTER TABLE reservations ALTER COLUMN by_room SET NOT NULL;
