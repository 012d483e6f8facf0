"""A small model for the windows that ask: five teams, pages, rotations, load, and two rows that nobody has."""

NIGHT_SHIFT = """
format: orgmodel/1
name: Night Shift
layers:
  - {id: application, name: Application, kind: application}
  - {id: environment, name: Environment, kind: application-sre}
  - {id: infrastructure, name: Infrastructure, kind: infrastructure-sre}
teams:
  - {id: desk, name: Service Desk, kind: frontline, headcount: 12}
  - {id: shop, name: Shop Team, kind: application, headcount: 6, contact: "#shop"}
  - id: shop-sre
    name: Shop SRE
    kind: application-sre
    headcount: 9
    supports: [shop]
    sites:
      - {name: London, timezone: Europe/London, headcount: 5}
      - {name: Denver, timezone: America/Denver, headcount: 4}
    members: [{id: ana, name: Ana Sousa, site: London}, {id: ben, name: Ben Okafor, site: London}]
  - {id: platform, name: Platform SRE, kind: infrastructure-sre, headcount: 8}
  - {id: tills, name: Tills Team, kind: application}
services:
  - {id: shop, name: Web Shop, team: shop}
responsibilities:
  - {id: code, name: Code, layer: application, service: shop, criticality: 1, paged: true, effort: 10h,
     raci: {shop: A, shop-sre: C}}
  - {id: features, name: Features, layer: application, service: shop, criticality: 4, effort: 6h, raci: {shop: A}}
  - {id: database, name: Database, layer: environment, service: shop, criticality: 2, paged: true, effort: 8h,
     raci: {shop-sre: A, platform: C}}
  - {id: dashboards, name: Dashboards, layer: environment, service: shop, criticality: 3, raci: {shop-sre: A}}
  - {id: network, name: Network, layer: infrastructure, criticality: 1, paged: true, effort: 12h, raci: {platform: A}}
  - {id: scaling, name: Scaling, layer: environment, service: shop, criticality: 3, raci: {shop: C}}
  - {id: patches, name: Patches, layer: infrastructure, criticality: 3, raci: {}}
  - {id: returns, name: Returns, layer: application, paged: true, raci: {tills: A}}
rotations:
  - {id: desk-round, team: desk, level: 1, coverage: 24x7, timezone: Europe/London, members: 12, pages_per_day: 4}
  - {id: shop-sre-first, team: shop-sre, level: 1, coverage: 24x7, timezone: Europe/London, members: [ana, ben],
     pages_per_day: 0.5}
  - {id: shop-hours, team: shop, level: 1, coverage: business-hours, timezone: Europe/London, members: 6}
  - {id: platform-week, team: platform, level: 1, coverage: ["Mon-Fri 08:00-20:00"], timezone: Europe/London,
     members: 8}
escalations:
  - {from: alert, to: desk}
  - {from: desk, to: shop-sre, after: 5m, when: the runbook does not fix it}
  - {from: shop-sre, to: shop, after: 15m, when: the fix is in the code, layers: [application]}
  - {from: desk, to: platform, after: 10m, layers: [infrastructure]}
  - {from: platform, to: shop, kind: inform}
"""
