// Each from its own package: the one with all of them also loads a highlighter and Tailwind, a third of a worker's start.
import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Img } from "@react-email/img";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import type { MailLogo } from "./mail-logo";

const font =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

type LayoutProps = {
  /** Shown by readers behind the subject. */
  preview: string;
  title: string;
  /** Whose mail it is. */
  from: string;
  /** `#rrggbb`: a stripe at the top. */
  color: string;
  logo?: MailLogo | null;
  children: ReactNode;
};

/** The frame of every mail: one column, readable without pictures and in dark readers. */
export function Layout({ preview, title, from, color, logo = null, children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{preview}</Preview>
      <Body
        style={{ backgroundColor: "#f4f4f7", fontFamily: font, margin: 0, padding: "24px 12px" }}
      >
        <Container
          style={{
            backgroundColor: "#ffffff",
            borderTop: `4px solid ${color}`,
            borderRadius: 8,
            maxWidth: 560,
            padding: "28px 28px 20px",
          }}
        >
          {logo !== null && (
            <Img
              src={logo.url}
              alt={from}
              width={logo.width}
              height={logo.height}
              style={{ margin: "0 0 20px" }}
            />
          )}
          <Heading
            as="h1"
            style={{ color: "#17181c", fontSize: 22, lineHeight: "28px", margin: "0 0 16px" }}
          >
            {title}
          </Heading>
          {children}
          <Hr style={{ borderColor: "#e5e5eb", margin: "24px 0 12px" }} />
          <Text style={{ color: "#686a77", fontSize: 13, lineHeight: "18px", margin: 0 }}>
            {from}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={{ color: "#17181c", fontSize: 15, lineHeight: "22px", margin: "0 0 12px" }}>
      {children}
    </Text>
  );
}

/** A name and its value, the name above. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "0 0 12px" }}>
      <Text style={{ color: "#686a77", fontSize: 13, lineHeight: "18px", margin: 0 }}>{label}</Text>
      <Text
        style={{
          color: "#17181c",
          fontSize: 15,
          lineHeight: "22px",
          margin: 0,
          whiteSpace: "pre-line",
          overflowWrap: "anywhere",
        }}
      >
        {children}
      </Text>
    </Section>
  );
}

export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "20px 0 4px" }}>
      <Button
        href={href}
        style={{
          backgroundColor: "#4b3fd6",
          borderRadius: 6,
          color: "#ffffff",
          display: "inline-block",
          fontSize: 15,
          fontWeight: 600,
          padding: "11px 18px",
          textDecoration: "none",
        }}
      >
        {children}
      </Button>
    </Section>
  );
}
