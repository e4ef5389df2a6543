/** A town with its middle, degrees WGS 84, to about a kilometre. */
export interface Place {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  latitude: number;
  longitude: number;
}

/** `name lat lon` by country; other spellings of a name after a slash. */
const TABLE: Record<string, string> = {
  AE: "Dubai 25.2 55.27;Abu Dhabi 24.45 54.38",
  AM: "Yerevan 40.18 44.51",
  AR: "Buenos Aires -34.6 -58.38;Córdoba -31.42 -64.18",
  AT: "Vienna/Wien 48.21 16.37;Graz 47.07 15.44;Salzburg 47.8 13.04;Innsbruck 47.27 11.39",
  AU: "Sydney -33.87 151.21;Melbourne -37.81 144.96;Brisbane -27.47 153.03;Perth -31.95 115.86;Adelaide -34.93 138.6;Hobart -42.88 147.33",
  BD: "Dhaka 23.81 90.41",
  BE: "Brussels/Bruxelles 50.85 4.35;Antwerp/Antwerpen 51.22 4.4;Ghent/Gent 51.05 3.72",
  BG: "Sofia 42.7 23.32",
  BR: "São Paulo -23.55 -46.63;Rio de Janeiro -22.91 -43.17;Belo Horizonte -19.92 -43.94;Salvador -12.97 -38.5;Porto Alegre -30.03 -51.23",
  CA: "Toronto 43.65 -79.38;Montreal/Montréal 45.5 -73.57;Vancouver 49.28 -123.12;Calgary 51.05 -114.07",
  CH: "Zurich/Zürich 47.38 8.54;Geneva/Genève 46.2 6.14;Basel 47.56 7.59;Bern 46.95 7.45",
  CL: "Santiago -33.45 -70.67;Valparaíso -33.05 -71.61",
  CN: "Shanghai 31.23 121.47;Beijing 39.9 116.41;Shenzhen 22.54 114.06;Guangzhou 23.13 113.26;Chengdu 30.57 104.07;Suzhou 31.3 120.59",
  CO: "Bogotá 4.71 -74.07;Medellín 6.25 -75.56;Cartagena 10.39 -75.51",
  CZ: "Prague/Praha 50.08 14.44;Brno 49.2 16.61;Jablonec 50.72 15.17",
  DE: "Berlin 52.52 13.4;Hamburg 53.55 9.99;Munich/München 48.14 11.58;Cologne/Köln 50.94 6.96;Pforzheim 48.89 8.7;Idar-Oberstein 49.71 7.31;Leipzig 51.34 12.37;Dresden 51.05 13.74;Frankfurt 50.11 8.68;Stuttgart 48.78 9.18;Hanau 50.13 8.92",
  DK: "Copenhagen/København 55.68 12.57;Aarhus 56.16 10.2",
  EE: "Tallinn 59.44 24.75",
  EG: "Cairo 30.04 31.24;Alexandria 31.2 29.92",
  ES: "Madrid 40.42 -3.7;Barcelona 41.39 2.17;Seville/Sevilla 37.39 -5.98;Valencia 39.47 -0.38;Córdoba 37.89 -4.78;Bilbao 43.26 -2.93;Toledo 39.86 -4.03",
  ET: "Addis Ababa 9.03 38.74",
  FI: "Helsinki 60.17 24.94;Turku 60.45 22.27",
  FR: "Paris 48.86 2.35;Lyon 45.76 4.84;Marseille 43.3 5.37;Limoges 45.83 1.26;Bordeaux 44.84 -0.58;Toulouse 43.6 1.44;Nantes 47.22 -1.55;Strasbourg 48.57 7.75;Lille 50.63 3.06;Nice 43.7 7.27",
  GB: "London 51.51 -0.13;Birmingham 52.48 -1.9;Edinburgh 55.95 -3.19;Glasgow 55.86 -4.25;Manchester 53.48 -2.24;Bristol 51.45 -2.59;Sheffield 53.38 -1.47;Lerwick 60.15 -1.14;Cardiff 51.48 -3.18;Leeds 53.8 -1.55;Belfast 54.6 -5.93",
  GE: "Tbilisi 41.72 44.79",
  GH: "Accra 5.6 -0.19;Kumasi 6.69 -1.62",
  GR: "Athens/Athina 37.98 23.73;Thessaloniki 40.64 22.94;Ioannina 39.66 20.85",
  HK: "Hong Kong 22.32 114.17",
  HR: "Zagreb 45.81 15.98;Split 43.51 16.44",
  HU: "Budapest 47.5 19.04",
  ID: "Jakarta -6.21 106.85;Yogyakarta -7.8 110.37;Denpasar -8.65 115.22;Bandung -6.92 107.62;Celuk -8.6 115.27",
  IE: "Dublin 53.35 -6.26;Galway 53.27 -9.05;Cork 51.9 -8.47",
  IL: "Tel Aviv 32.09 34.78;Jerusalem 31.77 35.21",
  IN: "Jaipur 26.91 75.79;Mumbai/Bombay 19.08 72.88;Delhi/New Delhi 28.61 77.21;Bengaluru/Bangalore 12.97 77.59;Chennai 13.08 80.27;Kolkata 22.57 88.36;Surat 21.17 72.83;Hyderabad 17.39 78.49",
  IS: "Reykjavík/Reykjavik 64.15 -21.94",
  IT: "Rome/Roma 41.9 12.5;Milan/Milano 45.46 9.19;Florence/Firenze 43.77 11.26;Arezzo 43.46 11.88;Vicenza 45.55 11.55;Valenza 45.01 8.64;Naples/Napoli 40.85 14.27;Torre del Greco 40.79 14.37;Turin/Torino 45.07 7.69;Bologna 44.49 11.34;Venice/Venezia 45.44 12.32;Palermo 38.12 13.36",
  JO: "Amman 31.95 35.93",
  JP: "Tokyo 35.68 139.69;Kyoto 35.01 135.77;Osaka 34.69 135.5;Kofu 35.66 138.57;Kanazawa 36.56 136.65;Fukuoka 33.59 130.4;Nagoya 35.18 136.91;Sapporo 43.06 141.35",
  KE: "Nairobi -1.29 36.82;Mombasa -4.04 39.67",
  KH: "Phnom Penh 11.56 104.93;Siem Reap 13.36 103.86",
  KR: "Seoul 37.57 126.98;Busan 35.18 129.08;Iksan 35.95 126.95",
  LA: "Luang Prabang 19.89 102.13;Vientiane 17.98 102.63",
  LB: "Beirut 33.89 35.5",
  LK: "Colombo 6.93 79.86;Ratnapura 6.68 80.4",
  LT: "Vilnius 54.69 25.28",
  LV: "Riga 56.95 24.11",
  MA: "Marrakech 31.63 -7.99;Fez/Fes 34.02 -5.01;Casablanca 33.57 -7.59;Essaouira 31.51 -9.77",
  MM: "Yangon 16.87 96.2;Mandalay 21.96 96.09",
  MX: "Mexico City/Ciudad de México 19.43 -99.13;Taxco 18.56 -99.6;Guadalajara 20.67 -103.35;Oaxaca 17.07 -96.73;León 21.12 -101.68;Monterrey 25.69 -100.32",
  MY: "Kuala Lumpur 3.14 101.69;George Town/Penang 5.41 100.33",
  NG: "Lagos 6.52 3.38;Abuja 9.06 7.49;Kano 12 8.52",
  NL: "Amsterdam 52.37 4.9;Rotterdam 51.92 4.48;Schoonhoven 51.95 4.85;Eindhoven 51.44 5.48;Utrecht 52.09 5.12",
  NO: "Oslo 59.91 10.75;Bergen 60.39 5.32",
  NP: "Kathmandu 27.72 85.32;Patan 27.67 85.33",
  NZ: "Auckland -36.85 174.76;Wellington -41.29 174.78;Dunedin -45.87 170.5",
  PE: "Lima -12.05 -77.04;Cusco -13.53 -71.97;Arequipa -16.41 -71.54",
  PH: "Manila 14.6 120.98;Cebu 10.32 123.89",
  PK: "Karachi 24.86 67.01;Lahore 31.52 74.36",
  PL: "Warsaw/Warszawa 52.23 21.01;Kraków/Krakow 50.06 19.94;Gdańsk/Gdansk 54.35 18.65;Łódź/Lodz 51.76 19.46;Wrocław/Wroclaw 51.11 17.04",
  PT: "Lisbon/Lisboa 38.72 -9.14;Porto 41.15 -8.61;Gondomar 41.15 -8.53",
  QA: "Doha 25.29 51.53",
  RO: "Bucharest/București 44.43 26.1;Cluj-Napoca 46.77 23.6",
  RS: "Belgrade/Beograd 44.79 20.45",
  RW: "Kigali -1.95 30.06",
  SA: "Riyadh 24.71 46.68;Jeddah 21.49 39.19",
  SE: "Stockholm 59.33 18.07;Gothenburg/Göteborg 57.71 11.97;Malmö 55.6 13",
  SG: "Singapore 1.35 103.82",
  SI: "Ljubljana 46.06 14.51",
  SK: "Bratislava 48.15 17.11",
  SN: "Dakar 14.72 -17.47",
  TH: "Bangkok 13.76 100.5;Chiang Mai 18.79 98.99;Chanthaburi 12.61 102.1",
  TN: "Tunis 36.81 10.18",
  TR: "Istanbul 41.01 28.98;Ankara 39.93 32.86;Izmir 38.42 27.14;Gaziantep 37.07 37.38",
  TW: "Taipei 25.03 121.57;Tainan 22.99 120.21",
  TZ: "Dar es Salaam -6.79 39.21;Arusha -3.39 36.68",
  UA: "Kyiv 50.45 30.52;Lviv 49.84 24.03",
  US: "New York 40.71 -74.01;Los Angeles 34.05 -118.24;Chicago 41.88 -87.63;San Francisco 37.77 -122.42;Portland, Oregon/Portland 45.52 -122.68;Portland, Maine 43.66 -70.26;Seattle 47.61 -122.33;Santa Fe 35.69 -105.94;Austin 30.27 -97.74;Providence 41.82 -71.41;Boston 42.36 -71.06;Miami 25.76 -80.19;Denver 39.74 -104.99;New Orleans 29.95 -90.07;Philadelphia 39.95 -75.17;Detroit 42.33 -83.05;Atlanta 33.75 -84.39;Minneapolis 44.98 -93.27;Washington 38.91 -77.04;Honolulu 21.31 -157.86",
  UY: "Montevideo -34.9 -56.19",
  UZ: "Tashkent 41.3 69.24;Bukhara 39.77 64.42",
  VN: "Hanoi/Hà Nội/Ha Noi 21.03 105.85;Ho Chi Minh City/Hồ Chí Minh/Saigon/Sài Gòn 10.78 106.7;Da Nang/Đà Nẵng 16.05 108.2;Hoi An/Hội An 15.88 108.33;Hue/Huế 16.46 107.6;Hai Phong/Hải Phòng 20.86 106.68;Can Tho/Cần Thơ 10.04 105.79;Nha Trang 12.24 109.19;Da Lat/Đà Lạt 11.94 108.44",
  ZA: "Cape Town -33.92 18.42;Johannesburg -26.2 28.05;Durban -29.86 31.03",
};

