/**
 * The manual page, of what `--help` prints.
 *
 * @param {{ version: string, help: string }} facts
 */
export const manPage = ({ version, help }) => `.TH ROOM-PANEL-HUB 8 "" "${version}" "Room Panel"
.SH NAME
room-panel-hub \\- the hub for many doors
.SH DESCRIPTION
The hub reads the calendar for all rooms, tells their doors over an MQTT broker, and carries out what people ask for there.
It runs as room-panel-hub.service. These are its commands:
.PP
.nf
${help.trimEnd().replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll(/^\./gm, '\\&.')}
.fi
.SH FILES
.TP
/etc/room-panel-hub/config.json
the configuration
.TP
/etc/room-panel-hub/app-secret
the secret of the app, root's alone: systemd hands it to the hub
.TP
/usr/share/doc/room-panel-hub/docs/fleet.md
how all of it is set up
`
