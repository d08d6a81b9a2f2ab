/** The least that a hub's configuration has. */
export const aHubConfiguration = {
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  appSecretFile: '/etc/room-panel-hub/app-secret',
  broker: {
    url: 'mqtts://broker.example:8883',
    admin: { username: 'admin', passwordFile: '/etc/room-panel-hub/broker-password' },
  },
  database: { url: 'postgresql:///room_panel_hub?host=/run/postgresql' },
}
