import { fetchRest } from "@/server/rest-fetch";

export {
  fetchRest as DELETE,
  fetchRest as GET,
  fetchRest as HEAD,
  fetchRest as OPTIONS,
  fetchRest as PATCH,
  fetchRest as POST,
  fetchRest as PUT,
};
