"""A network that leads nowhere. Says what is sent into it, in a line of JSON each: a name that is asked for, or a packet.

Runs in a network and a mount namespace of its own, whose only way out is a TUN device that is read here. Every name has an
address, so that what is asked for by name is then also sent. Other programs come in by nsenter(1)."""

import fcntl
import json
import os
import select
import socket
import struct
import subprocess
import tempfile

# https://www.kernel.org/doc/html/latest/networking/tuntap.html
TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
PROTOCOLS = {1: 'icmp', 2: 'igmp', 6: 'tcp', 17: 'udp'}
# What the kernel itself sends over IPv6: router solicitations, multicast listener reports.
KERNELS_OWN = (0, 58)
# https://www.rfc-editor.org/rfc/rfc5737
ANSWER = socket.inet_aton('198.51.100.7')


def say(**what):
    print(json.dumps(what), flush=True)


def open_device():
    device = os.open('/dev/net/tun', os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack('16sH22x', b'nowhere', IFF_TUN | IFF_NO_PI))
    for command in (
        'link set lo up',
        'address add 192.0.2.1/32 dev nowhere',
        '-6 address add 2001:db8::1/128 dev nowhere nodad',
        'link set nowhere up',
        'route add default dev nowhere',
        '-6 route add default dev nowhere',
    ):
        subprocess.run(['ip', *command.split()], check=True)
    return device


def mount_over(path, text):
    with tempfile.NamedTemporaryFile('w', delete=False) as file:
        file.write(text)
    os.chmod(file.name, 0o644)
    subprocess.run(['mount', '--bind', file.name, os.path.realpath(path)], check=True)
    os.unlink(file.name)


def tell_packet(packet):
    if packet[0] >> 4 == 4:
        protocol, length = packet[9], (packet[0] & 15) * 4
        to = socket.inet_ntop(socket.AF_INET, packet[16:20])
    else:
        protocol, length = packet[6], 40
        to = socket.inet_ntop(socket.AF_INET6, packet[24:40])
        if protocol in KERNELS_OWN:
            return
    port = struct.unpack('!H', packet[length + 2 : length + 4])[0] if protocol in (6, 17) else 0
    say(packet=f'{PROTOCOLS.get(protocol, protocol)} {to} {port}')


def answer_name(names):
    """https://www.rfc-editor.org/rfc/rfc1035, section 4"""
    question, who = names.recvfrom(4096)
    labels, at = [], 12
    while question[at]:
        labels.append(question[at + 1 : at + 1 + question[at]].decode('latin1'))
        at += 1 + question[at]
    kind = struct.unpack('!H', question[at + 1 : at + 3])[0]
    say(name='.'.join(labels))
    records = struct.pack('!HHHIH', 0xC00C, 1, 1, 60, 4) + ANSWER if kind == 1 else b''
    header = question[:2] + struct.pack('!HHHHH', 0x8180, 1, 1 if records else 0, 0, 0)
    names.sendto(header + question[12 : at + 5] + records, who)


device = open_device()
mount_over('/etc/resolv.conf', 'nameserver 127.0.0.1\n')
# No service of the machine's is asked, which would answer from another network.
mount_over('/etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n')
names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
names.bind(('127.0.0.1', 53))
say(ready=True)
while True:
    for ready in select.select([device, names], [], [])[0]:
        if ready is names:
            answer_name(names)
        else:
            tell_packet(os.read(device, 65536))
