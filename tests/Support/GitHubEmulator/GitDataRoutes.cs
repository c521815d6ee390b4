using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Git's blobs and files, from the real repository.</summary>
internal static class GitDataRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/contents/{path}", "contents: read", ReadFile),
        new("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", "contents: read", ReadBlob),
    ];

    private static Answer ReadFile(Call call)
    {
        var at = call.Query.GetValueOrDefault("ref", call.Repository.DefaultBranch);
        if (call.Repository.Git.Try("ls-tree", at, call["path"]) is not { Length: > 0 } line)
        {
            return Answer.NotFound;
        }

        var facts = line.Split('\t')[0].Split(' ');
        if (facts[1] == "tree")
        {
            return Answer.Ok(new JsonArray());
        }

        var content = call.Repository.Git.ReadBlob(facts[2]);
        return Answer.Ok(Shapes.Make("content-file", new JsonObject
        {
            ["name"] = call["path"].Split('/')[^1],
            ["path"] = call["path"],
            ["sha"] = facts[2],
            ["size"] = content.Length,
            ["encoding"] = content.Length > 1_048_576 ? "none" : "base64",
            ["content"] = content.Length > 1_048_576 ? "" : Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks),
        }));
    }

    private static Answer ReadBlob(Call call)
    {
        if (call.Repository.Git.Try("cat-file", "-s", call["file_sha"]) is not { } size)
        {
            return Answer.NotFound;
        }

        var content = Convert.ToBase64String(call.Repository.Git.ReadBlob(call["file_sha"]), Base64FormattingOptions.InsertLineBreaks);
        return Answer.Ok(Shapes.Make(
            "blob",
            new JsonObject
            {
                ["sha"] = call["file_sha"],
                ["size"] = long.Parse(size, CultureInfo.InvariantCulture),
                ["content"] = content,
                ["encoding"] = "base64"
            }));
    }
}
