"""Runs as the panel's user, and takes each descriptor of each process of that user, again and again.

The argument is the process namespace that this must not run in: the user's number belongs to another user there.
Each descriptor is printed as it comes, as a line of JSON: `command`, `descriptor`, `is`."""

import ctypes
import json
import os
import sys

# The same number on every architecture: https://man7.org/linux/man-pages/man2/pidfd_getfd.2.html
PIDFD_GETFD = 438
libc = ctypes.CDLL(None, use_errno=True)
seen = set()


def take(pid, descriptor):
    process = os.pidfd_open(pid)
    taken = libc.syscall(PIDFD_GETFD, process, descriptor, 0)
    os.close(process)
    if taken < 0:
        return None
    what = os.readlink(f'/proc/self/fd/{taken}')
    os.close(taken)
    return what


def look(pid):
    with open(f'/proc/{pid}/cmdline', encoding='utf8', errors='replace') as file:
        command = file.read().replace('\0', ' ').strip()
    for descriptor in map(int, os.listdir(f'/proc/{pid}/fd')):
        what = take(pid, descriptor)
        if what is not None and (command, descriptor, what) not in seen:
            seen.add((command, descriptor, what))
            print(json.dumps({'command': command, 'descriptor': descriptor, 'is': what}), flush=True)


# Fails in the namespace of the machine that started it, and where /proc is of another namespace than its own.
_, machine = sys.argv
assert os.readlink('/proc/self/ns/pid') != machine
assert os.readlink('/proc/self') == str(os.getpid())
print('ready', flush=True)
while True:
    for pid in map(int, filter(str.isdigit, os.listdir('/proc'))):
        try:
            if pid != os.getpid() and os.stat(f'/proc/{pid}').st_uid == os.getuid():
                look(pid)
        except OSError:
            # It has ended meanwhile, or is root's until it has changed its user.
            pass
