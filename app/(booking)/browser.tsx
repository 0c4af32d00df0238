import { hydrateRoot } from "react-dom/client";
import { pageId, propsId } from "./document-ids";
import { HostedPage } from "./hosted-page";

// What browsers run on hosted pages.

const page = document.getElementById(pageId);
const props = document.getElementById(propsId)?.textContent;
if (page !== null && props !== undefined) {
  hydrateRoot(page, <HostedPage {...JSON.parse(props)} />);
}
