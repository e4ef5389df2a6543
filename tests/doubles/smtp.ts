import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as sent. */
  data: string;
}

export interface SmtpDouble {
  url: string;
  received: ReceivedMail[];
  /** The next so many messages are turned away with 451. */
  refuse(count: number): void;
  close(): Promise<void>;
}

/** A mail server that speaks as much SMTP as it takes to hand a message over (RFC 5321). */
export async function openSmtpDouble(): Promise<SmtpDouble> {
  const received: ReceivedMail[] = [];
  let refusals = 0;
  const server = createServer((socket) => {
    converse(socket, (mail) => {
      if (refusals > 0) {
        refusals -= 1;
        return "451 4.3.0 Try again later";
      }
      received.push(mail);
      return "250 2.0.0 Taken";
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuse: (count) => {
      refusals = count;
    },
    close: () => close(server),
  };
}

const ANSWERS: Record<string, string> = {
  EHLO: "250 double",
  HELO: "250 double",
  RSET: "250 OK",
  MAIL: "250 OK",
  RCPT: "250 OK",
  DATA: "354 Go on",
};

async function converse(socket: Socket, take: (mail: ReceivedMail) => string): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let mail: ReceivedMail = { from: "", to: [], data: "" };
  let inData = false;
  socket.on("error", () => socket.destroy());
  say("220 double ESMTP");
  for await (const line of createInterface({
    input: socket,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (inData) {
      if (line !== ".") mail.data += `${line.replace(/^\./, "")}\n`;
      else {
        inData = false;
        say(take(mail));
        mail = { from: "", to: [], data: "" };
      }
      continue;
    }
    const address = /<(.*)>/.exec(line)?.[1] ?? "";
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "MAIL") mail.from = address;
    if (verb === "RCPT") mail.to.push(address);
    if (verb === "DATA") inData = true;
    if (verb === "QUIT") socket.end("221 Bye\r\n");
    else say(ANSWERS[verb] ?? "502 Not here");
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
