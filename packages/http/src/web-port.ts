/** Privileged ports that carry web sites; every other one below 1024 belongs to another protocol. */
const WEB_PORTS_BELOW_1024 = new Set([80, 81, 82, 88, 443, 591]);

/** Ports above 1023 that are not web sites: the Fetch standard's list, databases, brokers, control planes. */
const OTHER_SERVICES = new Set([
  1080, 1433, 1521, 1719, 1720, 1723, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659,
  4045, 4190, 4369, 5060, 5061, 5432, 5433, 5672, 5900, 5984, 5985, 5986, 6000, 6379, 6380, 6443,
  6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 7000, 7001, 8500, 9042, 9092, 9200, 9300, 10080,
  10250, 10255, 11211, 15672, 16379, 26379, 27017, 27018, 27019, 50000, 50070, 61616,
]);

/** Policy: on public hosts only ports where web sites live, so that no feed makes the fetcher speak to a mail server. */
export function isWebPort(port: number): boolean {
  return port < 1024 ? WEB_PORTS_BELOW_1024.has(port) : !OTHER_SERVICES.has(port);
}
