using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>A request and its answer.</summary>
/// <param name="Request">For example <c>GET /repos/{owner}/{repo}/pulls</c>.</param>
/// <param name="Path">As it was sent, with its query.</param>
/// <param name="Sent">The JSON that was sent.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Body">Of the answer, when it is JSON.</param>
internal sealed record Exchange(string Request, string Path, JsonNode? Sent, int Status, JsonNode? Body);