const ENTRY = /^(.+) (-?[\d.]+) (-?[\d.]+)$/;

interface Row extends Place {
  spellings: readonly string[];
}

function readRow(country: string, text: string): Row {
  const [, names, latitude, longitude] = ENTRY.exec(text)!;
  const spellings = names!.split("/");
  return {
    name: spellings[0]!,
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    spellings,
  };
}

const ROWS: readonly Row[] = Object.entries(TABLE).flatMap(([country, list]) =>
  list.split(";").map((text) => readRow(country, text)),
);

/** Every place of the table, by country. */
export const PLACES: readonly Place[] = ROWS.map(({ spellings: _, ...place }) => place);

const MARKS = /\p{Diacritic}/gu;
const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/[đł]/g, (letter) => (letter === "đ" ? "d" : "l"))
    .trim();

const bySpelling = new Map<string, Row[]>();
for (const row of ROWS) {
  for (const spelling of row.spellings) {
    const key = plain(spelling);
    // Spellings that differ by marks alone are one.
    bySpelling.set(key, [...new Set([...(bySpelling.get(key) ?? []), row])]);
  }
}

/** The place of a name, marks and case aside; null for one the table does not have or that is in several countries. */
export function findPlace(name: string, country?: string): Place | null {
  const rows = bySpelling.get(plain(name)) ?? [];
  const found = country ? rows.filter((row) => row.country === country) : rows;
  const [row] = found;
  if (!row || found.length > 1) return null;
  const { spellings: _, ...place } = row;
  return place;
}

const EARTH_RADIUS_KM = 6371;
const rad = (deg: number) => (deg * Math.PI) / 180;

type Point = Pick<Place, "latitude" | "longitude">;

/** Along the great circle, km. */
export function distanceKm(one: Point, other: Point): number {
  const dLatitude = rad(other.latitude - one.latitude);
  const dLongitude = rad(other.longitude - one.longitude);
  const chord =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
