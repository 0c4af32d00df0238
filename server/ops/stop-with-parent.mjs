// Loaded into the server by the launcher. Should the launcher be killed, the channel to it closes, and the server
// stops in order, instead of staying behind on its port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
